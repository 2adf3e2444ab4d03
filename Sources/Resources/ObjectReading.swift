package import Diagnostics
package import YAML

/// Turns documents into objects: lists are taken apart, and what is no object is reported.
package struct ObjectReading {
  private let report: Report
  /// Whether `generateName` is enough; a build needs names, because references and patches go by them.
  private let takesGeneratedNames: Bool
  /// Whether these are objects to build, no configurations of plugins.
  private let isOfBuild: Bool

  package init(report: Report, takesGeneratedNames: Bool = false, isOfBuild: Bool = false) {
    self.report = report
    self.takesGeneratedNames = takesGeneratedNames
    self.isOfBuild = isOfBuild
  }

  package func resources(_ documents: [Node]) -> [Resource] {
    var resources: [Resource] = []
    resources.reserveCapacity(documents.count)
    for document in documents where !document.isEmptyDocument { read(document, into: &resources) }
    return resources
  }

  private func read(_ document: Node, into resources: inout [Resource]) {
    guard let root = document.mapping else {
      report.error(
        "not-an-object", "an object must be a mapping, not \(document.kindName)", at: document.position,
        hint: "an object has apiVersion, kind and metadata")
      return
    }
    if let kind = root["kind"], kind.scalar == nil {
      return report.error(
        "wrong-type", "\"kind\" must be a string, not \(kind.kindName)",
        at: root.key("kind")?.position ?? kind.position,
        hint: "write one kind, such as ConfigMap")
    }
    guard let kind = root["kind"]?.text, !kind.isEmpty else {
      report.error(
        "object-without-kind", "an object needs the field \"kind\"", at: document.position,
        hint: root["resources"] == nil
          ? "an object has apiVersion, kind and metadata"
          : "a kustomization is called kustomization.yaml and named by its directory")
      return
    }
    if kind.hasSuffix("List"), let items = root["items"] {
      if let items = items.items {
        for item in items { read(item, into: &resources) }
      } else if !items.isNull {
        report.error(
          "wrong-type", "\"items\" of a \(kind) must be a sequence, not \(items.kindName)",
          at: items.position,
          hint: "begin each object with \"- \"")
      }
      return
    }
    var resource = Resource(object: document)
    BuildAnnotations.take(from: &resource)
    if takesGeneratedNames, resource.name.isEmpty, let prefix = root["metadata"]?["generateName"]?.scalar,
      !prefix.text.isEmpty
    {
      resource.setMetadata("name", to: .string(prefix.text + "*", at: prefix.position))
    }
    guard !resource.name.isEmpty else { return reportNameless(kind, root) }
    if isOfBuild, resource.gvk.version.isEmpty { warnVersionless(kind, root) }
    resources.append(resource)
  }

  /// As in kustomize, no field of it is known to hold labels, names or images.
  private func warnVersionless(_ kind: String, _ root: Mapping) {
    report.warning(
      "object-without-api-version", "this \(kind) has no \"apiVersion\", so that it is of no known kind",
      at: root["apiVersion"]?.position ?? root.position, hint: "write apiVersion: v1, or that of its group")
  }

  private func reportNameless(_ kind: String, _ root: Mapping) {
    let hint =
      ["Kustomization", "Component"].contains(kind)
      ? "name the directory of a kustomization instead of its file" : "write metadata: {name: …}"
    if let metadata = root["metadata"], !metadata.isNull, metadata.mapping == nil {
      report.error(
        "wrong-type", "\"metadata\" must be a mapping, not \(metadata.kindName)", at: metadata.position,
        hint: hint)
    } else if let name = root["metadata"]?["name"], name.scalar == nil {
      report.error(
        "wrong-type", "\"metadata.name\" must be a string, not \(name.kindName)", at: name.position,
        hint: hint)
    } else {
      report.error(
        "object-without-name", "this \(kind) needs the field \"metadata.name\"",
        at: root["metadata"]?["name"]?.position ?? root.key("metadata")?.position ?? root.position, hint: hint
      )
    }
  }
}

extension Node {
  /// Whether there is nothing in a document, which kustomize passes over.
  fileprivate var isEmptyDocument: Bool { isNull || mapping?.isEmpty == true || items?.isEmpty == true }
}
