import Diagnostics
import InstanceGroups
import Resources
import YAML

/// One expansion of a text of documents, as the tests look at it.
struct Example {
  let report = Report()
  let files = SourceFiles()
  let resources: [Resource]
  let tables: [InstanceTable]

  /// - Parameter change: what layers did to the resources before the expansion.
  init(_ text: String, options: Expansion.Options = .init(), change: (inout ResourceSet) -> Void = { _ in }) {
    let file = SourceFile(path: "input.yaml", bytes: Array(text.utf8))
    let index = files.add(file)
    let documents = Composer.compose(file, index: index, report: report) ?? []
    var set = ResourceSet(documents.map { Resource(object: $0) })
    change(&set)
    let expansion = Expansion(report: report, files: files, options: options)
    tables = Expansion(report: Report(), files: files, options: options).instances(of: set)
    expansion.expand(&set)
    resources = set.resources
  }

  /// `kind/name` of every object, in order.
  var names: [String] { resources.map { "\($0.gvk.kind)/\($0.name)" } }

  func resource(_ kind: String, _ name: String) -> Resource? {
    resources.first { $0.gvk.kind == kind && $0.name == name }
  }

  /// The field at the end of a path of keys and positions, written out; `nil` when it is not there.
  func field(_ kind: String, _ name: String, _ path: String...) -> Node? {
    var node = resource(kind, name)?.object
    for step in path {
      node =
        Int(step).flatMap { index in
          node?.items.flatMap { $0.indices.contains(index) ? $0[index] : nil }
        } ?? node?[step]
    }
    return node
  }

  func text(_ kind: String, _ name: String) -> String? { resource(kind, name)?.object.yaml }

  /// `id line:column`, for each message.
  var messages: [String] {
    report.diagnostics.map { diagnostic in
      let place = diagnostic.position.map { "\($0.line):\($0.column)" } ?? "-"
      return "\(diagnostic.severity.rawValue) \(diagnostic.id) \(place)"
    }
  }

  func message(_ id: String) -> Diagnostic? { report.diagnostics.first { $0.id == id } }
}

extension Node {
  /// A YAML text as data, to compare with.
  static func yaml(_ text: String) -> Node {
    let file = SourceFile(path: "expected.yaml", bytes: Array(text.utf8))
    return Composer.compose(file, index: 0, report: Report())?.first ?? .null
  }
}

/// The group of the worked example, with more fields of its spec.
func nats(_ more: String = "", topology: String? = "", name: String = "nats") -> String {
  let declared = topology.map { more in
    """
    apiVersion: zonal/v1alpha1
    kind: Topology
    metadata: {name: kubecf}
    spec:
      deployment: kubecf
      zones: [{name: z1}, {name: z2}]
    \(indented(more))
    ---

    """
  }
  return (declared ?? "") + """
    apiVersion: zonal/v1alpha1
    kind: InstanceGroup
    metadata: {name: \(name)}
    spec:
      instances: 2
      zones: [z1, z2]
      template:
        spec:
          containers:
          - name: nats
            image: nats
            ports: [{name: nats, containerPort: 4222}]
    \(indented(more))

    """
}

private func indented(_ text: String) -> String {
  text.split(separator: "\n").map { "  " + $0 }.joined(separator: "\n")
}

extension String {
  /// The same group with another number of instances.
  func replacingInstances(_ count: Int) -> String {
    split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0 == "  instances: 2" ? "  instances: \(count)" : String($0) }.joined(separator: "\n")
  }
}
