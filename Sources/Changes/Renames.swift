internal import Resources
internal import YAML

/// Objects that went and came, paired where one is the other under a new name.
///
/// A name is new when only the hash at its end differs, as of a generated ConfigMap, or when nothing but the name does.
struct Renames {
  private(set) var pairs: [(old: Resource, new: Resource)] = []
  private(set) var removed: [Resource]
  private(set) var added: [Resource]

  init(removed: [Resource], added: [Resource]) {
    self.removed = removed
    self.added = added
    if removed.isEmpty || added.isEmpty { return }
    pair { $0.nameWithoutHash.map { [$0] } ?? [] }
    pair { [$0.contentWithoutName] }
  }

  /// Pairs objects of one kind and namespace whose keys are the same, where that leaves no choice.
  private mutating func pair(by key: (Resource) -> [String]) {
    func keyed(_ resources: [Resource]) -> [[KeyBytes]: [Int]] {
      var places: [[KeyBytes]: [Int]] = [:]
      for (index, resource) in resources.enumerated() {
        let own = key(resource)
        guard !own.isEmpty else { continue }
        let key = [resource.gvk.group, resource.gvk.kind, resource.namespace] + own
        places[key.map(KeyBytes.init), default: []].append(index)
      }
      return places
    }
    let candidates = keyed(added)
    var gone: Set<Int> = []
    var come: Set<Int> = []
    for (key, olds) in keyed(removed) {
      guard let news = candidates[key], olds.count == 1, news.count == 1 else { continue }
      gone.insert(olds[0])
      come.insert(news[0])
      pairs.append((removed[olds[0]], added[news[0]]))
    }
    removed = removed.indices.filter { !gone.contains($0) }.map { removed[$0] }
    added = added.indices.filter { !come.contains($0) }.map { added[$0] }
  }
}

extension Resource {
  /// The name of something generated, without the ten characters of its hash (kustomize v5 `hasher`).
  var nameWithoutHash: String? {
    let name = Array(self.name.utf8)
    guard name.count > 11, name[name.count - 11] == UInt8(ascii: "-"),
      name.suffix(10).allSatisfy({ Self.hashCharacters.contains($0) })
    else { return nil }
    return String(decoding: name.dropLast(11), as: UTF8.self)
  }

  /// What kustomize writes hexadecimal digits as, so that no words come of them.
  private static let hashCharacters = Set("bcdfghkmt2456789".utf8)

  fileprivate var contentWithoutName: String {
    var object = self.object
    _ = object.changeMapping { root in
      guard let index = root.index(of: "metadata") else { return }
      _ = root.pairs[index].value.changeMapping { $0["name"] = nil }
    }
    var emitter = Emitter()
    emitter.emit(document: object)
    return String(decoding: emitter.bytes, as: UTF8.self)
  }
}
