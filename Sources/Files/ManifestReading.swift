package import Diagnostics
internal import Machine
package import Resources
internal import YAML

/// Reads manifests as they are, without a kustomization: what was rendered before, or written by hand.
///
/// An object may have `generateName` instead of a name, for `kubectl create`.
package struct ManifestReading {
  private let files: SourceFiles
  private let report: Report
  private let restrictor: LoadRestrictor

  /// - Parameter restrictor: whether links in a directory may lead out of it.
  package init(files: SourceFiles, report: Report, restrictor: LoadRestrictor = .rootOnly) {
    self.files = files
    self.report = report
    self.restrictor = restrictor
  }

  private static let endings = [".yaml", ".yml", ".json"]

  /// The objects of a file, or of all files of YAML and JSON below a directory, in the order of their paths.
  ///
  /// - Parameter shown: how messages name the path.
  package func resources(at path: String, shown: String) -> [Resource] {
    var resources: [Resource] = []
    var pending = [Place(path: path, shown: shown)]
    var listed: Set<FileSystem.Identity> = []
    let root = FileSystem.realPath(path) ?? path
    while let place = pending.popLast() {
      if FileSystem.kind(of: place.path) != .directory {
        resources += file(place, isListed: place.path != path)
      } else if FileSystem.Identity(of: place.path).map({ listed.insert($0).inserted }) ?? true {
        // By whatever links it is reached: they may lead in circles.
        pending += list(place, root).reversed()
      }
    }
    return resources
  }

  private struct Place {
    var path: String
    var shown: String
  }

  /// - Parameter root: the directory that the user named, without symbolic links.
  private func list(_ directory: Place, _ root: String) -> [Place] {
    switch FileSystem.list(directory.path) {
    case .success(let names):
      return names.compactMap { name in
        let inner = directory.path + "/" + name
        let isWanted = Self.endings.contains { name.hasSuffix($0) }
        guard !name.hasPrefix("."), isWanted || FileSystem.kind(of: inner) == .directory else { return nil }
        let place = Place(path: inner, shown: directory.shown == "." ? name : directory.shown + "/" + name)
        return stays(place, in: root) ? place : nil
      }
    case .failure(let failure):
      report(failure, directory)
      return []
    }
  }

  /// Whether an entry is no link to elsewhere; else, after a report, `false`: who names a directory does not name the
  /// whole machine.
  private func stays(_ place: Place, in root: String) -> Bool {
    guard restrictor == .rootOnly, FileSystem.kind(ofEntry: place.path) == .link,
      let real = FileSystem.realPath(place.path), !FilePath.isInside(real, root)
    else { return true }
    report.error(
      "outside-root", "the link \"\(place.shown)\" leads out of its directory",
      at: files.place(of: place.shown), notes: [.init("it is \(real)")],
      hint: "put the file there instead, or allow it with --load-restrictor LoadRestrictionsNone")
    return false
  }

  /// - Parameter isListed: whether it was found in a directory, not named.
  private func file(_ place: Place, isListed: Bool) -> [Resource] {
    switch FileSystem.read(place.path, limit: files.sizeLimit) {
    case .success(let bytes):
      files.growth.note(bytes, readFrom: place.path)
      let composed = SourceFile(path: place.shown, bytes: bytes).composed(in: files, report, .error)
      let documents = composed?.nodes ?? []
      return objects(isListed ? documents.filter { !$0.listsFiles } : documents)
    case .failure(let failure):
      report(failure, place)
      return []
    }
  }

  private func report(_ failure: FileSystem.Failure, _ place: Place) {
    report.add(
      Diagnostic(
        "unreadable-file", cause: .system, "\"\(place.shown)\" can't be read: \(failure.reason)",
        at: files.place(of: place.shown), hint: failure.hint ?? "let the user who runs this read it"))
  }

  package func resources(bytes: [UInt8], shown: String) -> [Resource] {
    let file = SourceFile(path: shown, bytes: bytes, isPrinted: true)
    return objects(file.composed(in: files, report, .error)?.nodes ?? [])
  }

  private func objects(_ documents: [Node]) -> [Resource] {
    ObjectReading(report: report, takesGeneratedNames: true).resources(documents)
  }
}

extension Node {
  /// Whether it is a kustomization that only lists files, as a build writes one beside them: who reads the directory
  /// has them already.
  fileprivate var listsFiles: Bool {
    guard let root = mapping, root["kind"]?.text == "Kustomization" else { return false }
    return root.pairs.allSatisfy { ["apiVersion", "kind", "resources"].contains($0.key.text) }
  }
}
