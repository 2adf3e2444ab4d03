internal import Pipeline

extension Check.RuleDescription {
  /// All that there is to say of it, as plain text.
  var explanation: String {
    let off = isOptIn ? ", off by default" : ""
    var paragraphs = ["\(id) (\(severity)\(off))", "\(summary).", reason]
    if let example {
      paragraphs.append("Bad:\n\n" + example.bad.indented)
      paragraphs.append("Good:\n\n" + example.good.indented)
    }
    return paragraphs.joined(separator: "\n\n")
  }
}

extension String {
  fileprivate var indented: String {
    split(separator: "\n", omittingEmptySubsequences: false).map { "    \($0)" }.joined(separator: "\n")
  }
}
