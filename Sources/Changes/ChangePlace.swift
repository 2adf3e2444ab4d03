package import Diagnostics
internal import Resources
internal import YAML

/// The lines that decide a difference: what stood in the way before, and what does now.
///
/// Either is unknown where a side says nothing, or a program said it.
package struct ChangePlace: Sendable, Hashable {
  package let old: Position
  package let new: Position

  package init(old: Position, new: Position) {
    self.old = old
    self.new = new
  }

  package var isKnown: Bool { old.isKnown || new.isKnown }
}

extension FieldChange {
  package var place: ChangePlace {
    ChangePlace(old: old?.position ?? removal, new: new?.position ?? removal)
  }
}

extension ObjectChange {
  /// Where the object itself stands on either side.
  package var place: ChangePlace {
    ChangePlace(old: old?.namePosition ?? .none, new: new?.namePosition ?? .none)
  }

  /// What decides of everything that differs, each once.
  var places: [ChangePlace] {
    let all = kind == .changed ? fields.map(\.place) : [place]
    var seen: Set<ChangePlace> = []
    return all.filter { $0.isKnown && seen.insert($0).inserted }
  }
}
