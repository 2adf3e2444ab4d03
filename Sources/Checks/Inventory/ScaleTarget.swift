internal import Diagnostics
internal import Resources
internal import YAML

/// What an autoscaler changes.
struct ScaleTarget {
  let scaler: Resource
  let reference: Node
  let group: String
  let kind: String
  let name: String

  static func targets(_ objects: ObjectIndex) -> [ScaleTarget] {
    let pods = objects.all("HorizontalPodAutoscaler", "autoscaling").map { ($0, "scaleTargetRef") }
    let sizes = objects.all("VerticalPodAutoscaler", "autoscaling.k8s.io").map { ($0, "targetRef") }
    let events = objects.all("ScaledObject", "keda.sh").map { ($0, "scaleTargetRef") }
    return (pods + sizes + events).compactMap { scaler, field in
      guard let reference = scaler.object.at("spec", field), let name = reference["name"]?.text else {
        return nil
      }
      // Only a ScaledObject need not say them.
      let target = GroupVersionKind(
        apiVersion: reference["apiVersion"]?.text ?? "apps/v1", kind: reference["kind"]?.text ?? "Deployment")
      return ScaleTarget(
        scaler: scaler, reference: reference, group: target.group, kind: target.kind, name: name)
    }
  }

  /// The same for a workload and for what names it.
  var key: String { "\(scaler.effectiveNamespace) \(kind) \(name)" }

  static func key(_ workload: Workload) -> String {
    "\(workload.namespace) \(workload.kind) \(workload.name)"
  }

  var decidesReplicas: Bool { scaler.gvk.kind != "VerticalPodAutoscaler" }

  /// The number of pods that it keeps at least, and where that is written.
  var least: (count: Int, place: Position?) {
    let field = scaler.gvk.kind == "ScaledObject" ? ("minReplicaCount", 0) : ("minReplicas", 1)
    let spec = scaler.object["spec"]
    return (spec?.integer(field.0) ?? field.1, spec?[field.0]?.position)
  }
}
