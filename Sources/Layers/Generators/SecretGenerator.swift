internal import Diagnostics
internal import Resources
internal import YAML

/// `secretGenerator`: Secrets from literals, files and env files.
struct SecretGenerator: Generator {
  var arguments: GeneratorArguments

  private static let schema = GeneratorArguments.schema("secretGenerator entry", withType: true)
  static let field = KustomizationField(
    "secretGenerator", .list(of: .object(schema)), "Secrets from literals, files and env files")
  static let fields = [field.description]
  static let configurationKind = "SecretGenerator"

  static func read(_ kustomization: Kustomization, _ context: LayerContext) -> [any Generator] {
    GeneratorArguments.read(field, kustomization, context).map(SecretGenerator.init)
  }

  static func read(configuration: Node, _ context: LayerContext) -> [any Generator] {
    GeneratorArguments.readConfiguration(configuration, withType: true, context)
      .map { [SecretGenerator(arguments: $0)] } ?? []
  }

  func generate(_ context: LayerContext) -> [Resource] {
    let data = arguments.sources.load(context).map { ($0.key, Base64.wrapped($0.value)) }
    var secret = arguments.makeResource(kind: "Secret", data: [("data", data)])
    let type = arguments.type.flatMap { $0.isEmpty ? nil : $0 } ?? "Opaque"
    _ = secret.object.changeMapping { $0["type"] = .string(type, at: arguments.name.position) }
    return [secret]
  }
}

/// Base64 as generated Secrets carry it.
enum Base64 {
  private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
  /// The length of a line in a value that needs more than one (kustomize v5 `encodeBase64`).
  private static let lineLength = 70

  static func wrapped(_ bytes: [UInt8]) -> String {
    let encoded = encode(bytes)
    guard encoded.count >= lineLength else { return String(decoding: encoded, as: UTF8.self) }
    var lines: [UInt8] = []
    for start in stride(from: 0, to: encoded.count, by: lineLength) {
      lines += encoded[start..<min(start + lineLength, encoded.count)]
      lines.append(UInt8(ascii: "\n"))
    }
    return String(decoding: lines, as: UTF8.self)
  }

  static func encode(_ bytes: [UInt8]) -> [UInt8] {
    var out: [UInt8] = []
    out.reserveCapacity((bytes.count + 2) / 3 * 4)
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let group = bytes[start..<min(start + 3, bytes.count)]
      var bits: UInt32 = 0
      for (place, byte) in group.enumerated() { bits |= UInt32(byte) << UInt32(16 - 8 * place) }
      for place in 0..<4 {
        let isPadding = place > group.count
        out.append(isPadding ? UInt8(ascii: "=") : alphabet[Int(bits >> UInt32(18 - 6 * place) & 63)])
      }
    }
    return out
  }
}
