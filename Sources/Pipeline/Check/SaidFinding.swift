internal import Diagnostics

/// What makes two findings the same: a build warns of some of what rules find itself, where the group is known.
struct SaidFinding: Hashable {
  private let id: String
  private let position: Position?

  init(_ diagnostic: Diagnostic) {
    id = diagnostic.id
    position = diagnostic.position
  }
}
