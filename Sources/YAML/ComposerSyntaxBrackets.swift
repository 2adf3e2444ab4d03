// Brackets that don't close, or hold nothing where something must be.

extension SyntaxMistake {
  func unclosed(_ opening: String, with closing: String) -> Finding {
    let hint = "close it with \"\(closing)\", and put a \",\" between its parts"
    guard let line, !line.isBlank else {
      return Finding(
        id: "unclosed-bracket", summary: "this \"\(opening)\" is never closed", mark: problem.contextMark,
        hint: hint)
    }
    return Finding(
      id: "unclosed-bracket", summary: "a \",\" or \"\(closing)\" is missing before this", mark: mark,
      note: ("the \"\(opening)\" stands here", problem.contextMark), hint: hint)
  }

  /// Something came where a value must begin.
  var missingContent: Finding {
    guard let line, !line.isBlank else {
      return Finding(
        id: "unclosed-bracket", summary: "the text ends before its brackets are closed", mark: mark,
        hint: "close every \"[\" with \"]\" and every \"{\" with \"}\"")
    }
    return switch line[Int(mark.column)] {
    case ",":
      Finding(
        id: "missing-value", summary: "there is no value before this \",\"", mark: mark,
        hint: problem.context.hasSuffix("flow node")
          ? "remove the comma, or write null for an empty value"
          : "put the value in quotes when it begins with \",\"")
    case let bracket? where bracket == "]" || bracket == "}":
      Finding(
        id: "unexpected-bracket", summary: "this \"\(bracket)\" closes nothing", mark: mark,
        hint: "remove it, or put the value in quotes when it begins with \"\(bracket)\"")
    case ":":
      Finding(
        id: "missing-key", summary: "there is no key before this \":\"", mark: mark,
        hint: "write \"key: value\", or put the text in quotes")
    case "-":
      Finding(
        id: "misplaced-list-item", summary: "\"- \" begins no item within brackets", mark: mark,
        hint: "separate items within brackets by \",\", or write a list without brackets")
    default:
      unlisted
    }
  }
}
