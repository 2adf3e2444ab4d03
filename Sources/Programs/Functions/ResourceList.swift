internal import Resources
internal import YAML

/// What functions read and write: objects, the configuration, and results.
enum ResourceList {
  /// The list that a function reads, with the annotations that functions expect of kustomize.
  static func bytes(items: [Resource], configuration: Node) -> [UInt8] {
    let objects = items.enumerated().map { index, item in
      var item = item
      item.annotate([
        ("config.kubernetes.io/index", "\(index)"), ("internal.config.kubernetes.io/index", "\(index)"),
        ("config.k8s.io/id", "\(index + 1)"), ("internal.config.kubernetes.io/id", "\(index + 1)"),
      ])
      return item.object
    }
    let list = Node.mapping([
      "apiVersion": "config.kubernetes.io/v1",
      "kind": "ResourceList",
      "items": .sequence(objects),
      "functionConfig": configuration,
    ])
    var emitter = Emitter()
    emitter.emit(document: list)
    return emitter.bytes
  }

  /// The results in what a function wrote, also in the older form that gives them a name.
  static func results(in documents: [Node]) -> [Node] {
    documents.first?["results"].flatMap { $0.items ?? $0["items"]?.items } ?? []
  }
}
