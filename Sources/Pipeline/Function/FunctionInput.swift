internal import Diagnostics
internal import Machine
internal import YAML

/// The ResourceList that a function is given.
struct FunctionInput {
  let bytes: [UInt8]
  /// The index of its file, which positions carry.
  let file: UInt32
  let root: Mapping
  let options: FunctionOptions

  var items: [Node] { root["items"]?.items ?? [] }

  private static let versions = ["v1", "v1beta1", "v1alpha1"].map { "config.kubernetes.io/\($0)" }
  private static let caller =
    "what runs functions writes it: kustomize build --enable-alpha-plugins, or kpt fn render"

  /// - Returns: `nil` after a report, where there is no list to give back.
  init?(_ path: String, _ files: SourceFiles, _ report: Report) {
    switch FileSystem.read(argument: path, limit: files.sizeLimit) {
    case .success(let bytes): self.bytes = bytes
    case .failure(let failure):
      report.add(
        Diagnostic(
          "unreadable-file", cause: .system, "the ResourceList can't be read: \(failure.reason)",
          at: files.place(of: path), hint: failure.hint ?? Self.caller))
      return nil
    }
    files.growth.note(bytes, readFrom: path)
    let source = SourceFile(path: path, bytes: bytes)
    file = files.add(source)
    guard let documents = Composer.compose(source, index: file, report: report) else { return nil }
    guard documents.count == 1, let root = documents[0].mapping, root["kind"]?.text == "ResourceList" else {
      report.error(
        "no-resource-list", "a function reads one document of kind ResourceList",
        at: (documents.count > 1 ? documents[1] : documents.first)?.position ?? files.place(of: path),
        hint: documents.isEmpty ? Self.caller : "to render files as they are, use zonal build")
      return nil
    }
    self.root = root
    options = FunctionOptions(root["functionConfig"], report)
    check(report)
  }

  private func check(_ report: Report) {
    let version = root["apiVersion"]
    if !Self.versions.contains(version?.text ?? "") {
      report.error(
        "unknown-value", "the apiVersion of a ResourceList can't be \"\(version?.text ?? "")\"",
        at: version?.position ?? root.position, hint: "it is one of \(Self.versions.joined(separator: ", "))")
    }
    if let items = root["items"], !items.isNull, items.items == nil {
      report.error(
        "wrong-type", "\"items\" of a ResourceList must be a sequence, not \(items.kindName)",
        at: items.position, hint: "begin each object with \"- \"")
    }
    for item in items where item.mapping == nil {
      report.error(
        "not-an-object", "an object must be a mapping, not \(item.kindName)", at: item.position,
        hint: "an object has apiVersion, kind and metadata")
    }
  }
}
