internal import Cryptography
package import YAML

/// Hashes of content, as they stand in names.
package enum ContentHash {
  /// The suffix that kustomize (v5) gives the name of a generated object: 10 letters and digits of the SHA-256
  /// of its content, without vowels and look-alikes, so that no word comes about. The name itself does not count:
  /// kustomize hashes an empty one.
  package static func suffix(of resource: Resource) -> String {
    let object = resource.object
    func field(_ name: String) -> Node { object[name] ?? "" }
    let content: Node
    switch resource.gvk.kind {
    case "ConfigMap":
      content = .mapping([
        "kind": "ConfigMap", "name": "", "data": field("data"),
        "binaryData": object["binaryData"].flatMap { $0.mapping == nil ? nil : $0 },
      ])
    case "Secret":
      content = .mapping([
        "kind": "Secret", "name": "", "type": field("type"), "data": field("data"),
        "stringData": object["stringData"].flatMap { $0.mapping == nil ? nil : $0 },
      ])
    default: content = object
    }
    return short(of: content)
  }

  /// 10 characters that change with the content.
  package static func short(of node: Node) -> String {
    let hex = hex(Digest.sha256.sum(json(node)))
    return String(hex.prefix(10).map { look[$0] ?? $0 })
  }

  /// SHA-256 in hexadecimal digits.
  package static func sha256Hex(_ bytes: [UInt8]) -> String { hex(Digest.sha256.sum(bytes)) }

  /// MD5 in hexadecimal digits, for names that Quarks made that way; it protects nothing.
  package static func md5Hex(_ text: String) -> String { hex(Digest.md5.sum(Array(text.utf8))) }

  private static let look: [Character: Character] = ["0": "g", "1": "h", "3": "k", "a": "m", "e": "t"]

  private static func hex(_ sum: [UInt8]) -> String {
    let digits = Array("0123456789abcdef".utf8)
    return String(decoding: sum.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
  }
}
