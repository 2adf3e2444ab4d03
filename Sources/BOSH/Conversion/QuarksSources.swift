package import Diagnostics
package import Resources
package import YAML

/// Finds what a `BOSHDeployment` names among the objects of its build.
package struct QuarksSources {
  private let resources: [Resource]
  private let files: SourceFiles
  private let report: Report
  /// Fetches what a URL names; `nil` after a report.
  private let download: (Located<String>) -> SourceFile?

  /// - Parameter deployment: the objects must be in its namespace.
  package init(
    _ set: ResourceSet, of deployment: Resource, _ files: SourceFiles, _ report: Report,
    download: @escaping (Located<String>) -> SourceFile?
  ) {
    resources = set.resources.filter {
      $0.gvk.group.isEmpty && ["ConfigMap", "Secret"].contains($0.gvk.kind)
        && sameBytes($0.effectiveNamespace, deployment.effectiveNamespace)
    }
    self.files = files
    self.report = report
    self.download = download
  }

  /// The document under a key of an object, or under the only key that it has.
  package func document(_ source: QuarksDeployment.Source, key: String) -> Node? {
    if source.type == .url { return download(source.name).flatMap { compose($0, at: source.name.position) } }
    guard let resource = resource(source.type, source.name) else { return nil }
    let keys = Self.keys(of: resource)
    guard let found = keys.first(where: { sameBytes($0, key) }) ?? (keys.count == 1 ? keys[0] : nil) else {
      report.error(
        "no-data-key", "\(resource.id) has no key \"\(key)\"", at: source.name.position,
        hint: suggestion(for: key, among: keys, otherwise: "its keys are") ?? "add the key \"\(key)\"")
      return nil
    }
    return compose(found, of: resource)
  }

  // MARK: Variables

  package func add(_ variables: QuarksDeployment.Variables, to values: inout VariableValues) {
    if let secret = variables.secret {
      guard let resource = resource(.secret, secret) else { return }
      return values.set(variables.name.value, value(of: resource), at: variables.name.position, report)
    }
    if variables.type == .url {
      let file = download(variables.name)
      guard let document = file.flatMap({ compose($0, at: variables.name.position) }) else { return }
      return values.set(all: document, file: variables.name.value, report)
    }
    guard let type = variables.type else {
      // A type that is none was reported.
      if variables.hasType { return }
      return report.error(
        "missing-field", "the variables need the field \"type\"", at: variables.name.position,
        hint: "add \"type: configmap\", \"type: secret\", or \"secret: …\" for a single variable")
    }
    guard let resource = resource(type, variables.name) else { return }
    let keys = Self.keys(of: resource)
    if let file = keys.first(where: { $0 == "vars" }) ?? keys.first(where: { keys.count == 1 && $0.isYAML }) {
      guard let document = compose(file, of: resource) else { return }
      return values.set(all: document, file: "\(resource.gvk.kind) \(resource.name)", report)
    }
    for key in keys {
      values.set(key, .string(text(key, of: resource) ?? ""), at: resource.namePosition, report)
    }
  }

  /// The Secrets `var-<name>`, by which Quarks let variables be given that nothing mentions.
  package func addImplicit(to values: inout VariableValues) {
    for resource in resources where resource.gvk.kind == "Secret" {
      let name = resource.originalID.name
      guard name.hasPrefix("var-"), values[String(name.dropFirst(4))] == nil else { continue }
      values.set(String(name.dropFirst(4)), value(of: resource), at: resource.namePosition, report)
    }
  }

  /// A Secret with the only key `value` is that value, any other a mapping.
  private func value(of secret: Resource) -> Node {
    let keys = Self.keys(of: secret)
    func node(_ key: String) -> Node { .string(text(key, of: secret) ?? "", at: secret.namePosition) }
    if keys.count == 1, keys[0] == "value" || keys[0] == "password" { return node(keys[0]) }
    return .mapping(Mapping(keys.map { .init(key: Scalar($0), value: node($0)) }, at: secret.namePosition))
  }

  // MARK: Objects

  private func resource(_ type: QuarksDeployment.Kind?, _ name: Located<String>) -> Resource? {
    let kind: String
    switch type {
    case .configMap: kind = "ConfigMap"
    case .secret: kind = "Secret"
    case .url, nil: return nil
    }
    let candidates = resources.filter { $0.gvk.kind == kind }
    if let found = candidates.first(where: { $0.identities.contains { sameBytes($0.name, name.value) } }) {
      return found
    }
    report.error(
      "no-such-object", "there is no \(kind) \"\(name.value)\" in this build", at: name.position,
      hint: suggestion(for: name.value, among: candidates.map(\.originalID.name), otherwise: "those here are")
        ?? "generate it with configMapGenerator or secretGenerator, or list it under resources")
    return nil
  }

  private static func keys(of resource: Resource) -> [String] {
    ["stringData", "data"].flatMap { resource.object[$0]?.mapping?.pairs.map(\.key.text) ?? [] }
  }

  private func scalar(_ key: String, of resource: Resource) -> (scalar: Scalar, isEncoded: Bool)? {
    if let text = resource.object.at("stringData", key)?.scalar { return (text, false) }
    return resource.object.at("data", key)?.scalar.map { ($0, resource.gvk.kind == "Secret") }
  }

  private func text(_ key: String, of resource: Resource) -> String? {
    guard let (scalar, isEncoded) = scalar(key, of: resource) else { return nil }
    let text =
      isEncoded ? decodedBase64(scalar.text).map { String(decoding: $0, as: UTF8.self) } : scalar.text
    // Its place is that of the Secret, where it may not be seen.
    if let text, resource.gvk.kind == "Secret" { files.keepSecret(text) }
    return text
  }

  private func compose(_ key: String, of resource: Resource) -> Node? {
    guard let (scalar, isEncoded) = scalar(key, of: resource) else { return nil }
    if isEncoded {
      let place = "\(resource.gvk.kind) \(resource.name), \(key)"
      let bytes = decodedBase64(scalar.text) ?? []
      return compose(
        SourceFile(path: place, bytes: bytes, isSecret: true, isPrinted: true), at: scalar.position)
    }
    let documents = Composer.compose(
      text: scalar, in: files, report: report, duplicateKeys: .warning, dialect: .bosh)
    return documents.map { $0.first ?? .scalar(Scalar("null", kind: .null, at: scalar.position)) }
  }

  private func compose(_ file: SourceFile, at position: Position) -> Node? {
    let documents = Composer.compose(
      file, index: files.add(file), report: report, duplicateKeys: .warning, dialect: .bosh)
    return documents.map { $0.first ?? .scalar(Scalar("null", kind: .null, at: position)) }
  }
}

extension String {
  fileprivate var isYAML: Bool { hasSuffix(".yml") || hasSuffix(".yaml") }
}
