internal import Diagnostics
internal import YAML

/// YAML or JSON in a string of an object, such as a file in a ConfigMap, that a path leads into.
struct StructuredText {
  /// Where the string stands.
  let place: ValuePath
  /// The way from there.
  let rest: ValuePath
  private let text: String
  var root: Node

  /// - Returns: `nil` when the path does not lead through a string that holds a mapping or a sequence.
  init?(_ path: ValuePath, in object: Node, _ files: SourceFiles) {
    for count in path.steps.indices.dropFirst() {
      let place = path.prefix(count)
      do throws(ValuePathMismatch) {
        guard let value = try place.value(in: object), value.items == nil, value.mapping == nil else {
          continue
        }
        guard case .scalar(let scalar) = value, scalar.kind == .string, let root = Self.parse(scalar, files)
        else {
          return nil
        }
        self.place = place
        rest = path.dropFirst(count)
        text = scalar.text
        self.root = root
        return
      } catch {
        return nil
      }
    }
    return nil
  }

  private static func parse(_ scalar: Scalar, _ files: SourceFiles) -> Node? {
    let report = Report()
    guard let documents = Composer.compose(text: scalar, in: files, report: report),
      documents.count == 1, documents[0].scalar == nil, !report.hasErrors
    else { return nil }
    return documents[0]
  }

  /// The data as text again: JSON stays JSON, and where it had lines of its own it has them still.
  func written() throws(ValuePathMismatch) -> String {
    let first = text.utf8.first { $0 != UInt8(ascii: " ") && !(9...13).contains($0) }
    guard first == UInt8(ascii: "{") || first == UInt8(ascii: "[") else {
      var emitter = Emitter(keepsOrder: true)
      emitter.emit(document: root)
      return String(decoding: emitter.bytes.dropLast(), as: UTF8.self)
    }
    // As kustomize, whose JSON has no such value either.
    if let number = root.numberBeyondJSON {
      throw ValuePathMismatch(
        .scalar(number), reason: "the text is JSON, which has no \"\(number.text)\"")
    }
    let bytes = json(root)
    let hasLines = text.utf8.contains(UInt8(ascii: "\n")) && text.split(at: "  ").count > 1
    return String(decoding: hasLines ? Self.indented(bytes) : bytes, as: UTF8.self)
  }

  /// Compact JSON with every member on a line of its own, as Go's `json.Indent` writes it.
  private static func indented(_ compact: [UInt8]) -> [UInt8] {
    var out: [UInt8] = []
    var depth = 0
    var isInString = false
    var isEscaped = false
    func breakLine() { out += [UInt8(ascii: "\n")] + Array(repeating: UInt8(ascii: " "), count: 2 * depth) }
    for (index, byte) in compact.enumerated() {
      let isFirst = index > 0 && "[{".utf8.contains(compact[index - 1])
      switch byte {
      case _ where isInString:
        isInString = byte != UInt8(ascii: "\"") || isEscaped
        isEscaped = byte == UInt8(ascii: "\\") && !isEscaped
      case UInt8(ascii: "]"), UInt8(ascii: "}"):
        depth -= 1
        if !isFirst { breakLine() }
      default:
        if isFirst { breakLine() }
        isInString = byte == UInt8(ascii: "\"")
      }
      out.append(byte)
      if isInString { continue }
      switch byte {
      case UInt8(ascii: "["), UInt8(ascii: "{"): depth += 1
      case UInt8(ascii: ","): breakLine()
      case UInt8(ascii: ":"): out.append(UInt8(ascii: " "))
      default: break
      }
    }
    return out
  }
}
