package import Diagnostics
internal import InstanceGroups
internal import Resources
package import YAML

/// The files of adopted sources: a kustomization, the Topology, a file for each group, and the rest as it was.
package struct AdoptedFiles {
  package private(set) var files: [(path: String, bytes: [UInt8])] = []
  private var names = Set(texts: ["kustomization.yaml"])

  /// - Parameter read: the files that the objects were read from.
  package init(_ sources: AdoptedSources, _ read: SourceFiles) {
    if let topology = sources.topology { add("topology", topology.block) }
    let comments = SourceComments(read)
    var uses: [KeyBytes: Int] = [:]
    for group in sources.groups { uses[group.name, default: 0] += 1 }
    let blocks = Self.blocks(of: sources.groups, comments)
    for (group, block) in zip(sources.groups, blocks) {
      let isShared = uses[group.name, default: 0] > 1
      add(
        Self.name(of: group, isShared: isShared), block ?? comments.write(group.node, readAt: group.places))
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

  /// The text of each group that no comments stand near, side by side: of comments, each goes to the first who asks.
  private static func blocks(
    of groups: [AdoptedSources.Group], _ comments: SourceComments
  ) -> [[UInt8]?] {
    let isBare = groups.map { !comments.areIn($0.places) }
    return Array(inParallel: groups.count) { isBare[$0] ? groups[$0].node.block : nil }
  }

  /// - Parameter isShared: whether groups of several namespaces are called so.
  private static func name(of group: AdoptedSources.Group, isShared: Bool) -> String {
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
  package var block: [UInt8] {
    var emitter = Emitter(keepsOrder: true)
    emitter.emit(document: self)
    return emitter.bytes
  }
}
