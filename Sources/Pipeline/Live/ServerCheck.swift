internal import Diagnostics
internal import Machine
internal import Resources
internal import YAML

/// Asks the API server what it would say to a set, in a strict dry run that changes nothing.
struct ServerCheck {
  private let kubectl: Kubectl
  private let levels: CheckLevels
  private let findings: Report

  /// - Parameters:
  ///   - report: for what keeps the server from being asked.
  ///   - findings: for what it says.
  init(
    _ cluster: Cluster, _ levels: CheckLevels, _ files: SourceFiles, _ report: Report, _ findings: Report
  ) {
    kubectl = Kubectl(cluster: cluster, files: files, report: report)
    self.levels = levels
    self.findings = findings
  }

  private static let dryRun = ArgumentList(
    "apply", "--server-side", "--force-conflicts", "--dry-run=server", "--validate=strict", "--filename=-",
    "--output=name")

  func check(_ set: ResourceSet, _ side: String) {
    // What has no name yet can't be applied, only created.
    let named = ResourceSet(set.resources.filter { !$0.hasGeneratedName })
    guard !named.resources.isEmpty else { return }
    let pieces = ManifestWriter.pieces(of: named, within: kubectl.files.growth, kubectl.report)
    guard !kubectl.report.hasErrors else { return }
    let input = Array(pieces.joined())
    guard let ending = kubectl.run(Self.dryRun, input: input) else { return }
    let said = String(decoding: ending.errors, as: UTF8.self)
    let answers = ServerAnswer.answers(in: said)
    guard ending.code == 0 || answers.contains(where: { $0.kind != .warning }) else {
      return kubectl.reportRefusal(said.split(whereSeparator: \.isNewline))
    }
    let place = kubectl.files.place(of: side)
    for answer in answers { tell(answer, named, place) }
  }

  private func tell(_ answer: ServerAnswer, _ set: ResourceSet, _ side: Position) {
    switch answer.kind {
    case .warning:
      for cause in answer.causes { say(.warned, "the API server warns: \(cause.reason)", at: side) }
    case .missingNamespace(let name):
      if set.resources.contains(where: { $0.gvk.kind == "Namespace" && sameBytes($0.name, name) }) { return }
      let object = set.resources.first { sameBytes($0.namespace, name) }
      say(
        .refused, "the cluster has no namespace \"\(name)\"",
        at: object?.object.at("metadata", "namespace")?.position ?? side,
        hint: "add the Namespace to the set, or create it before the apply")
    case .unknownKind(let kind):
      if set.resources.contains(where: { $0.defines(answer.objectKind) }) { return }
      let object = set.resources.first { "\($0.gvk.kind) \($0.gvk.apiVersion)" == kind }
      say(
        .refused, "the cluster has no kind \(kind)", at: object?.object["kind"]?.position ?? side,
        hint: "install its CustomResourceDefinition first, or see kubectl api-resources for its version")
    case .refusal:
      let object = set.resources.first { answer.isAbout($0) }
      for cause in answer.causes {
        let what = cause.path.isEmpty ? cause.reason : "\(cause.path): \(cause.reason)"
        say(
          .refused, "the API server refuses \(object?.id.description ?? "an object"): \(what)",
          at: object.map { ServerPath(cause.path).position(in: $0.object) } ?? side,
          hint: object.map { "kubectl explain \($0.gvk.kind) tells what its fields may be" })
      }
    }
  }

  private func say(_ rule: OutputRule, _ summary: String, at position: Position, hint: String? = nil) {
    guard let severity = levels.severity(of: rule) else { return }
    findings.add(Diagnostic(rule.rawValue, severity, summary, at: position, hint: hint))
  }
}

extension ServerAnswer {
  fileprivate func isAbout(_ resource: Resource) -> Bool {
    if objectName.isEmpty { return false }
    return sameBytes(resource.name, objectName)
      && (objectKind.isEmpty || resource.gvk.kind.lowercased() == objectKind.lowercased())
  }
}

extension Resource {
  /// Whether it is the CustomResourceDefinition of a kind.
  fileprivate func defines(_ kind: String) -> Bool {
    gvk.kind == "CustomResourceDefinition" && object.at("spec", "names", "kind")?.text == kind
  }
}

/// A path as the API server writes it: `spec.ports[0].port`, `data[a.b]`, `spec.containers[name="db"].image`.
struct ServerPath {
  private let steps: [String]

  init(_ text: String) {
    var steps: [String] = []
    var step = ""
    var isInKey = false
    func end() {
      if !step.isEmpty { steps.append(step) }
      step = ""
    }
    for character in text {
      switch character {
      case "[" where !isInKey:
        end()
        isInKey = true
      case "]" where isInKey:
        end()
        isInKey = false
      case "." where !isInKey: end()
      default: step.append(character)
      }
    }
    end()
    self.steps = steps
  }

  /// Where the field stands, or else the innermost field around it that the object has.
  func position(in object: Node) -> Position {
    var node = object
    var position = object.position
    for step in steps {
      switch node {
      case .mapping(let mapping):
        guard let index = mapping.index(of: step) else { return position }
        let pair = mapping.pairs[index]
        node = pair.value
        if pair.key.position.isKnown { position = pair.key.position }
      case .sequence(let sequence):
        guard let item = Self.item(step, of: sequence.items) else { return position }
        node = item
        if item.position.isKnown { position = item.position }
      case .scalar: return position
      }
    }
    if case .scalar(let scalar) = node, scalar.position.isKnown { return scalar.position }
    return position
  }

  private static func item(_ step: String, of items: [Node]) -> Node? {
    if let index = Int(step) { return items.indices.contains(index) ? items[index] : nil }
    let parts = step.split(separator: "=", maxSplits: 1)
    guard parts.count == 2 else { return nil }
    let value = parts[1].split(separator: "\"").first.map(String.init) ?? ""
    return items.first { $0[String(parts[0])]?.text.map { sameBytes($0, value) } ?? false }
  }
}
