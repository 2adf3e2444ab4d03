internal import YAML

/// The way from the root of an object to a field.
package struct ChangePath: Sendable, Hashable {
  package enum Step: Sendable, Hashable {
    case field(String)
    case index(Int)
    /// The entry of a list that merge keys tell apart.
    case entry([KeyValue])

    package static func == (a: Self, b: Self) -> Bool {
      switch (a, b) {
      case (.field(let a), .field(let b)): sameBytes(a, b)
      case (.index(let a), .index(let b)): a == b
      case (.entry(let a), .entry(let b)): a == b
      default: false
      }
    }

    package func hash(into hasher: inout Hasher) {
      switch self {
      case .field(let name): KeyBytes(text: name).hash(into: &hasher)
      case .index(let index): hasher.combine(index)
      case .entry(let keys): hasher.combine(keys)
      }
    }
  }

  package struct KeyValue: Sendable, Hashable {
    package let key: String
    package let value: String

    package init(key: String, value: String) {
      self.key = key
      self.value = value
    }

    package static func == (a: Self, b: Self) -> Bool {
      sameBytes(a.key, b.key) && sameBytes(a.value, b.value)
    }

    package func hash(into hasher: inout Hasher) {
      KeyBytes(text: key).hash(into: &hasher)
      KeyBytes(text: value).hash(into: &hasher)
    }
  }

  package private(set) var steps: [Step] = []

  package init(_ fields: [String] = []) { steps = fields.map { .field($0) } }

  package mutating func append(_ step: Step) { steps.append(step) }
  package mutating func removeLast() { steps.removeLast() }

  /// As BOSH writes paths: `/spec/template/spec/containers/name=web/image`.
  package var text: String { steps.map { "/" + $0.name }.joined() }

  fileprivate static func escaped(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "~") }) else {
      return text
    }
    return text.replacing("~", with: "~0").replacing("/", with: "~1")
  }

  /// Whether the path leads into one of the fields of the root.
  package func isBelow(_ names: String...) -> Bool {
    guard case .field(let first) = steps.first else { return false }
    return names.contains(first)
  }
}

extension ChangePath.Step {
  /// As it stands in a path.
  fileprivate var name: String {
    switch self {
    case .field(let name): ChangePath.escaped(name)
    case .index(let index): "\(index)"
    case .entry(let keys):
      keys.map { ChangePath.escaped($0.key) + "=" + ChangePath.escaped($0.value) }.joined(separator: ",")
    }
  }
}

extension ChangePath {
  /// Whether the path is this one, or leads further: `/spec/selector` covers `/spec/selector/matchLabels`, and
  /// `/spec/containers/*/image` the image of each container.
  func isCovered(by prefix: String) -> Bool {
    let words = prefix.utf8.split(separator: UInt8(ascii: "/"))
    return words.count <= steps.count
      && zip(words, steps).allSatisfy { word, step in
        word.elementsEqual("*".utf8) || step.name.utf8.elementsEqual(word)
      }
  }
}
