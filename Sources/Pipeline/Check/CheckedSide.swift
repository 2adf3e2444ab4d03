internal import Checks
internal import Diagnostics
internal import Layers
internal import Machine

/// What was found on one side, apart from what was wrong with reading it.
struct CheckedSide: Sendable {
  let input = Report()
  let findings = Report()
  /// What is there of its output and would be written otherwise, as a unified diff.
  let difference: String?

  init(
    _ side: String, _ options: Check.Options, _ levels: CheckLevels, _ lint: Lint, _ files: SourceFiles
  ) {
    guard let set = ComparedSide(side, options.build, files, input).set(), !input.hasErrors else {
      difference = nil
      return
    }
    let found = Report()
    lint.check(set, found)
    // A build warns of some of this itself, where the group is known.
    let known = Set(input.diagnostics.map { Finding($0) })
    for diagnostic in found.diagnostics where !known.contains(Finding(diagnostic)) {
      findings.add(diagnostic)
    }
    difference = OutputCheck(of: side, options.output, levels, files, findings)?.check(set)
  }

  private struct Finding: Hashable {
    let id: String
    let position: Position?

    init(_ diagnostic: Diagnostic) {
      id = diagnostic.id
      position = diagnostic.position
    }
  }
}
