package import Diagnostics

/// That something which a rule finds is meant: in one place, and for a reason.
package struct Allowance: Sendable, Hashable {
  package let rule: String
  /// Why, in the words of whoever allows it; may be empty.
  package let reason: String
  /// Where it is allowed.
  package let position: Position

  package init(rule: String, reason: String, position: Position) {
    self.rule = rule
    self.reason = reason
    self.position = position
  }

  /// What a list such as `missing-image-tag, members-on-one-node – why` allows.
  ///
  /// - Returns: one for each rule; none when the text does not begin with the name of one.
  static func list(_ text: String, at position: Position) -> [Allowance] {
    var rules: [Substring] = []
    var rest = text[...]
    var isList = true
    while isList {
      rest = rest.drop { $0 == " " }
      let name = rest.prefix { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") }
      guard name.first?.isLetter == true else { break }
      rules.append(name)
      rest = rest.dropFirst(name.count).drop { $0 == " " }
      isList = rest.first == ","
      if isList { rest = rest.dropFirst() }
    }
    let reason = String(rest.drop { " -–—:".contains($0) })
    return rules.map { Allowance(rule: String($0), reason: reason, position: position) }
  }
}

extension Diagnostic {
  /// As a list of what is allowed shows it.
  package func allowed(by allowance: Allowance) -> Diagnostic {
    var finding = self
    let reason = allowance.reason.isEmpty ? "" : ": \(allowance.reason)"
    finding.notes.append(Note("allowed here\(reason)", at: allowance.position))
    finding.hint = nil
    return finding
  }
}
