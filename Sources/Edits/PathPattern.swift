internal import Machine

/// A pattern of paths in Go's language, as kustomize's `edit` takes them: `*` and `?` stand for no slash.
struct PathPattern {
  private let parts: [Part]

  private enum Part {
    case byte(UInt8)
    case any
    case star
    case oneOf([ClosedRange<UInt8>], isNegated: Bool)
  }

  /// - Returns: `nil` for a pattern that is none, such as `[a`.
  init?(_ pattern: String) {
    var parts: [Part] = []
    var rest = Substring(pattern).utf8[...]
    while let byte = rest.popFirst() {
      switch byte {
      case UInt8(ascii: "*"): parts.append(.star)
      case UInt8(ascii: "?"): parts.append(.any)
      case UInt8(ascii: "\\"):
        guard let escaped = rest.popFirst() else { return nil }
        parts.append(.byte(escaped))
      case UInt8(ascii: "["):
        guard let part = Self.choice(&rest) else { return nil }
        parts.append(part)
      default: parts.append(.byte(byte))
      }
    }
    self.parts = parts
  }

  private static func choice(_ rest: inout Substring.UTF8View.SubSequence) -> Part? {
    let isNegated = rest.first == UInt8(ascii: "^")
    if isNegated { rest = rest.dropFirst() }
    var ranges: [ClosedRange<UInt8>] = []
    while rest.first != UInt8(ascii: "]") || ranges.isEmpty {
      guard let low = character(&rest) else { return nil }
      var high = low
      if rest.first == UInt8(ascii: "-") {
        rest = rest.dropFirst()
        guard let end = character(&rest), end >= low else { return nil }
        high = end
      }
      ranges.append(low...high)
    }
    rest = rest.dropFirst()
    return .oneOf(ranges, isNegated: isNegated)
  }

  private static func character(_ rest: inout Substring.UTF8View.SubSequence) -> UInt8? {
    guard let byte = rest.popFirst(), byte != UInt8(ascii: "]"), byte != UInt8(ascii: "-") else { return nil }
    return byte == UInt8(ascii: "\\") ? rest.popFirst() : byte
  }

  func matches(_ path: String) -> Bool { matches(Array(path.utf8)[...], parts[...]) }

  private func matches(_ text: ArraySlice<UInt8>, _ parts: ArraySlice<Part>) -> Bool {
    guard let part = parts.first else { return text.isEmpty }
    if case .star = part {
      let reach = text.prefix { $0 != UInt8(ascii: "/") }.endIndex
      return (text.startIndex...reach).contains { matches(text[$0...], parts.dropFirst()) }
    }
    guard let byte = text.first, accepts(byte, part) else { return false }
    return matches(text.dropFirst(), parts.dropFirst())
  }

  private func accepts(_ byte: UInt8, _ part: Part) -> Bool {
    switch part {
    case .byte(let wanted): byte == wanted
    case .any, .star: byte != UInt8(ascii: "/")
    case .oneOf(let ranges, let isNegated):
      byte != UInt8(ascii: "/") && ranges.contains { $0.contains(byte) } != isNegated
    }
  }

  /// Whether a text has characters that stand for others.
  static func isPattern(_ text: String) -> Bool { text.utf8.contains { "*?[\\".utf8.contains($0) } }

  /// The paths below a directory that a pattern stands for, in the order of their bytes; those of hidden files only where
  /// the pattern names them.
  static func paths(_ pattern: String, in directory: String) -> [String]? {
    guard PathPattern(pattern) != nil else { return nil }
    guard isPattern(pattern) else {
      return FileSystem.kind(ofEntry: FilePath.join(directory, pattern)) == nil ? [] : [pattern]
    }
    var found = [FilePath.isAbsolute(pattern) ? "/" : "."]
    for part in FilePath.parts(pattern) where part != "." {
      found = found.flatMap { step(String(part), from: $0, in: directory) }
    }
    return found
  }

  private static func step(_ part: String, from place: String, in directory: String) -> [String] {
    let full = FilePath.join(directory, place)
    guard isPattern(part), let pattern = PathPattern(part) else {
      let next = FilePath.join(place, part)
      return FileSystem.kind(ofEntry: FilePath.join(directory, next)) == nil ? [] : [next]
    }
    return FileSystem.names(in: full)
      .filter { pattern.matches($0) && (!$0.hasPrefix(".") || part.hasPrefix(".")) }
      .map { FilePath.join(place, $0) }
  }
}
