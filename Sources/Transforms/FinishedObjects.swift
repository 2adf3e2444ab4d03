package import Diagnostics
package import Resources
internal import YAML

/// What becomes of objects when kustomize prints them.
package enum FinishedObjects {
  /// - Parameter isCompatible: whether to change also what only comes back wrong (``Node/rereadAsKustomize()``).
  package static func finish(_ set: inout ResourceSet, isCompatible: Bool, _ report: Report) {
    set.changeEach(report) { resource, report in
      resource.spellOutAnnotations(isCompatible: isCompatible)
      guard isCompatible, resource.gvk.group != "zonal" else { return }
      resource.object.rereadAsKustomize()
      guard let number = resource.object.numberBeyondJSON else { return }
      report.error(
        "number-beyond-json", "\(resource.id) holds \(number.text), which kustomize can't print",
        at: number.position, hint: "write a number, or a text in quotes")
    }
  }
}
