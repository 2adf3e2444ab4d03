package import Diagnostics
internal import InstanceGroups
internal import Resources
internal import YAML

/// The files of adopted sources: a kustomization, the Topology, a file for each group, and the rest as it was.
package struct AdoptedFiles {
  package private(set) var files: [(path: String, bytes: [UInt8])] = []
  private var names = Set(texts: ["kustomization.yaml"])

  /// - Parameter read: the files that the objects were read from.
  package init(_ sources: AdoptedSources, _ read: SourceFiles) {
    if let topology = sources.topology { add("topology", topology.block) }
    let comments = SourceComments(read)
    for group in sources.groups {
      add(name(of: group, among: sources.groups), comments.write(group.node, readAt: group.place))
    }
    for rest in RestFile.files(of: sources.rest, read) {
      add(names.contains("\(rest.name).yaml") ? "\(rest.name)-others" : rest.name, rest.bytes)
    }
    let list = Node.mapping([
      "apiVersion": "kustomize.config.k8s.io/v1beta1", "kind": "Kustomization",
      "resources": .sequence(files.map { .string($0.path) }),
    ])
    files.insert(("kustomization.yaml", list.block), at: 0)
  }

  private func name(of group: AdoptedSources.Group, among groups: [AdoptedSources.Group]) -> String {
    let isShared = groups.count { sameBytes($0.name, group.name) } > 1
    let name = Names.sanitized(group.name)
    return isShared && !group.namespace.isEmpty ? "\(group.namespace)-\(name)" : name
  }

  /// - Parameter name: without its ending; one that is taken gets a number.
  private mutating func add(_ name: String, _ bytes: [UInt8]) {
    var path = "\(name).yaml"
    var number = 2
    while !names.insert(path) {
      path = "\(name)-\(number).yaml"
      number += 1
    }
    files.append((path, bytes))
  }
}

extension Node {
  /// As a person sees it: in block style, keys in their order.
  var block: [UInt8] {
    var emitter = Emitter(keepsOrder: true)
    emitter.emit(document: self)
    return emitter.bytes
  }
}
