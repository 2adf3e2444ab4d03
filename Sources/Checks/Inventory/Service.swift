internal import Resources
internal import YAML

/// A Service with the pods that it leads to.
final class Service: Labelled {
  let resource: Resource
  /// `nil` for one whose endpoints somebody else keeps.
  let selector: PodSelector?
  let selection: Selection<Workload>

  init(_ resource: Resource, _ pods: LabelIndex<Workload>) {
    self.resource = resource
    let labels = resource.object.at("spec", "selector")?.mapping
    let isExternal = resource.object.at("spec", "type")?.text == "ExternalName"
    selector = labels.flatMap { $0.isEmpty || isExternal ? nil : PodSelector(labels: $0) }
    selection = selector.map { pods.selected(by: $0, in: resource.effectiveNamespace) } ?? Selection([])
  }

  var workloads: [Workload] { selection.members }

  var name: String { resource.name }
  var namespace: String { resource.effectiveNamespace }
  var labels: Mapping? { resource.labels }
  var ports: [Node] { resource.object["spec"]?.items(of: "ports") ?? [] }
  var isHeadless: Bool { resource.object.at("spec", "clusterIP")?.text == "None" }

  func isSelected(by selector: PodSelector) -> Bool { selector.selects(labels) }
}
