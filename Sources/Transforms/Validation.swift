package import Diagnostics
package import Resources
internal import YAML

/// Runs the transformers under `validators`, which may look at the objects but not change them.
package enum Validation {
  package static func run(
    _ validator: any Transform, on set: inout ResourceSet, at position: Position, _ context: TransformContext
  ) {
    let before = set.resources
    validator.apply(to: &set, context)
    let after = set.resources
    guard before.count == after.count else {
      context.report.error(
        "validator-changes", "a validator makes \(after.count) objects of \(before.count)", at: position,
        hint: "name it under transformers if it is meant to do that")
      return
    }
    for (old, new) in zip(before, after) where !new.withoutLabel.sameData(as: old.withoutLabel) {
      context.report.error(
        "validator-changes", "a validator changes \(old.id)", at: position,
        notes: [.init("the object", at: old.namePosition)],
        hint: "name it under transformers if it is meant to do that")
    }
  }
}

extension Resource {
  /// The object without the one label that a validator may set.
  fileprivate var withoutLabel: Node {
    let label = "validated-by"
    guard var labels, labels[label] != nil else { return object }
    labels[label] = nil
    var bare = self
    bare.setMetadata("labels", to: labels.isEmpty ? nil : .mapping(labels))
    return bare.object
  }
}
