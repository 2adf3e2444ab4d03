internal import Diagnostics
internal import Files
internal import Machine
internal import Transforms
internal import YAML

extension LayerContext {
  /// Reads and checks the kustomization file of this directory.
  ///
  /// - Parameter position: where the directory is named; unknown for what the user called.
  /// - Returns: `nil` after a report.
  func loadKustomization(namedAt position: Position?) -> Kustomization? {
    let names = Directory.kustomizationNames.filter { ![nil, .directory].contains(directory.kind(of: $0)) }
    guard let name = names.first else {
      report.error(
        "no-kustomization", "there is no kustomization file in \(directory.shown)",
        at: position ?? files.place(of: directory.shown),
        hint:
          "create \(directory.shown("kustomization.yaml")) with a list of resources, or name another directory"
      )
      return nil
    }
    guard names.count == 1 else {
      report.error(
        "several-kustomizations", "\(directory.shown) has several kustomization files",
        at: position ?? files.place(of: directory.shown), notes: [.init(names.joined(separator: ", "))],
        hint: "keep one of them")
      return nil
    }
    guard let file = layer.document(Located(name, position ?? .none), duplicateKeys: .warning) else {
      return nil
    }
    let documents = file.nodes
    let path = directory.shown(name)
    guard documents.count <= 1 else {
      report.error(
        "several-documents", "a kustomization file holds one document, not \(documents.count)",
        at: documents[1].position, hint: "split them over several directories")
      return nil
    }
    guard let document = documents.first, !document.isNull else {
      report.error(
        "empty-kustomization", "\(path) is empty",
        at: Position(file: file.index, line: 1, column: 1),
        hint: "list files or directories under resources")
      return nil
    }
    guard let root = document.mapping else {
      report.error(
        "wrong-type", "a kustomization file must be a mapping, not \(document.kindName)",
        at: document.position,
        hint: "start it with \"resources:\"")
      return nil
    }
    let kustomization = Kustomization(root: spelled(root), path: path)
    check(kustomization)
    return kustomization
  }

  /// The fields in the spelling that they are declared in: kustomize reads them in any case.
  private func spelled(_ root: Mapping) -> Mapping {
    let names = Kustomization.fields.map(\.name)
    var root = root
    for index in root.pairs.indices {
      let key = root.pairs[index].key
      guard !names.contains(key.text),
        let name = names.first(where: { $0.lowercased() == key.text.lowercased() }), root[name] == nil
      else { continue }
      root.pairs[index].key.text = name
      report.warning(
        "field-case", "the field \"\(name)\" is written \"\(key.text)\"", at: key.position,
        hint: "write \(name): other tools tell upper from lower case")
    }
    return root
  }

  private func check(_ kustomization: Kustomization) {
    let fields = Kustomization.fields
    for pair in kustomization.root.pairs where !fields.contains(where: { $0.name == pair.key.text }) {
      if let instead = Kustomization.unsupported[pair.key.text] {
        report.error(
          "unsupported-field", "zonal does not know kustomize's field \"\(pair.key.text)\"",
          at: pair.key.position,
          hint: instead)
        continue
      }
      report.error(
        "unknown-field", "a kustomization file has no field \"\(pair.key.text)\"", at: pair.key.position,
        hint: suggestion(for: pair.key.text, among: fields.map(\.name), otherwise: "its fields are"))
    }
    let idle = ["apiVersion", "kind"]
    if kustomization.root.pairs.allSatisfy({ idle.contains($0.key.text) || $0.value.isNull }) {
      report.warning(
        "kustomization-gives-nothing", "\(kustomization.path) gives nothing, and kustomize refuses it",
        at: kustomization.root.position, hint: "list files or directories under resources")
    }
    let kind = Kustomization.kindField.read(kustomization, report) ?? "Kustomization"
    guard kind == "Kustomization" || kind == "Component" else {
      report.error(
        "unknown-value", "the kind of a kustomization file can't be \"\(kind)\"",
        at: kustomization.root["kind"]?.position, hint: "it is Kustomization or Component")
      return
    }
    let expected = kind == "Component" ? Kustomization.componentVersion : Kustomization.apiVersion
    if let version = Kustomization.apiVersionField.read(kustomization, report), version != expected {
      report.error(
        "unknown-value", "the apiVersion of a \(kind) can't be \"\(version)\"",
        at: kustomization.root["apiVersion"]?.position, hint: "write \(expected)")
    }
    for (field, instead) in Kustomization.deprecated {
      guard let key = kustomization.root.key(field) else { continue }
      report.warning(
        "deprecated-field", "the field \"\(field)\" is deprecated", at: key.position, hint: instead)
    }
  }
}
