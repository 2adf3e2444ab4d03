internal import Diagnostics
internal import Resources
internal import YAML

/// An object that makes pods, with the template of them; a Pod is its own template.
final class Workload: Sendable, Labelled {
  let resource: Resource
  let name: String
  let namespace: String
  /// Holds `metadata` and `spec` of the pods.
  let template: Node
  /// `spec` of the pods.
  let pod: Node
  let labels: Mapping?
  /// Those that run first and those that stay.
  let containers: [Container]
  /// The ConfigMaps and Secrets that it names.
  let configs: [ConfigReference]
  /// Where it may list members of a group.
  let memberTexts: [MemberText]
  /// `nil` where something else than the object decides it: nodes, the work to do.
  let replicas: Int?
  let ordinals: Range<Int>
  /// Whether something else completes its pods, because no pod runs without an image: then images, ports, volumes
  /// and variables may come from there, too.
  let isCompletedElsewhere: Bool

  /// - Returns: `nil` for what makes no pods.
  init?(_ resource: Resource) {
    guard let template = Self.template(of: resource), let pod = template["spec"], pod.mapping != nil else {
      return nil
    }
    self.resource = resource
    self.template = template
    self.pod = pod
    name = resource.name
    namespace = resource.effectiveNamespace
    labels = template.at("metadata", "labels")?.mapping
    containers =
      pod.items(of: "initContainers").map { Container($0, isInitial: true) }
      + pod.items(of: "containers").map { Container($0, isInitial: false) }
    configs = ConfigReference.references(of: pod, containers)
    memberTexts = MemberText.texts(of: containers)
    let spec = resource.object["spec"]
    replicas = Self.scaled.contains(resource.gvk.kind) ? spec?.integer("replicas") ?? 1 : nil
    let first = max(0, spec?["ordinals"]?.integer("start") ?? 0)
    isCompletedElsewhere =
      containers.contains { $0.node["image"]?.text ?? "" == "" } && !BuiltinKinds.isKnown(resource.gvk)
    ordinals = first..<(first + max(0, replicas ?? 0))
  }

  /// In the set's order.
  static func workloads(of set: ResourceSet) -> [Workload] {
    let pieces = set.resources.indices.pieces(of: pieceSize)
    let found = [[Workload]](inParallel: pieces.count, if: true) { piece in
      set.resources[pieces[piece]].compactMap(Workload.init)
    }
    return Array(found.joined())
  }

  /// Objects that one thread looks at, one after the other.
  private static let pieceSize = 1024

  private static let scaled = ["Deployment", "StatefulSet", "ReplicaSet", "ReplicationController"]

  /// Any kind that has a pod template where Kubernetes' own have it counts, also one that we don't know.
  private static func template(of resource: Resource) -> Node? {
    let object = resource.object
    switch resource.gvk.kind {
    case "Pod" where resource.gvk.group.isEmpty: return object
    case "CronJob": return object.at("spec", "jobTemplate", "spec", "template")
    case "PodTemplate": return object["template"]
    default:
      guard let template = object.at("spec", "template"), template["spec"]?["containers"] != nil else {
        return nil
      }
      return template
    }
  }

  var kind: String { resource.gvk.kind }
  /// The name of the Service in which the pods of a StatefulSet have their names.
  var governingService: Node? { resource.object.at("spec", "serviceName") }

  var isStatefulSet: Bool { kind == "StatefulSet" && resource.gvk.group == "apps" }

  /// `StatefulSet "nats"`, as messages say it.
  var title: String { "\(kind) \"\(name)\"" }
}

/// A container of a pod template.
struct Container: Sendable {
  let node: Node
  let name: String
  /// Whether it ends before the others start.
  let endsFirst: Bool

  init(_ node: Node, isInitial: Bool) {
    self.node = node
    name = node["name"]?.text ?? ""
    endsFirst = isInitial && node["restartPolicy"]?.text != "Always"
  }

  var portNames: [String] { namedPorts.map(\.name) }

  var namedPorts: [(name: String, transport: String, position: Position)] {
    node.items(of: "ports").compactMap { port in
      guard let name = port["name"], let text = name.text else { return nil }
      return (text, port["protocol"]?.text ?? "TCP", name.position)
    }
  }
}
