internal import Resources

/// The field specs that can apply to a kind, so that no object asks all of them.
struct SpecsByKind: Sendable {
  private var named: [String: [FieldSpec]] = [:]
  private var general: [FieldSpec] = []

  /// The order of the specs is kept.
  init(_ specs: [FieldSpec]) {
    for kind in Set(specs.map(\.filter.kind)) where !kind.isEmpty {
      named[kind] = specs.filter { $0.filter.kind.isEmpty || $0.filter.kind == kind }
    }
    general = specs.filter { $0.filter.kind.isEmpty }
  }

  func specs(for gvk: GroupVersionKind) -> [FieldSpec] { named[gvk.kind] ?? general }
}
