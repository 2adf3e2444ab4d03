internal import Diagnostics
internal import Resources
internal import Transforms
internal import YAML

/// The objects of a layer while it gathers them; no two may have one identity.
struct Accumulator {
  private(set) var set = ResourceSet()
  /// How many objects there can be.
  var most = ResourceSet.most
  /// What the layers so far add to where transformers write.
  private(set) var additions: [FieldAddition] = []
  private var addedFields = AddedFields.nothing
  var variables: [Variable] = []
  var openAPI: OpenAPI?
  /// How often objects were renamed that came with bases, but for the first two times of each.
  private var renames = 0

  init() {}

  /// What a file holds; its objects meet those of other files, and each other, when this is merged.
  init(_ resources: [Resource]) {
    set = ResourceSet(resources)
  }

  /// Adds what a file or a base gives.
  ///
  /// - Parameter base: the entry that names the base.
  mutating func append(_ added: consuming ResourceSet, from base: Located<String>? = nil, _ report: Report) {
    var added = added
    set.kubernetesVersion = set.kubernetesVersion ?? added.kubernetesVersion
    let position = base?.position ?? added.resources.first?.namePosition
    guard holds(added.resources.count, at: position, report) else { return }
    if let base, !holdsRenames(of: added, base, report) { return change { $0.resources = [] } }
    if base != nil {
      // A layer's objects differ from each other, so that only those of the smaller one have to be looked up.
      if set.resources.isEmpty || set.insert(before: &added) { return set.take(added) }
    }
    var names = set.takeNames()
    for resource in added.resources { append(resource, &names, from: base, report) }
    set.keep(names)
  }

  /// Whether there is room for more objects; after a report there are none, because what layers above would make of them
  /// is of no interest any more.
  private mutating func holds(_ count: Int, at position: Position?, _ report: Report) -> Bool {
    if set.resources.count + count <= most { return true }
    report.error(
      "too-many-objects", "a layer has more than \(most) objects, which is as many as can be built",
      at: position, hint: "build parts of it by themselves")
    change { $0.resources = [] }
    return false
  }

  /// - Returns: `false` after a report.
  private mutating func holdsRenames(
    of added: ResourceSet, _ base: Located<String>, _ report: Report
  ) -> Bool {
    renames += added.resources.reduce(0) { $0 + max(0, $1.earlier.count - 2) }
    guard renames > ResourceSet.mostRenames else { return true }
    report.error(
      "too-many-renames", "the objects of a layer were renamed more than \(ResourceSet.mostRenames) times",
      at: base.position, hint: "rename them in fewer layers")
    return false
  }

  private mutating func append(
    _ resource: Resource, _ names: inout NameIndex, from base: Located<String>?, _ report: Report
  ) {
    if let other = set.place(of: resource.id, names) {
      report.error(
        "duplicate-object", "\(resource.id) is there twice", at: resource.namePosition,
        notes: [.init("the other one", at: set.resources[other].namePosition)]
          + (base.map { [.init("this one comes with \"\($0.value)\"", at: $0.position)] } ?? []),
        hint: base == nil
          ? "remove one, or rename one; to change an object of a base, patch it"
          : "name in one layer only what both contain, or tell the layers apart with namePrefix or namespace"
      )
      return
    }
    names.note(resource, at: set.resources.count)
    set.resources.append(resource)
  }

  /// Adds what a file or a base gave.
  ///
  /// - Parameter name: the entry that names the base.
  mutating func merge(_ base: consuming Accumulator, from name: Located<String>?, _ report: Report) {
    var base = base
    append(base.release(), from: name, report)
    additions += base.additions
    let additions = additions
    addedFields.merge(base.addedFields) { $0.report(among: additions, report) }
    append(base.variables, report)
    openAPI = openAPI ?? base.openAPI
  }

  /// Its objects, which it has no more, so that they need no copy.
  private mutating func release() -> ResourceSet {
    defer { set = ResourceSet() }
    return set
  }

  /// Where the transformers of this layer write.
  var fields: FieldConfiguration {
    if case .merged(let configuration) = addedFields { return configuration }
    return variables.isEmpty ? .standard : .complete
  }

  /// Notes what a layer's own files say of where transformers write.
  mutating func add(_ own: [FieldAddition], definitions: [FieldAddition], _ report: Report) {
    additions += own + definitions
    let additions = additions
    addedFields.add(own) { $0.report(among: additions, report) }
    addedFields.define(definitions) { $0.report(among: additions, report) }
  }

  /// Whether there are objects of kinds that kustomize has no list of by heart, so that it reads its schema.
  var holdsOtherKinds: Bool {
    self.set.resources.contains { BuiltinKinds.isNamespacedForKustomize($0.gvk) == nil }
  }

  /// How many fields of transformers are sorted out whenever some are added.
  var addedFieldCount: Int { additions.count }
  /// To sort one out takes about as long as to make so many bytes.
  static let weightOfField = 400

