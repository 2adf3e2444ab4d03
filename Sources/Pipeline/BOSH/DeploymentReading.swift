internal import BOSH
internal import Diagnostics
internal import Machine
internal import YAML

/// A deployment manifest from a file, and the one of its groups that a command is about.
struct DeploymentReading {
  let files: SourceFiles
  let report: Report

  /// - Returns: `nil` after a report.
  func manifest(at path: String) -> DeploymentManifest? {
    let read = FileSystem.read(argument: path, limit: files.sizeLimit)
    let shown = path == "-" ? "standard input" : path
    guard case .success(let bytes) = read else {
      guard case .failure(let failure) = read else { return nil }
      report.add(
        Diagnostic(
          "unreadable-file", cause: .system, "the manifest can't be read: \(failure.reason)",
          at: files.place(of: shown),
          hint: failure.hint ?? "name a file that you may read, or - for standard input"))
      return nil
    }
    let file = SourceFile(path: shown, bytes: bytes)
    let index = files.add(file)
    guard let documents = Composer.compose(file, index: index, report: report) else { return nil }
    guard let document = documents.first else {
      report.error(
        "empty-file", "the manifest is empty", at: Position(file: index, line: 0, column: 0),
        hint: "write a deployment manifest: its name, releases and instance_groups")
      return nil
    }
    UnresolvedVariables.check(document, report)
    // What is wrong beside them may come from them.
    return report.hasErrors ? nil : DeploymentManifest.read(document, report)
  }

  func group(_ name: String, of manifest: DeploymentManifest) -> DeploymentGroup? {
    if let group = manifest.group(named: name) { return group }
    report.error(
      "unknown-group", "the deployment \"\(manifest.name.value)\" has no instance group \"\(name)\"",
      at: manifest.name.position,
      hint: suggestion(for: name, among: manifest.groups.map(\.name.value), otherwise: "its groups are")
        ?? "add it under instance_groups")
    return nil
  }
}
