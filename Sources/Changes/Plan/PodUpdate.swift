internal import Resources
internal import YAML

/// What the API server lets change in a Pod that is there.
enum PodUpdate {
  static func takes(_ change: FieldChange, of pod: Resource) -> Bool {
    if isImage(change.path) { return change.old != nil && change.new != nil }
    if change.path.isCovered(by: "/spec/tolerations/*/tolerationSeconds") { return true }
    if change.path.isCovered(by: "/spec/tolerations") { return change.old == nil }
    if change.path.isCovered(by: "/spec/activeDeadlineSeconds") {
      guard let new = change.new?.wholeNumber else { return false }
      return change.old?.wholeNumber.map { new < $0 } ?? true
    }
    if change.path.isCovered(by: "/spec/schedulingGates") { return change.new == nil }
    // Nothing has looked for a node yet.
    let isGated = !(pod.object.at("spec", "schedulingGates")?.items ?? []).isEmpty
    guard isGated else { return false }
    return change.path.isCovered(by: "/spec/nodeSelector") && change.old == nil
      || change.path.isCovered(by: "/spec/affinity/nodeAffinity")
  }

  /// `/spec/containers/name=web/image`
  static func isImage(_ path: ChangePath) -> Bool {
    path.steps.count == 4 && path.steps[3] == .field("image")
      && ["/spec/containers", "/spec/initContainers"].contains(where: path.isCovered)
  }
}
