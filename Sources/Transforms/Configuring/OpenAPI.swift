package import Diagnostics
package import Resources
internal import YAML

/// `openapi`: which schema says how lists of custom resources merge, and which of their kinds live in a namespace.
///
/// kustomize keeps one schema for the whole process: the first that it comes upon, from the outermost layer inwards,
/// holds for everything that follows. Here a layer's own holds for it and the layers below; one of a layer below
/// holds for those above that have none, and is added to Kubernetes' own; that of the outermost layer stands in its
/// place. Whether kustomize still knows Kubernetes' own kinds after a base's depends on what it has read before.
package enum OpenAPI: Sendable {
  /// Kubernetes' own kinds, whatever the layers below say.
  case builtin
  /// - Parameter document: where the schema was read.
  case custom(MergeSchema, OpenAPIScopes, document: Position)

  /// What tells one schema from another.
  package enum Source: Hashable {
    case builtin
    case custom(Position)
  }

  package var source: Source {
    switch self {
    case .builtin: .builtin
    case .custom(_, _, let document): .custom(document)
    }
  }

  package var mergeSchema: MergeSchema {
    switch self {
    case .builtin: .builtin
    case .custom(let schema, _, _): schema
    }
  }

  /// Of kinds that Kubernetes does not serve itself.
  package var scopes: OpenAPIScopes {
    switch self {
    case .builtin: .none
    case .custom(_, let scopes, _): scopes
    }
  }
}

extension OpenAPI {
  package static let field = KustomizationField(
    "openapi", .object(Entry.schema),
    "A schema that says how lists of custom resources merge, and which of them have no namespace")

  package struct Entry: Sendable {
    var path: Located<String>?
    var version: Located<String>?

    static let schema = Schema<Entry>("openapi", initial: Entry()) {
      Field("path", .locatedScalar, \.path, "a file with an OpenAPI schema, instead of Kubernetes' own")
      Field("version", .locatedScalar, \.version, "the version of Kubernetes' own schema")
    }
  }

  /// The one version that kustomize v5 has built in.
  private static let builtinVersion = "v1.21.2"

  /// - Parameter keepsBuiltin: whether Kubernetes' own kinds keep their merge keys beside a schema of one's own.
  /// - Returns: `nil` when the kustomization names none, or after a report.
  package static func read(
    _ kustomization: Kustomization, keepsBuiltin: Bool, _ context: TransformContext
  ) -> OpenAPI? {
    let report = context.report
    guard let entry = field.read(kustomization, report) else { return nil }
    switch (entry.path, entry.version) {
    case (nil, nil): return nil
    case (_?, let version?):
      report.error(
        "openapi-path-and-version", "\"openapi\" has either \"path\" or \"version\", not both",
        at: version.position,
        hint: "remove the version: a schema of one's own stands in place of Kubernetes' own")
    case (nil, let version?) where version.value == builtinVersion: return .builtin
    case (nil, let version?):
      report.error(
        "unknown-openapi-version", "there is no OpenAPI version \"\(version.value)\"", at: version.position,
        hint: "write \(builtinVersion), or remove the field: Kubernetes' own schema is there anyhow")
    case (let path?, nil):
      guard let document = context.documents(path)?.first else { return nil }
      let base: MergeSchema? = keepsBuiltin || kustomization.isComponent ? .builtin : nil
      guard let scopes = OpenAPIScopes(document, report) else { return nil }
      return MergeSchema(openAPI: document, addingTo: base, report: report)
        .map { .custom($0, scopes, document: document.position) }
    }
    return nil
  }
}
