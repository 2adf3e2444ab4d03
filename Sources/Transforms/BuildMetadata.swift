package import Diagnostics
package import Resources
internal import YAML

/// `buildMetadata`: what the outermost kustomization wants to have noted in the objects about the build.
package struct BuildMetadata: Sendable {
  package enum Note: String, Sendable, CaseIterable {
    case originAnnotations, transformerAnnotations, managedByLabel
  }

  package private(set) var notes: Set<Note> = []
  /// Where the field stands.
  package private(set) var position = Position.none
  /// Whether the build keeps track of where objects come from: for any word, which also decides what of kustomize's
  /// annotations is written anew by transformers (v5.8).
  package private(set) var needsOrigins = false

  package init() {}

  package static let field = KustomizationField(
    "buildMetadata", .list(of: .locatedScalar),
    "What to note in the objects: originAnnotations, transformerAnnotations, managedByLabel")

  package static func read(_ kustomization: Kustomization, _ report: Report) -> BuildMetadata {
    var metadata = BuildMetadata()
    let words = field.read(kustomization, report) ?? []
    metadata.needsOrigins = !words.isEmpty
    metadata.position = kustomization.position(of: field.name)
    for word in words {
      if let note = Note(rawValue: word.value) {
        metadata.notes.insert(note)
      } else {
        report.warning(
          "unknown-value", "\"\(word.value)\" in buildMetadata has no effect", at: word.position,
          hint: suggestion(for: word.value, among: Note.allCases.map(\.rawValue), otherwise: "it knows"))
      }
    }
    return metadata
  }

  // MARK: Writing

  /// Writes the annotations that were asked for, once nothing else changes the objects.
  package func annotate(_ set: inout ResourceSet) {
    guard !notes.isDisjoint(with: [.originAnnotations, .transformerAnnotations]) else { return }
    for index in set.resources.indices { annotate(&set.resources[index]) }
  }

  private func annotate(_ resource: inout Resource) {
    var annotations = resource.annotations ?? Mapping(at: resource.position)
    if notes.contains(.originAnnotations), let origin = resource.origin {
      annotations[BuildAnnotations.origin] = .string(origin.lines.map { $0 + "\n" }.joined())
    }
    if notes.contains(.transformerAnnotations), !resource.transformations.isEmpty {
      let lines = resource.transformations.flatMap { origin in
        origin.lines.enumerated().map { ($0 == 0 ? "- " : "  ") + $1 + "\n" }
      }
      annotations[BuildAnnotations.transformations] = .string(lines.joined())
    }
    guard !annotations.isEmpty else { return }
    resource.setMetadata("annotations", to: .mapping(annotations))
  }
}

extension Origin {
  /// The lines of its YAML, whose fields kustomize does not sort.
  fileprivate var lines: [String] {
    var lines = plugin == nil ? [Self.line("path", path)] : []
    if let repository {
      lines.append(Self.line("repo", repository.url))
      if let ref = repository.ref { lines.append(Self.line("ref", ref)) }
    }
    guard let plugin else { return lines }
    let identity = [
      ("apiVersion", plugin.gvk.apiVersion), ("kind", plugin.gvk.kind), ("name", plugin.name),
      ("namespace", plugin.namespace),
    ]
    return lines + [Self.line("configuredIn", path), "configuredBy:"]
      + identity.filter { !$1.isEmpty }.map { "  " + Self.line($0, $1) }
  }

  private static func line(_ key: String, _ value: String) -> String {
    // The scalar comes with its line break.
    "\(key): " + Node.string(value).yaml.dropLast()
  }
}
