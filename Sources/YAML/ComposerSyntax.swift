import Diagnostics

/// A mistake of syntax: libyaml's problem, and the text to look at for its cause.
struct SyntaxMistake {
  let problem: LibYAMLParser.Problem
  let text: UnsafeBufferPointer<UInt8>

  init(_ problem: LibYAMLParser.Problem, in text: UnsafeBufferPointer<UInt8>) {
    self.problem = problem
    self.text = text
  }

  func diagnostic(_ placement: TextPlacement) -> Diagnostic {
    Diagnostic(
      "yaml-syntax", .error, problem.what, at: placement.position(problem.mark ?? problem.contextMark),
      hint: "mend the syntax")
  }
}
