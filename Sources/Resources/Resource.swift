package import Diagnostics
package import YAML

/// One Kubernetes object, and beside it what the build knows about it.
///
/// Nothing of the build is ever written into the object itself.
package struct Resource: Sendable {
  /// The object's root mapping.
  package var object: Node

  /// Kept beside the object because every transformer asks for it; ``refreshKind()`` after a change that may concern it.
  package private(set) var gvk: GroupVersionKind

  /// Whether it lives outside of namespaces.
  package private(set) var isClusterScoped = false

  /// Whether the name ends in a hash of the content once everything else is done.
  package var needsNameHash = false

  /// Whether it stands before everything else, whatever the order.
  package var comesFirst = false

  /// How a generated object meets an equal one of a layer below.
  package var behavior: Behavior = .unspecified

  /// Whether a chart rendered it: a chart decides its namespaces itself.
  package var isHelmGenerated = false

  /// What few changes concern; most objects have none, so that copies of resources stay cheap.
  private var history: ResourceHistory?

  /// The last number of ``Scalar/share`` that was given out in it.
  package var lastShare: UInt8 = 0

  /// How many transformers of the present kind it went through before what was noted of them was lost.
  package var lostSteps = 0

  package enum Behavior: String, Sendable, CaseIterable {
    case unspecified, create, merge, replace
  }

  package init(object: Node) {
    self.object = object
    gvk = GroupVersionKind(version: "", kind: "")
    refreshKind()
  }

  /// Reads group, version and kind from the object again.
  package mutating func refreshKind() {
    let apiVersion = object["apiVersion"]?.text ?? ""
    let kind = object["kind"]?.text ?? ""
    if gvk.kind != kind || gvk.apiVersion != apiVersion {
      gvk = GroupVersionKind(apiVersion: apiVersion, kind: kind)
      isClusterScoped = BuiltinKinds.isNamespaced(gvk) == false
    }
  }

  /// Notes what a schema says of its kind, unless that is one of Kubernetes' own.
  package mutating func noteScope(isNamespaced: Bool) {
    if !BuiltinKinds.isKnown(gvk) { isClusterScoped = !isNamespaced }
  }
}

extension Resource {
  /// The identities it had before, oldest first: one as it was loaded, and one for each rename since.
  package var earlier: [ResourceID] {
    get { history?.earlier ?? [] }
    _modify { yield &ownHistory.earlier }
  }

  /// The prefixes and suffixes that layers put on its name, inner layers first.
  package var prefixes: [String] {
    get { history?.prefixes ?? [] }
    _modify { yield &ownHistory.prefixes }
  }
  package var suffixes: [String] {
    get { history?.suffixes ?? [] }
    _modify { yield &ownHistory.suffixes }
  }

  /// The names of the vars that take their values from it.
  package var variables: [String] {
    get { history?.variables ?? [] }
    _modify { yield &ownHistory.variables }
  }

  /// The vars, layer by layer, that may take their values from what becomes of it.
  package var awaitedVariables: [Set<KeyBytes>] {
    get { history?.awaitedVariables ?? [] }
    _modify { yield &ownHistory.awaitedVariables }
  }

  /// Where it comes from, when the build keeps track of that.
  package var origin: Origin? {
    get { history?.origin }
    _modify { yield &ownHistory.origin }
  }

  /// The transformers that it went through since, when the build keeps track of that.
  package var transformations: [Origin] {
    get { history?.transformations ?? [] }
    _modify { yield &ownHistory.transformations }
  }

  /// The number of its present state in a ``BuildTrace``; 0 when nobody follows the build.
  package var trace: Int {
    get { history?.trace ?? 0 }
    _modify { yield &ownHistory.trace }
  }

  /// What the group that it was made of promises of zones that are lost.
  package var promise: SurvivalPromise? {
    get { history?.promise }
    _modify { yield &ownHistory.promise }
  }

  /// Where fields were taken away that a build read before, by their paths; known of a build that is compared.
  package var removedFields: [String: Position] {
    get { history?.removedFields ?? [:] }
    _modify { yield &ownHistory.removedFields }
  }

  /// The history, for changing it, which no other resource shares.
  private var ownHistory: ResourceHistory {
    mutating get {
      if isKnownUniquelyReferenced(&history), let history { return history }
      let own = history?.copy() ?? ResourceHistory()
      history = own
      return own
    }
  }
}

