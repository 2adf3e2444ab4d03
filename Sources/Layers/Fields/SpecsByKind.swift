internal import Resources
internal import YAML

/// The field specs that can apply to a kind, so that no object asks all of them.
struct SpecsByKind: Sendable {
  private var named: [KeyBytes: [FieldSpec]] = [:]
  private var general: [FieldSpec] = []

  /// The order of the specs is kept.
  init(_ specs: [FieldSpec]) {
    let places = Dictionary(grouping: specs.indices) { KeyBytes(text: specs[$0].filter.kind) }
    let ofAll = places[""] ?? []
    general = ofAll.map { specs[$0] }
    for (kind, own) in places where !kind.text.isEmpty {
      named[kind] = (ofAll + own).sorted().map { specs[$0] }
    }
  }

  func specs(for gvk: GroupVersionKind) -> [FieldSpec] { named[gvk.kind] ?? general }
}
