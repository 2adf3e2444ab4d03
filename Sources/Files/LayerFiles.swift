package import Diagnostics
internal import Machine
package import YAML

/// What a build may read besides what lies in a kustomization's own directory, and what it read already.
package struct FileAccess: Sendable {
  package var restrictor: LoadRestrictor = .rootOnly
  /// What is read of files that are named several times.
  package var shared = SharedFiles(isOfSeveralBuilds: false)
  /// What is fetched from elsewhere; `nil` when nothing may be.
  package var remote: RemoteSources?

  package init() {}
}

/// The files that a layer may name, and where what is wrong with them is said.
package struct LayerFiles: Sendable {
  package let directory: Directory
  /// All that the run read.
  package let files: SourceFiles
  package private(set) var report: Report
  let access: FileAccess

  package init(_ directory: Directory, _ files: SourceFiles, _ report: Report, _ access: FileAccess) {
    self.directory = directory
    self.files = files
    self.report = report
    self.access = access
  }

  /// The same, saying what there is to say elsewhere.
  package func reporting(to report: Report) -> LayerFiles {
    var other = self
    other.report = report
    return other
  }

  /// The content of a file of this layer; reports when it is missing or out of bounds.
  package func read(_ name: Located<String>) -> SourceFile? {
    if case .file(let url) = RemoteLocation(name.value) { return download(url, namedAt: name.position) }
    guard let path = locate(name) else { return nil }
    let limit = files.sizeLimit
    switch access.shared.bytes(of: path, limit: limit) {
    case .success(let bytes):
      files.growth.note(bytes, readFrom: path)
      return SourceFile(path: directory.shown(name.value), bytes: bytes)
    case .failure(let failure):
      report.add(
        Diagnostic(
          "unreadable-file", cause: .system, "\"\(name.value)\" can't be read: \(failure.reason)",
          at: name.position, hint: failure.hint ?? "let the user who builds read it"))
      return nil
    }
  }

  /// The path of a file of this layer, without symbolic links; `nil` after a report.
  private func locate(_ name: Located<String>) -> String? {
    guard directory.staysInClone(name, report), directory.isPath(name, report) else { return nil }
    let path = FilePath.join(directory.path, name.value)
    guard let real = FileSystem.realPath(path) else {
      let nearby = directory.nearby(name.value)
      var missing = Diagnostic(
        "missing-file", .error, "there is no file \"\(name.value)\"", at: name.position, hint: nearby.hint)
      // Otherwise it may be a value in the wrong place.
      missing.quotesFiles = nearby.isLikely
      report.add(missing)
      return nil
    }
    let kind = FileSystem.kind(of: real) ?? .file
    guard kind == .file else {
      let isDirectory = kind == .directory
      var other = Diagnostic(
        isDirectory ? "directory-as-file" : "not-a-file", .error,
        "\"\(name.value)\" is \(kind.rawValue), not a file", at: name.position,
        hint: isDirectory ? "name the files in it" : "name a file, which can be read again by the next build")
      other.quotesFiles = true
      report.add(other)
      return nil
    }
    guard access.restrictor == .none || FilePath.isInside(real, directory.path) else {
      var outside = Diagnostic(
        "outside-root", .error, "\"\(name.value)\" lies outside of \(directory.shown)", at: name.position,
        notes: [.init("it is \(real)")],
        hint: "move it below \(directory.shown), or allow it with --load-restrictor LoadRestrictionsNone")
      outside.quotesFiles = true
      report.add(outside)
      return nil
    }
    return real
  }

  /// The documents of a file of this layer.
  package func documents(_ name: Located<String>) -> [Node]? { document(name)?.nodes }

  /// The documents of a file, and its index among those of the run.
  package func document(
    _ name: Located<String>, duplicateKeys: Composer.DuplicateKeys = .error
  ) -> ComposedFile? {
    guard RemoteLocation(name.value) == nil else {
      return read(name).flatMap { $0.composed(in: files, report, duplicateKeys) }
    }
    guard let path = locate(name) else { return nil }
    return access.shared.documents(of: path, shown: directory.shown(name.value), duplicateKeys, to: report) {
      report in
      reporting(to: report).read(name).flatMap { $0.composed(in: files, report, duplicateKeys) }
    }
  }

  /// The documents written inside a string of a kustomization file.
  package func documents(inline scalar: Scalar) -> [Node]? {
    Composer.compose(text: scalar, in: files, report: report)
  }
}