/// What a build remembers of a resource. Changed only by the resource that alone refers to it.
private final class ResourceHistory: @unchecked Sendable {
  var earlier: [ResourceID] = []
  var prefixes: [String] = []
  var suffixes: [String] = []
  var variables: [String] = []
  var awaitedVariables: [Set<KeyBytes>] = []
  var origin: Origin?
  var transformations: [Origin] = []
  var trace = 0
  var removedFields: [String: Position] = [:]
  var promise: SurvivalPromise?

  func copy() -> ResourceHistory {
    let copy = ResourceHistory()
    copy.earlier = earlier
    copy.prefixes = prefixes
    copy.suffixes = suffixes
    copy.variables = variables
    copy.awaitedVariables = awaitedVariables
    copy.origin = origin
    copy.transformations = transformations
    copy.trace = trace
    copy.removedFields = removedFields
    copy.promise = promise
    return copy
  }
}

extension Resource {
  package var name: String { object.at("metadata", "name")?.text ?? "" }

  /// Whether its name is to be made by the API server, from `generateName`; ``name`` is then `hello-*`.
  package var hasGeneratedName: Bool {
    object.at("metadata", "generateName") != nil && name.hasSuffix("*")
  }

  /// The object as it is written in a manifest.
  package var written: Node {
    guard hasGeneratedName else { return object }
    var resource = self
    resource.setMetadata("name", to: nil)
    return resource.object
  }

  /// Empty when the object names none.
  package var namespace: String { object.at("metadata", "namespace")?.text ?? "" }

  package var id: ResourceID { ResourceID(gvk: gvk, name: name, namespace: namespace) }

  /// The namespace that counts when objects are compared.
  package var effectiveNamespace: String {
    ResourceID.effectiveNamespace(namespace, isClusterScoped: isClusterScoped)
  }

  /// What no other object of a set may have too.
  package var canonicalID: ResourceID { ResourceID(gvk: gvk, name: name, namespace: effectiveNamespace) }

  /// Whether it is, or once was, this.
  package func wasEver(_ id: ResourceID) -> Bool {
    sameBytes(name, id.name) && self.id.isSame(as: id) || earlier.contains { $0.isSame(as: id) }
  }

  package func wasEver(named name: String) -> Bool {
    sameBytes(self.name, name) || earlier.contains { sameBytes($0.name, name) }
  }

  /// The identity as it was loaded.
  package var originalID: ResourceID { earlier.first ?? id }

  package var position: Position { object.position }

  /// Where its name stands, or the object when it has none.
  package var namePosition: Position { object.at("metadata", "name")?.position ?? position }

  /// Every identity it ever had, oldest first, the present one last.
  package var identities: [ResourceID] { earlier + [id] }

  /// Gives it another name and remembers the one it had.
  package mutating func rename(to name: String) {
    rememberIdentity()
    setMetadata("name", to: .string(name, at: namePosition))
  }

  /// Notes the present identity before something changes it, so that references to it can follow.
  package mutating func rememberIdentity() {
    let id = id
    // Thousands of patches may leave it as it is.
    if earlier.last != id { earlier.append(id) }
  }

  /// Forgets what it was called, and that its name is to get a hash.
  package mutating func forgetBuild() {
    let (variables, awaited, trace) = (variables, awaitedVariables, trace)
    history = nil
    if !variables.isEmpty { self.variables = variables }
    if !awaited.isEmpty { awaitedVariables = awaited }
    if trace != 0 { self.trace = trace }
    needsNameHash = false
    behavior = .unspecified
  }

  /// Sets, or with `nil` removes, a field of `metadata`.
  package mutating func setMetadata(_ field: String, to value: Node?) {
    let position = self.position
    _ = object.changeMapping { root in
      if root["metadata"]?.mapping == nil { root["metadata"] = .mapping(Mapping(at: position)) }
      guard let index = root.index(of: "metadata") else { return }
      _ = root.pairs[index].value.changeMapping { $0[field] = value }
    }
  }

  package var labels: Mapping? { object.at("metadata", "labels")?.mapping }
  package var annotations: Mapping? { object.at("metadata", "annotations")?.mapping }
}
