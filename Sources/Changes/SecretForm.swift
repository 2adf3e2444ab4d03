internal import Resources
internal import YAML

/// The two ways of writing a value of a Secret: encoded in `data`, or as it is in `stringData`.
///
/// The API server keeps only `data`, and lets `stringData` win (core/v1 `SecretStrategy`).
enum SecretForm {
  /// The old Secret with each value where the new one has it, so that the same value is no change.
  static func aligned(_ old: Resource, to new: Resource) -> Resource {
    let (before, after) = (Values(old), Values(new))
    var resource = old
    _ = resource.object.changeMapping { root in
      for (key, value) in before.bytes.sorted(by: { precedesBytewise($0.key.text, $1.key.text) }) {
        guard let form = after.forms[key], before.forms[key] != form || value == after.bytes[key] else {
          continue
        }
        let text = value == after.bytes[key] ? new.object[form.rawValue]?[key.text] : form.written(value)
        guard let text, let from = before.forms[key] else { continue }
        root.set(nil, key.text, in: from.rawValue)
        root.set(text, key.text, in: form.rawValue)
      }
    }
    return resource
  }

  private enum Form: String {
    case data, stringData

    /// `nil` for what is no text.
    func written(_ bytes: [UInt8]) -> Node? {
      switch self {
      case .data: .string(String(decoding: Base64.encode(bytes), as: UTF8.self))
      case .stringData: String(validating: bytes, as: UTF8.self).map { .string($0) }
      }
    }
  }

  private struct Values {
    private(set) var bytes: [KeyBytes: [UInt8]] = [:]
    private(set) var forms: [KeyBytes: Form] = [:]

    init(_ secret: Resource) {
      for form in [Form.data, .stringData] {
        for pair in secret.object[form.rawValue]?.mapping?.pairs ?? [] {
          guard let text = pair.value.string,
            let value = form == .data ? decodedBase64(text) : Array(text.utf8)
          else { continue }
          let key = KeyBytes(text: pair.key.text)
          bytes[key] = value
          forms[key] = form
        }
      }
    }
  }
}

extension Mapping {
  /// Sets a key of the mapping in a field; the field goes when nothing is left in it.
  fileprivate mutating func set(_ value: Node?, _ key: String, in field: String) {
    if self[field] == nil, value != nil { self[field] = .mapping(Mapping(at: position)) }
    guard let index = index(of: field) else { return }
    _ = pairs[index].value.changeMapping { $0[key] = value }
    if pairs[index].value.mapping?.isEmpty == true { self[field] = nil }
  }
}
