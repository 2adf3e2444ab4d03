internal import Diagnostics
internal import Files
internal import Machine
internal import Resources
internal import YAML

/// Reads from the cluster what manifests name, in few calls.
struct LiveObjects {
  private let kubectl: Kubectl

  init(_ cluster: Cluster, _ files: SourceFiles, _ report: Report) {
    kubectl = Kubectl(cluster: cluster, files: files, report: report)
  }

  /// How many objects one call asks for: kubectl gets them one after the other, and calls run side by side.
  private static let chunk = 250

  /// What the cluster has of both sides, as far as somebody wrote it.
  ///
  /// - Returns: `nil` after a report.
  func standing(
    for old: ResourceSet, _ new: ResourceSet, _ writers: FieldOwners.Writers
  ) -> ResourceSet? {
    guard var live = objects(named: new.resources + old.resources) else { return nil }
    var wanted: [ResourceID: Resource] = [:]
    for resource in old.resources { wanted[resource.canonicalID] = resource }
    for resource in new.resources { wanted[resource.canonicalID] = resource }
    for index in live.resources.indices {
      let resource = live.resources[index]
      guard let other = wanted[resource.canonicalID] else { continue }
      live.resources[index] = FieldOwners(of: resource, writers).pruned(resource, to: other)
    }
    return live
  }

  /// Those of the named objects that the cluster has, under the names and namespaces that the manifests give.
  ///
  /// - Returns: `nil` after a report.
  func objects(named wanted: [Resource]) -> ResourceSet? {
    var known: Set<ResourceID> = []
    let asked = wanted.filter { !$0.hasGeneratedName && known.insert($0.canonicalID).inserted }
    let chunks = asked.indices.pieces(of: Self.chunk)
    let found = [[Resource]?](inParallel: chunks.count, if: true) { get(Array(asked[chunks[$0]])) }
    guard !kubectl.report.hasErrors else { return nil }
    return ResourceSet(Renamespacing(asked).applied(to: found.compactMap(\.self).flatMap(\.self)))
  }

  private func get(_ asked: [Resource]) -> [Resource]? {
    guard let ending = call(asked) else { return nil }
    if ending.code == 0 { return read(ending.output) }
    // Kinds that the cluster does not know yet have no objects there.
    let refusals = ending.errorLines.filter { !$0.isAboutUnknownKind && !$0.isAdvice }
    let unknown = Set(ending.errorLines.compactMap(\.unknownKind))
    let others = asked.filter { !unknown.contains("\($0.gvk.kind) \($0.gvk.apiVersion)") }
    guard refusals.isEmpty, others.count < asked.count else {
      kubectl.reportRefusal(refusals.isEmpty ? ending.errorLines : refusals)
      return nil
    }
    return others.isEmpty ? [] : get(others)
  }

  private func call(_ asked: [Resource]) -> Program.Ending? {
    var emitter = Emitter()
    for (index, resource) in asked.enumerated() {
      if index > 0 { emitter.separateDocuments() }
      emitter.emit(document: resource.nameOnly)
    }
    return kubectl.run(
      ArgumentList(
        "get", "--filename=-", "--ignore-not-found", "--output=yaml", "--show-managed-fields"),
      input: emitter.bytes)
  }

  private func read(_ output: [UInt8]) -> [Resource] {
    ManifestReading(files: kubectl.files, report: kubectl.report)
      .resources(bytes: output, shown: kubectl.cluster.shown)
  }
}

/// Gives objects of the cluster the namespace that the manifests name: none, where they leave it to kubectl.
private struct Renamespacing {
  private var named: Set<ResourceID> = []
  private var unnamed: Set<ResourceID> = []

  init(_ asked: [Resource]) {
    for resource in asked {
      if resource.namespace.isEmpty && !resource.isClusterScoped { unnamed.insert(resource.id) }
      named.insert(resource.canonicalID)
    }
  }

  func applied(to resources: [Resource]) -> [Resource] {
    resources.map { resource in
      guard !resource.namespace.isEmpty else { return resource }
      var id = resource.id
      id.namespace = ""
      guard unnamed.contains(id), resource.namespace == "default" || !named.contains(resource.canonicalID)
      else { return resource }
      var other = resource
      other.setMetadata("namespace", to: nil)
      return other
    }
  }
}

extension Resource {
  /// As much of it as tells kubectl which one is meant.
  fileprivate var nameOnly: Node {
    var metadata = Mapping([.init(key: Scalar("name"), value: .string(name))])
    if !namespace.isEmpty { metadata["namespace"] = .string(namespace) }
    return .mapping([
      "apiVersion": .string(gvk.apiVersion), "kind": .string(gvk.kind), "metadata": .mapping(metadata),
    ])
  }
}

extension Program.Ending {
  fileprivate var errorLines: [Substring] {
    String(decoding: errors, as: UTF8.self).split(whereSeparator: \.isNewline)
  }
}

/// The words are kubectl's own (`resource mapping not found for name: "x" … no matches for kind "K" in version "g/v"`).
extension Substring {
  fileprivate var isAboutUnknownKind: Bool { contains("no matches for kind \"") }

  /// What kubectl adds on a line of its own below it.
  fileprivate var isAdvice: Bool { hasPrefix("ensure CRDs are installed first") }

  /// `Kafka kafka.strimzi.io/v1beta2`
  fileprivate var unknownKind: String? {
    guard let start = firstRange(of: "no matches for kind \"")?.upperBound else { return nil }
    let words = self[start...].split(separator: "\"")
    guard words.count >= 3 else { return nil }
    return "\(words[0]) \(words[2])"
  }
}
