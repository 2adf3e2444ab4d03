// Lines that are indented wrongly, and text that follows what is complete.

extension SyntaxMistake {
  /// A tab in front of the line, where only spaces count. Brackets and quotes may have them.
  var tab: Finding? {
    guard let line, !problem.context.contains("flow"), !problem.context.contains("quoted"),
      let tab = line.characters[..<line.indentation].firstIndex(of: "\t")
    else { return nil }
    return Finding(
      id: "tab-indentation", summary: "a line of YAML can't be indented with a tab",
      mark: Mark(line: line.number, column: UInt32(tab)), hint: "indent it with spaces")
  }

  var unexpectedInMapping: Finding {
    guard let line, mark.column == line.indentation else { return textAfterValue }
    if line[line.indentation] == "-", line[line.indentation + 1].map({ $0 == " " }) ?? true {
      return Finding(
        id: "misplaced-list-item", summary: "a list item can't stand among the keys of a mapping", mark: mark,
        note: ("the mapping begins here", problem.contextMark),
        hint: "put the items below a key of their own, or begin every item with \"- \"")
    }
    if line[line.indentation] == ":" {
      return Finding(
        id: "missing-key", summary: "there is no key before this \":\"", mark: mark,
        hint: "write \"key: value\"")
    }
    return badIndentation(line, of: "mapping")
  }

  var unexpectedInList: Finding {
    guard let line, mark.column == line.indentation else { return textAfterValue }
    guard mark.column == problem.contextMark.column else { return badIndentation(line, of: "list") }
    return Finding(
      id: "misplaced-key", summary: "only items can stand in a list, and this line begins none", mark: mark,
      note: ("the list begins here", problem.contextMark),
      hint: "begin the line with \"- \", or align it with the key that the list belongs to")
  }

  var unexpectedAfterDocument: Finding {
    if let line, mark.column == line.indentation, mark.column > 0 {
      return Finding(
        id: "bad-indentation", summary: "this line is indented less than the first one of its document",
        mark: mark, hint: "begin all keys of the document in the same column")
    }
    guard let line, mark.column != line.indentation else {
      return Finding(
        id: "missing-document-start", summary: "the document before this is complete", mark: mark,
        hint: "write a line \"---\" before the next document")
    }
    return textAfterValue
  }

  private func badIndentation(_ line: SourceLine, of collection: String) -> Finding {
    if let above = SourceLine(contentBefore: line.number, of: text),
      let misplaced = indentedBelowValue(line, above)
    {
      return misplaced
    }
    let wanted = problem.contextMark.column
    return Finding(
      id: "bad-indentation", summary: "the indentation of this line fits none of the lines above", mark: mark,
      note: ("the \(collection) it ends in begins here", problem.contextMark),
      hint: wanted == 0
        ? "begin it in the first column, or indent it as far as the lines that it belongs to"
        : "indent it by \(wanted) spaces, or as far as the lines that it belongs to")
  }

  /// `"a" b`, `{a}-b`, and what such lines look like when a quote is missing further up.
  private var textAfterValue: Finding {
    let before = line?.characters.prefix(Int(mark.column)).last { $0 != " " && $0 != "\t" }
    let (closing, remedy) =
      switch before {
      case "'":
        ("quote", "write '' for a single quote within single quotes, and check that quotes are paired")
      case "\"": ("quote", "write \\\" for a quote within double quotes, and check that quotes are paired")
      case "}", "]": ("bracket", "put the whole value in quotes when it is text, such as \"{{ name }}-0\"")
      default: ("value", "put the value in quotes, or this text on a line of its own")
      }
    return Finding(
      id: "text-after-value",
      summary: closing == "value"
        ? "text follows a value that is complete" : "text follows the closing \(closing) of a value",
      mark: mark, hint: remedy)
  }
}
