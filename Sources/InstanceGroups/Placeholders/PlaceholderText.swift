import YAML

/// A text cut at its placeholders.
struct PlaceholderText {
  enum Part {
    case text(String)
    case name(String)
  }

  let parts: [Part]

  init(_ text: String) {
    var text = text
    parts = text.withUTF8(Self.parts)
  }

  private static func parts(of bytes: UnsafeBufferPointer<UInt8>) -> [Part] {
    var parts: [Part] = []
    func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }
    var start = 0
    var index = 0
    while let dollar = bytes[index...].firstIndex(of: UInt8(ascii: "$")) {
      let next = dollar + 1
      guard next < bytes.count else { break }
      // `$$` is Kubernetes' escape: what follows it is no placeholder.
      index = bytes[next] == UInt8(ascii: "$") ? next + 1 : next
      guard bytes[next] == UInt8(ascii: "("), PlaceholderName.begins(bytes[(next + 1)...]) else { continue }
      // Where nothing closes this one, nothing closes those behind it: no text is searched more than once.
      guard let close = bytes[next...].firstIndex(of: UInt8(ascii: ")")) else { break }
      if start < dollar { parts.append(.text(text(start..<dollar))) }
      parts.append(.name(text(next + 1..<close)))
      index = close + 1
      start = index
    }
    if start < bytes.count { parts.append(.text(text(start..<bytes.count))) }
    return parts
  }

  var names: [String] {
    parts.compactMap { part in
      if case .name(let name) = part { name } else { nil }
    }
  }

  /// The name of the list whose items are the whole of the text.
  var itemsOfList: String? {
    guard parts.count == 1, let list = names.first.flatMap(PlaceholderName.list), list.isItems else {
      return nil
    }
    return list.name
  }

  /// Whether a text has any `$(…)`, ours or not; most have none and need no closer look.
  static func occurs(in text: String) -> Bool {
    var text = text
    return text.withUTF8 { bytes in
      var rest = bytes[...]
      while let dollar = rest.firstIndex(of: UInt8(ascii: "$")) {
        rest = rest[(dollar + 1)...]
        if rest.first == UInt8(ascii: "(") { return true }
      }
      return false
    }
  }
}

extension Node {
  /// Whether any of its strings or keys has a `$(…)`, ours or not; most trees have none and need no walk for each zone.
  var hasPlaceholders: Bool {
    switch self {
    case .scalar(let scalar): scalar.kind == .string && PlaceholderText.occurs(in: scalar.text)
    case .sequence(let sequence): sequence.items.contains(where: \.hasPlaceholders)
    case .mapping(let mapping): mapping.hasPlaceholders
    }
  }

  /// Calls with the names of all placeholders in strings and keys below it.
  func forEachPlaceholder(_ call: (String, Scalar) -> Void) {
    func look(at scalar: Scalar) {
      guard scalar.kind == .string, PlaceholderText.occurs(in: scalar.text) else { return }
      for name in PlaceholderText(scalar.text).names { call(name, scalar) }
    }
    switch self {
    case .scalar(let scalar): look(at: scalar)
    case .sequence(let sequence): for item in sequence.items { item.forEachPlaceholder(call) }
    case .mapping(let mapping):
      for pair in mapping.pairs {
        look(at: pair.key)
        pair.value.forEachPlaceholder(call)
      }
    }
  }

  /// Whether it differs between objects of a narrower scope than this.
  func varies(within scope: PlaceholderName.Scope) -> Bool {
    guard hasPlaceholders else { return false }
    var varies = false
    forEachPlaceholder { name, _ in
      if let named = PlaceholderName.named(name), named.scope > scope { varies = true }
    }
    return varies
  }
}

extension Mapping {
  var hasPlaceholders: Bool {
    pairs.contains { PlaceholderText.occurs(in: $0.key.text) || $0.value.hasPlaceholders }
  }
}
