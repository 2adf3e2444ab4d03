import Diagnostics

/// Says in the user's words why a text is no YAML.
///
/// libyaml tells what it missed, often far from the cause. What it says is a first guess; the lines around it
/// decide.
struct SyntaxMistake {
  typealias Mark = LibYAMLParser.Mark

  let problem: LibYAMLParser.Problem
  let text: UnsafeBufferPointer<UInt8>
  /// Where the parser stood.
  let mark: Mark
  /// The line of `mark`; empty at the end of the text.
  let line: SourceLine?

  /// What is wrong, and where in the text.
  struct Finding {
    var id: String
    var summary: String
    var mark: Mark
    var note: (text: String, mark: Mark)?
    var hint: String
  }

  /// What the composer has done when the problem arises.
  struct Surroundings {
    /// The scalar that was complete last.
    var lastScalar: Scalar?
    /// Where the innermost collection that is still open begins.
    var collection: Position?
  }

  init(_ problem: LibYAMLParser.Problem, in text: UnsafeBufferPointer<UInt8>) {
    self.problem = problem
    self.text = text
    mark = problem.mark ?? Mark(byteOffset: problem.byteOffset, in: text)
    line = SourceLine(mark.line, of: text)
  }

  func diagnostic(_ placement: TextPlacement, after surroundings: Surroundings) -> Diagnostic {
    let finding = finding
    var notes = finding.note.map { [Diagnostic.Note($0.text, at: placement.position($0.mark))] } ?? []
    let position = placement.position(finding.mark)
    if let scalar = surroundings.lastScalar, finding.id == "text-after-value",
      scalar.position.line < position.line
    {
      notes.append(.init("the quotes that open here close on that line", at: scalar.position))
    }
    if finding.id == "unclosed-bracket", notes.isEmpty, let collection = surroundings.collection,
      collection != position
    {
      notes.append(.init("it is within this", at: collection))
    }
    return Diagnostic(finding.id, .error, finding.summary, at: position, notes: notes, hint: finding.hint)
  }

  private var finding: Finding {
    if problem.mark == nil { return encodingMistake }
    if let tab { return tab }
    switch problem.what {
    case "mapping values are not allowed in this context": return unexpectedColon
    case "could not find expected ':'": return missingColon
    case "did not find expected key": return unexpectedInMapping
    case "did not find expected '-' indicator": return unexpectedInList
    case "did not find expected <document start>": return unexpectedAfterDocument
    case "did not find expected ',' or ']'": return unclosed("[", with: "]")
    case "did not find expected ',' or '}'": return unclosed("{", with: "}")
    case "did not find expected node content": return missingContent
    case "found character that cannot start any token": return reservedStart
    case "did not find expected alphabetic or numeric character": return badName
    default: return listed ?? unlisted
    }
  }

  /// Anything that has no sentence of its own.
  var unlisted: Finding {
    Finding(
      id: "yaml-syntax", summary: "this is no YAML: \(problem.what)", mark: mark,
      hint: "check the quotes, brackets and indentation up to here")
  }
}

// MARK: - Values that need quotes

extension SyntaxMistake {
  private var reservedStart: Finding {
    let start = line?[Int(mark.column)].map(String.init) ?? ""
    let value = line?.text(from: Int(mark.column)) ?? ""
    if start == "|" || start == ">" {
      return Finding(
        id: "bad-block-scalar", summary: "a block of text can't stand within brackets", mark: mark,
        hint: "write the text in quotes, or what holds it without brackets")
    }
    return Finding(
      id: "unquoted-value", summary: "a value can't begin with \"\(start)\"", mark: mark,
      hint: "put it in quotes: \(value.inQuotes)")
  }

  private var badName: Finding {
    let start = problem.contextMark
    let value = SourceLine(start.line, of: text)?.text(from: Int(start.column)) ?? ""
    let thing = problem.context.hasSuffix("alias") ? "alias" : "anchor"
    return Finding(
      id: "unquoted-value", summary: "\"\(value)\" is no name of an \(thing)", mark: start,
      hint: "put it in quotes when it is text: \(value.inQuotes)")
  }
}
