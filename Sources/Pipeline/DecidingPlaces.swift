internal import Changes
internal import Diagnostics
internal import Explain
internal import Resources
internal import YAML

/// Has values that differ between two sides carry the place of what decided them: a value that `images` set stands in
/// the kustomization file, and not in the base.
struct DecidingPlaces {
  private let comparison: Comparison

  init(_ old: ResourceSet, _ new: ResourceSet) {
    comparison = Comparison(old: old, new: new, showsSecrets: true)
  }

  func mark(_ set: inout ResourceSet, of side: ComparedSide.Objects, isOld: Bool, _ files: SourceFiles) {
    guard let trace = side.trace else { return }
    let history = FieldHistory(trace, files)
    var indices: [Int: Int] = [:]
    for index in set.resources.indices { indices[set.resources[index].trace] = index }
    for change in comparison.objects {
      guard let resource = isOld ? change.old : change.new, let index = indices[resource.trace] else {
        continue
      }
      let explanation = Explanation(
        ObjectQuery.Found(set.resources[index]), history, ShownValues(showsSecrets: true))
      for field in change.fields {
        let own = explanation.field(field.path)
        guard let value = isOld ? field.old : field.new else {
          if let last = own.events.last, last.kind == .removed, last.position.isKnown {
            set.resources[index].removedFields[field.path.text] = last.position
          }
          continue
        }
        // Items of a list without keys are at another place of the other side.
        guard own.value?.sameData(as: value) == true, let origin = own.origin, origin.position.isKnown else {
          continue
        }
        set.resources[index].object.move(field.path, to: origin.position)
      }
    }
  }
}
