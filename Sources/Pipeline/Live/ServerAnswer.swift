/// What kubectl wrote to standard error in a dry run, taken apart: one answer for each refusal and warning.
///
/// The words are those of kubectl 1.28 to 1.36 and of the API server's `field.Error`.
struct ServerAnswer: Equatable {
  enum Kind: Equatable {
    case refusal, warning
    /// The server has no such kind: `Kafka kafka.strimzi.io/v1beta2`.
    case unknownKind(String)
    /// There is no such namespace.
    case missingNamespace(String)
  }

  /// One field, or the object as a whole when the path is empty.
  struct Cause: Equatable {
    var path: String
    var reason: String
  }

  var kind: Kind
  /// Empty where the answer does not tell.
  var objectKind = ""
  var objectName = ""
  var causes: [Cause]

  static func answers(in text: String) -> [ServerAnswer] {
    var answers: [String] = []
    for line in text.split(whereSeparator: \.isNewline) where !line.isLogLine {
      if answers.isEmpty || openings.contains(where: line.hasPrefix) {
        answers.append(String(line))
      } else {
        answers[answers.count - 1] += "\n" + line
      }
    }
    return answers.filter { answer in openings.contains { answer.hasPrefix($0) } }.map { ServerAnswer($0) }
  }

  private static let openings = [
    "Error from server", "The ", "Warning: ", "error: resource mapping not found",
    "resource mapping not found", "unable to recognize \"STDIN\": no matches for kind",
  ]

  private init(_ text: String) {
    if text.hasPrefix("Warning: ") {
      self.init(kind: .warning, causes: [.init(path: "", reason: String(text.dropFirst(9)))])
    } else if let words = text.quoted(after: "no matches for kind "), words.count >= 2 {
      self.init(kind: .unknownKind("\(words[0]) \(words[1])"), causes: [])
      objectKind = words[0]
      objectName = text.quoted(after: "for name: ")?.first ?? ""
    } else if text.hasSuffix("\" not found"), let name = text.quoted(after: "namespaces ")?.first {
      self.init(kind: .missingNamespace(name), causes: [])
    } else {
      self.init(refusal: text)
    }
  }

  private init(kind: Kind, causes: [Cause]) {
    self.kind = kind
    self.causes = causes
  }

  private init(refusal text: String) {
    self.init(kind: .refusal, causes: [])
    var text = text[...]
    if text.hasPrefix("Error from server"), let end = text.firstRange(of: ": ")?.upperBound {
      text = text[end...]
    }
    if text.hasPrefix("error when "), let end = text.firstRange(of: "\": ")?.upperBound {
      text = text[end...]
    }
    if text.hasPrefix("The ") { text = text.dropFirst(4) }
    if let invalid = text.firstRange(of: "\" is invalid:"), let quote = text.firstIndex(of: "\"") {
      let kind = text[..<quote].prefix { $0 != "." && $0 != " " }
      objectKind = String(kind)
      objectName = String(text[text.index(after: quote)..<invalid.lowerBound])
      causes = Self.causes(text[invalid.upperBound...])
    } else if let typed = text.firstRange(of: "failed to create typed patch object (") {
      readTyped(text[typed.upperBound...])
    } else {
      readUnknownField(text)
    }
  }

  /// `default/db; apps/v1, Kind=StatefulSet): .spec.foo: field not declared in schema`
  private mutating func readTyped(_ text: Substring) {
    guard let end = text.firstRange(of: "): "), let kind = text.firstRange(of: "Kind="),
      let name = text.firstRange(of: "; "), kind.lowerBound < end.lowerBound
    else {
      causes = [.init(path: "", reason: String(text))]
      return
    }
    objectKind = String(text[kind.upperBound..<end.lowerBound])
    objectName = String(text[..<name.lowerBound].split(separator: "/").last ?? "")
    causes = Self.causes(text[end.upperBound...].replacing("errors:\n", with: "")[...])
  }

  /// `Deployment in version "v1" cannot be handled as a Deployment: strict decoding error: unknown field "spec.foo"`
  private mutating func readUnknownField(_ text: Substring) {
    if let kind = text.firstRange(of: " in version \"") { objectKind = String(text[..<kind.lowerBound]) }
    if let fields = text.firstRange(of: "strict decoding error: ")?.upperBound {
      causes = text[fields...].split(separator: ", ").map { part in
        Cause(path: part.quoted(after: "field ")?.first ?? "", reason: String(part))
      }
    } else {
      if let name = text.firstRange(of: "\" is forbidden: "), let quote = text.firstIndex(of: "\"") {
        objectName = String(text[text.index(after: quote)..<name.lowerBound])
      }
      causes = [.init(path: "", reason: String(text))]
    }
  }

  /// `[a.b: Required value, c: Invalid value: 0: …]`, one without brackets, or one on each line after `* `.
  private static func causes(_ text: Substring) -> [Cause] {
    var text = text.drop { $0 == " " || $0 == "\n" }
    if text.hasPrefix("["), text.hasSuffix("]") { text = text.dropFirst().dropLast() }
    var parts: [Substring] = []
    for part in text.split(separator: "\n").flatMap({ $0.split(separator: ", ") }) {
      let part = part.hasPrefix("* ") ? part.dropFirst(2) : part.drop { $0 == " " }
      if let last = parts.last, !part.beginsWithPath {
        parts[parts.count - 1] = last + ", " + part
      } else {
        parts.append(part)
      }
    }
    return parts.map { part in
      guard part.beginsWithPath, let colon = part.firstRange(of: ": ") else {
        return Cause(path: "", reason: String(part))
      }
      let path = part[..<colon.lowerBound]
      return Cause(
        path: String(path.hasPrefix(".") ? path.dropFirst() : path),
        reason: String(part[colon.upperBound...]))
    }
  }
}

extension StringProtocol {
  /// What stands in double quotes behind a text, in order.
  fileprivate func quoted(after text: String) -> [String]? {
    guard let start = firstRange(of: text)?.upperBound else { return nil }
    let parts = self[start...].split(separator: "\"", omittingEmptySubsequences: false)
    guard parts.count > 1, parts[0].isEmpty || !parts[0].contains(" ") else { return nil }
    return stride(from: 1, to: parts.count, by: 2).map { String(parts[$0]) }
  }

  /// `spec.ports[0].port: `, with which a cause begins.
  fileprivate var beginsWithPath: Bool {
    guard let colon = firstRange(of: ": ") else { return false }
    let path = self[..<colon.lowerBound]
    guard let first = path.first, first == "." || first.isLowercase else { return false }
    var isInKey = false
    return path.allSatisfy { character in
      if character == "[" { isInKey = true }
      if character == "]" { isInKey = false }
      return isInKey || character.isLetter || character.isNumber || ".]_-".contains(character)
    }
  }
}
