internal import Diagnostics
internal import Resources
internal import YAML

/// `namespace`: puts every namespaced object into one namespace.
struct NamespaceTransform: Transform {
  /// Which subjects of role bindings move along.
  enum Subjects: String, Sendable, CaseIterable {
    case defaultOnly, allServiceAccounts, none
  }

  var namespace = ""
  var position = Position.none
  var specs: [FieldSpec] = []
  /// Whether objects that have a namespace keep it.
  var unsetOnly = false
  var subjects = Subjects.defaultOnly

  static let field = KustomizationField(
    "namespace", .located(.scalarText), "The namespace of every object of this layer")
  static let fields = [field.description]
  static let configurationKind = "NamespaceTransformer"

  static func read(_ kustomization: Kustomization, _ context: TransformContext) -> [any Transform] {
    guard let namespace = field.read(kustomization, context.report), !namespace.value.isEmpty else {
      return []
    }
    return [
      NamespaceTransform(
        namespace: namespace.value, position: namespace.position, specs: context.fields.namespace)
    ]
  }

  static let schema = Schema<NamespaceTransform>.configuration(
    configurationKind, initial: NamespaceTransform()
  ) {
    Field("namespace", .string, \.namespace, "the namespace")
    Field("fieldSpecs", .list(of: .fieldSpec), \.specs, "where it goes")
    Field("unsetOnly", .boolean, \.unsetOnly, "keep namespaces that are set")
    Field("setRoleBindingSubjects", .choice(), \.subjects, "which subjects of role bindings move along")
  }

  static func read(configuration: Node, _ context: TransformContext) -> [any Transform] {
    guard var transform = schema.decodeConfiguration(configuration, context.report) else { return [] }
    if transform.namespace.isEmpty {
      transform.namespace = configuration.at("metadata", "namespace")?.text ?? ""
    }
    transform.position = configuration.position
    return transform.namespace.isEmpty ? [] : [transform]
  }

  func apply(to set: inout ResourceSet, _ context: TransformContext) {
    let growth = context.files.growth
    guard
      growth.holds(
        MemoryLayout<ResourceID>.size + Node.ownWeight + namespace.utf8.count, times: set.resources.count,
        of: "the namespace", at: position, context.report),
      context.affords(specs, on: set, at: position)
    else { return }
    var seen: [ResourceID: Position] = [:]
    seen.reserveCapacity(set.resources.count)
    for index in set.resources.indices where !set.resources[index].isHelmGenerated {
      set.resources[index].rememberIdentity()
      move(&set.resources[index], context)
      let resource = set.resources[index]
      if let other = seen.updateValue(resource.namePosition, forKey: resource.canonicalID) {
        context.report.error(
          "id-conflict", "the namespace \"\(namespace)\" makes two objects of \(resource.id)",
          at: resource.namePosition,
          notes: [.init("the other one", at: other), .init("the namespace is set here", at: position)],
          hint: "rename one of them, or keep them in layers of their own with different namespaces")
      }
    }
  }

  private func move(_ resource: inout Resource, _ context: TransformContext) {
    if !isOutside(resource, context) {
      FieldSpec("metadata/namespace", creates: true)
        .visit(&resource, creating: .scalar, at: position, context.report, write)
    }
    let isBinding = resource.gvk.kind == "RoleBinding" || resource.gvk.kind == "ClusterRoleBinding"
    if isBinding { moveSubjects(&resource, context.report) }
    for spec in specs
    where spec.filter.matches(resource.gvk) && applies(spec, to: resource, isBinding: isBinding) {
      spec.visit(&resource, creating: .scalar, at: position, context.report) { node throws(FieldMismatch) in
        guard case .scalar = node else {
          throw FieldMismatch(position: node.position, found: node.kindName, path: spec.path.text)
        }
        write(&node)
      }
    }
  }

  /// Whether it lives in no namespace: kustomize knows only older kinds, and those of a schema.
  private func isOutside(_ resource: Resource, _ context: TransformContext) -> Bool {
    guard resource.isClusterScoped, context.isCompatible else { return resource.isClusterScoped }
    let known = BuiltinKinds.isNamespacedForKustomize(resource.gvk)
    return (known ?? context.openAPI?.scopes[resource.gvk]) == false
  }

  /// `metadata.namespace` and subjects have rules of their own; a `Namespace` of another API is not renamed.
  private func applies(_ spec: FieldSpec, to resource: Resource, isBinding: Bool) -> Bool {
    switch spec.path.text {
    case "metadata/namespace": false
    case "metadata/name": !(spec.filter.kind == "Namespace" && resource.gvk.apiVersion != "v1")
    case "subjects/namespace": !isBinding
    default: true
    }
  }

  private func write(_ node: inout Node) {
    if unsetOnly, let text = node.text, !text.isEmpty { return }
    node = .string(namespace, at: node.position.isKnown ? node.position : position)
  }

  private func moveSubjects(_ resource: inout Resource, _ report: Report) {
    guard subjects != .none else { return }
    let id = resource.id
    _ = resource.object.changeMapping { root in
      guard let index = root.index(of: "subjects") else { return }
      _ = root.pairs[index].value.changeSequence { list in
        for item in list.items.indices where movesSubject(list.items[item]) {
          _ = list.items[item].changeMapping { subject in
            var value = subject["namespace"] ?? .null
            warn(of: value, in: id, report)
            write(&value)
            subject["namespace"] = value
          }
        }
      }
    }
  }

  /// Who may do something is another one then, as in kustomize.
  private func warn(of old: Node, in binding: ResourceID, _ report: Report) {
    guard !unsetOnly, let text = old.text, !text.isEmpty, !sameBytes(text, namespace) else { return }
    report.warning(
      "subject-namespace-rewritten",
      "a subject in namespace \"\(text)\" becomes one of \"\(namespace)\" in \(binding.gvk.kind) \"\(binding.name)\"",
      at: old.position,
      notes: [.init("the namespace is set here", at: position)],
      hint:
        "give the ServiceAccount a name other than default, or put the binding into a layer without namespace"
    )
  }

  private func movesSubject(_ subject: Node) -> Bool {
    switch subjects {
    case .defaultOnly: subject["name"]?.text == "default"
    case .allServiceAccounts: subject["kind"]?.text == "ServiceAccount"
    case .none: false
    }
  }
}
