/// What to say about a problem that is where libyaml sees it.
private struct SyntaxRule {
  enum Place {
    /// Where the parser stood.
    case problem
    /// Where that began which the parser was in.
    case context
  }

  var id: String
  var place = Place.problem
  var summary: String
  var hint: String
}

extension SyntaxMistake {
  var listed: Finding? {
    let rule = rules["\(problem.context): \(problem.what)"] ?? rules[problem.what]
    return rule.map { rule in
      Finding(
        id: rule.id, summary: rule.summary, mark: rule.place == .problem ? mark : problem.contextMark,
        hint: rule.hint)
    }
  }
}

/// By libyaml's words: the problem, or `context: problem` where one problem has several causes.
private let rules: [String: SyntaxRule] = [
  // Quotes.
  "found unexpected end of stream": SyntaxRule(
    id: "unclosed-quote", place: .context, summary: "this quote is never closed",
    hint: "close it with the same quote, \" or '"),
  "found unexpected document indicator": SyntaxRule(
    id: "unclosed-quote", place: .context, summary: "this quote is not closed before its document ends",
    hint: "close it with the same quote, \" or '"),
  "found unknown escape character": SyntaxRule(
    id: "bad-escape", summary: "this \"\\\" begins no escape that YAML knows",
    hint: "write \"\\\\\" for a backslash, or put the text in single quotes, where it stands for itself"),
  "did not find expected hexdecimal number": SyntaxRule(
    id: "bad-escape", summary: "this escape needs more hexadecimal digits",
    hint: "write 2 digits after \"\\x\", 4 after \"\\u\", 8 after \"\\U\""),
  "found invalid Unicode character escape code": SyntaxRule(
    id: "bad-escape", summary: "this escape names no Unicode character",
    hint: "write characters beyond U+FFFF with \"\\U\" and 8 digits"),
  // Block scalars.
  "while scanning a block scalar: did not find expected comment or line break": SyntaxRule(
    id: "bad-block-scalar", summary: "text can't follow \"|\" or \">\" on its line",
    hint: "begin the text on the next line, or put it in quotes when it begins with \"|\" or \">\""),
  "found an indentation indicator equal to 0": SyntaxRule(
    id: "bad-block-scalar", summary: "a block can't be indented by 0",
    hint: "write a digit from 1 to 9, or none: the first line then decides"),
  // Colons within brackets.
  "found unexpected ':'": SyntaxRule(
    id: "missing-space", summary: "a \":\" within brackets needs a space behind it",
    hint: "write \"key: value\", or put the text in quotes"),
  // Keys and items in places that can't have them.
  "block sequence entries are not allowed in this context": SyntaxRule(
    id: "misplaced-list-item", summary: "a list can't begin behind a key on its line",
    hint: "put each item on a line of its own below the key: \"- item\""),
  "mapping keys are not allowed in this context": SyntaxRule(
    id: "unquoted-value", summary: "a value can't begin with \"? \"",
    hint: "put the value in quotes"),
  // Tags.
  "found undefined tag handle": SyntaxRule(
    id: "bad-tag", summary: "the handle of this tag is not declared",
    hint: "remove the tag, or put the value in quotes when it begins with \"!\""),
  "while scanning a tag: did not find expected whitespace or line break": SyntaxRule(
    id: "bad-tag", place: .context, summary: "this tag holds a character that tags can't have",
    hint: "put the value in quotes when it begins with \"!\""),
  "while parsing a tag: did not find expected tag URI": SyntaxRule(
    id: "bad-tag", place: .context, summary: "this tag has no name",
    hint: "put the value in quotes when it begins with \"!\""),
  "did not find the expected '>'": SyntaxRule(
    id: "bad-tag", place: .context, summary: "the \"!<\" of this tag is not closed",
    hint: "close it with \">\", or put the value in quotes"),
  // Directives.
  "found incompatible YAML document": SyntaxRule(
    id: "bad-directive", summary: "the document asks for a version of YAML that can't be read",
    hint: "remove the line \"%YAML\""),
  "found duplicate %YAML directive": SyntaxRule(
    id: "bad-directive", summary: "the document states its version of YAML twice",
    hint: "remove one of the lines \"%YAML\""),
  "found duplicate %TAG directive": SyntaxRule(
    id: "bad-directive", summary: "the document declares this tag handle twice",
    hint: "remove one of the lines \"%TAG\""),
  "found unknown directive name": SyntaxRule(
    id: "bad-directive", place: .context,
    summary: "a line that begins with \"%\" is a directive, and this is none",
    hint: "indent the line or put it in quotes when it is text; \"%YAML 1.2\" is a directive"),
]
