package import Diagnostics
internal import Machine
package import Resources
internal import YAML

/// Reads manifests as they are, without a kustomization: what was rendered before, or written by hand.
package struct ManifestReading {
  private let files: SourceFiles
  private let report: Report
  private let takesGeneratedNames: Bool

  /// - Parameter takesGeneratedNames: whether an object may have `generateName` instead of a name, for
  ///   `kubectl create`; its name is then `hello-*`.
  package init(files: SourceFiles, report: Report, takesGeneratedNames: Bool = false) {
    self.files = files
    self.report = report
    self.takesGeneratedNames = takesGeneratedNames
  }

  private static let endings = [".yaml", ".yml", ".json"]

  /// The objects of a file, or of all files of YAML and JSON below a directory, in the order of their paths.
  ///
  /// - Parameter shown: how messages name the path.
  package func resources(at path: String, shown: String) -> [Resource] {
    guard FileSystem.kind(of: path) == .directory else { return file(path, shown) }
    return FileSystem.names(in: path).flatMap { name -> [Resource] in
      let inner = FilePath.join(path, name)
      let isWanted = Self.endings.contains { name.hasSuffix($0) }
      guard !name.hasPrefix("."), isWanted || FileSystem.kind(of: inner) == .directory else { return [] }
      return resources(at: inner, shown: FilePath.join(shown, name))
    }
  }

  private func file(_ path: String, _ shown: String) -> [Resource] {
    switch FileSystem.read(path) {
    case .success(let bytes): return resources(bytes: bytes, shown: shown)
    case .failure(let failure):
      report.add(
        Diagnostic(
          "unreadable-file", cause: .system, "\"\(shown)\" can't be read: \(failure.reason)",
          at: files.place(of: shown), hint: "let the user who runs this read it"))
      return []
    }
  }

  package func resources(bytes: [UInt8], shown: String) -> [Resource] {
    let composed = SourceFile(path: shown, bytes: bytes).composed(in: files, report, .error)
    return composed.map {
      ObjectReading(report: report, takesGeneratedNames: takesGeneratedNames).resources($0.nodes)
    } ?? []
  }
}
