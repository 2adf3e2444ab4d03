internal import Resources
internal import YAML

/// The field specs that can apply to a kind, so that no object asks all of them.
struct SpecsByKind: Sendable {
  private var named: [KeyBytes: [FieldSpec]] = [:]
  private var general: [FieldSpec] = []

  /// The order of the specs is kept.
  init(_ specs: [FieldSpec]) {
    for kind in Set(texts: specs.map(\.filter.kind)) where !kind.text.isEmpty {
      named[kind] = specs.filter { $0.filter.kind.isEmpty || sameBytes($0.filter.kind, kind.text) }
    }
    general = specs.filter { $0.filter.kind.isEmpty }
  }

  func specs(for gvk: GroupVersionKind) -> [FieldSpec] { named[gvk.kind] ?? general }
}
