internal import Resources
internal import YAML

/// The field specs that can apply to a kind, so that no object asks all of them.
struct SpecsByKind: Sendable {
  private var named: [KeyBytes: [FieldSpec]] = [:]
  private var general: [FieldSpec] = []

  /// Those for a kind come before those for all, as kustomize (v5.8) sorts its configuration; else they keep their order.
  init(_ specs: [FieldSpec]) {
    let places = Dictionary(grouping: specs.indices) { KeyBytes(text: specs[$0].filter.kind) }
    let ofAll = places[""] ?? []
    general = ofAll.map { specs[$0] }
    for (kind, own) in places where !kind.text.isEmpty {
      named[kind] = (own + ofAll).map { specs[$0] }
    }
  }

  func specs(for gvk: GroupVersionKind) -> [FieldSpec] { named[gvk.kind] ?? general }
}
