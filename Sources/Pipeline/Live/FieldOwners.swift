internal import Diagnostics
internal import Resources
internal import YAML

/// Which fields of a live object somebody wrote, so that what only controllers and webhooks filled in is told from it.
///
/// From `metadata.managedFields` (FieldsV1 of server-side apply, Kubernetes 1.22) and the annotation of client-side
/// apply. An object that has neither is taken as it is.
struct FieldOwners {
  enum Writers {
    /// Who applies manifests: what they wrote and write no more goes with the next apply.
    case appliers
    /// Who applies, and people who change objects with kubectl by hand.
    case people
  }

  private let owned: [Node]
  /// Of all managers, wanted or not: they tell which lists have keys.
  private let all: [Node]
  private let applied: Node?

  private static let lastApplied = "kubectl.kubernetes.io/last-applied-configuration"

  init(of live: Resource, _ writers: Writers) {
    let entries = live.object.at("metadata", "managedFields")?.items ?? []
    applied = live.annotations?[Self.lastApplied]?.text.flatMap(Self.parsed)
    all = entries.compactMap { $0["fieldsV1"] }
    let isAppliedByClient = applied != nil && writers == .appliers
    owned =
      isAppliedByClient ? [] : entries.filter { $0.isWritten(by: writers) }.compactMap { $0["fieldsV1"] }
  }

  /// The live object without the fields that nobody wrote and `wanted` does not have.
  func pruned(_ live: Resource, to wanted: Resource) -> Resource {
    guard !all.isEmpty || applied != nil else { return live }
    var live = live
    live.object = pruned(live.object, wanted.object, Owners(owned: owned, all: all, applied: applied))
    return live
  }

  /// What is known of the owners of one field and what is below it.
  private struct Owners {
    var owned: [Node]
    var all: [Node]
    var applied: Node?

    var isEmpty: Bool { owned.isEmpty && applied == nil }

    func field(_ name: String) -> Owners {
      Owners(
        owned: owned.compactMap { $0.isOwnedWhole ? $0 : $0["f:\(name)"] },
        all: all.compactMap { $0["f:\(name)"] }, applied: applied?[name])
    }

    /// The keys of a list's entries; empty for one that has none, and is owned as a whole.
    var keys: [(text: String, key: Mapping)] {
      let texts = Set(texts: all.flatMap { $0.mapping?.pairs ?? [] }.map(\.key.text)).map(\.text)
      return texts.filter { $0.hasPrefix("k:") }.compactMap { text in
        FieldOwners.parsed(String(text.dropFirst(2)))?.mapping.map { (text, $0) }
      }
    }

    func entry(_ key: (text: String, key: Mapping)) -> Owners {
      Owners(
        owned: owned.compactMap { $0.isOwnedWhole ? $0 : $0[key.text] }, all: all.compactMap { $0[key.text] },
        applied: applied?.items?.first { $0.has(key.key) })
    }
  }

  private func pruned(_ live: Node, _ wanted: Node?, _ owners: Owners) -> Node {
    switch live {
    case .scalar: return live
    case .mapping(var mapping):
      mapping.pairs = mapping.pairs.compactMap { pair in
        let (below, other) = (owners.field(pair.key.text), wanted?[pair.key.text])
        guard other != nil || !below.isEmpty else { return nil }
        return .init(key: pair.key, value: pruned(pair.value, other, below))
      }
      return .mapping(mapping)
    case .sequence(var sequence):
      let keys = owners.keys
      sequence.items = sequence.items.compactMap { item in
        guard let key = keys.first(where: { item.has($0.key) }) else { return item }
        let (below, other) = (owners.entry(key), wanted?.items?.first { $0.has(key.key) })
        guard other != nil || !below.isEmpty else { return nil }
        return pruned(item, other, below)
      }
      return .sequence(sequence)
    }
  }

  private static func parsed(_ json: String) -> Node? {
    Composer.compose(
      SourceFile(path: "", bytes: Array(json.utf8), isSecret: true), index: 0, report: Report())?.first
  }
}

extension Node {
  /// Whether an entry of `managedFields` is of one of them.
  fileprivate func isWritten(by writers: FieldOwners.Writers) -> Bool {
    if self["subresource"]?.text.map({ !$0.isEmpty }) ?? false { return false }
    let manager = self["manager"]?.text ?? ""
    if self["operation"]?.text == "Apply" || manager == "kubectl-client-side-apply" { return true }
    return writers == .people && manager.hasPrefix("kubectl")
  }

  /// Whether FieldsV1 says no more of a field: what is below it has no owners of its own.
  fileprivate var isOwnedWhole: Bool { mapping?.isEmpty ?? false }

  /// Whether an entry of a list is the one with these keys.
  fileprivate func has(_ key: Mapping) -> Bool {
    key.pairs.allSatisfy { pair in
      guard let value = self[pair.key.text]?.text else {
        // As the server fills it in.
        return pair.key.text == "protocol" && pair.value.text == "TCP"
      }
      return sameBytes(value, pair.value.text ?? "")
    }
  }
}