  /// Sorts out anew where transformers write, as kustomize does once a component is done.
  mutating func mergeFieldsAgain(_ report: Report) {
    let fields = addedFields
    let additions = additions
    addedFields = .nothing
    addedFields.merge(fields) { $0.report(among: additions, report) }
  }

  /// Adds what a generator made, or merges it into what a layer below made.
  mutating func absorb(_ resource: Resource, _ report: Report) {
    let id = resource.id
    var names = set.takeNames()
    defer { set.keep(names) }
    let matches = names[id].filter { set.resources[$0].wasEver(id) }
    switch (matches.count, resource.behavior) {
    case (0, .merge), (0, .replace):
      report.error(
        "nothing-to-merge", "there is no \(id) to \(resource.behavior.rawValue)", at: resource.namePosition,
        hint: mergeHint(id))
    case (0, _):
      guard holds(1, at: resource.namePosition, report) else {
        names = set.takeNames()
        return
      }
      append(resource, &names, from: nil, report)
    case (1, .merge), (1, .replace):
      let old = set.resources[matches[0]]
      set.resources[matches[0]] = resource.taking(identityOf: old, data: resource.behavior == .merge)
    case (1, _):
      report.error(
        "duplicate-object", "\(id) is there already", at: resource.namePosition,
        notes: [.init("the other one", at: set.resources[matches[0]].namePosition)],
        hint: "say behavior: merge or behavior: replace to change it")
    default:
      report.error(
        "ambiguous-merge", "\(matches.count) objects are, or were, \(id)", at: resource.namePosition,
        notes: matches.map { .init(set.resources[$0].id.description, at: set.resources[$0].namePosition) },
        hint: "say which one by its namespace")
    }
  }

  private func mergeHint(_ id: ResourceID) -> String {
    let others = set.resources.filter { $0.gvk == id.gvk }
    if let twin = others.first(where: { $0.identities.contains { sameBytes($0.name, id.name) } }) {
      return "there is \(twin.originalID): say the same namespace"
    }
    return suggestion(for: id.name, among: others.map(\.originalID.name))
      ?? "a base must generate it, in the same namespace; or say behavior: create"
  }

  /// Notes what a step made of the objects; what finds them stays as it is.
  mutating func note(_ step: TraceStep, _ trace: BuildTrace) { trace.note(step, &set.resources) }

  /// Changes the objects as a whole, as transformers and components do.
  mutating func change(_ change: (inout ResourceSet) -> Void) { change(&set) }
}

extension ResourceSet {
  /// The place of the object that has an identity.
  fileprivate func place(of id: ResourceID, _ names: NameIndex) -> Int? {
    names[id].first { resources[$0].id.isSame(as: id) }
  }

  /// Puts all objects before those of a larger set, whose index of names is kept.
  ///
  /// - Returns: `false` when they don't go together, or another way takes no longer.
  fileprivate mutating func insert(before others: inout ResourceSet) -> Bool {
    guard others.names != nil, others.resources.count > resources.count else { return false }
    var names = others.takeNames()
    defer { others.keep(names) }
    guard resources.allSatisfy({ others.place(of: $0.id, names) == nil }) else { return false }
    names.shift(by: resources.count)
    for (place, resource) in resources.enumerated() { names.note(resource, at: place) }
    others.resources.insert(contentsOf: resources, at: 0)
    return true
  }

  /// Takes the objects of another one for its own.
  fileprivate mutating func take(_ other: ResourceSet) {
    let version = kubernetesVersion
    self = other
    kubernetesVersion = version
  }
}

extension Resource {
  /// This generated object in the place of one that a layer below generated (kustomize v5
  /// `CopyMergeMetaDataFieldsFrom`): name, namespace and history are the old one's, labels and annotations both.
  fileprivate func taking(identityOf old: Resource, data: Bool) -> Resource {
    var merged = self
    merged.earlier = old.earlier
    merged.prefixes = old.prefixes
    merged.suffixes = old.suffixes
    merged.behavior = old.behavior
    if data { merged.origin = old.origin }
    merged.transformations = old.transformations
    merged.variables = old.variables
    if old.trace != 0 { merged.trace = old.trace }
    merged.needsNameHash = needsNameHash && old.needsNameHash
    merged.setMetadata("name", to: .string(old.name, at: namePosition))
    if !old.namespace.isEmpty { merged.setMetadata("namespace", to: .string(old.namespace)) }
    for field in ["labels", "annotations"] {
      let joined = Self.joined(old.object.at("metadata", field), object.at("metadata", field))
      if let joined { merged.setMetadata(field, to: joined) }
    }
    guard data else { return merged }
    for field in ["data", "binaryData"] {
      if let joined = Self.joined(old.object[field], object[field]) {
        _ = merged.object.changeMapping { $0[field] = joined }
      }
    }
    return merged
  }

  private static func joined(_ old: Node?, _ new: Node?) -> Node? {
    guard case .mapping(var joined) = old else { return new }
    joined.set(new?.mapping?.pairs ?? [])
    return .mapping(joined)
  }
}
