internal import Diagnostics
internal import Machine
internal import Resources
internal import YAML

/// A directory that zonal renders into, and that others may have files in, too.
///
/// Its index (``OutputIndex``) tells zonal's own files. Those that are no longer rendered go; one that somebody changed
/// stays as it is until `--force`, and so does one that zonal did not write. Killed at any moment, every file is the old
/// one or the new one, and the next run finishes the work.
struct OutputDirectory {
  let path: String
  let report: Report
  let files: SourceFiles

  /// Writes a set in the form that is asked for, or else in that of the files which are there.
  ///
  /// - Parameter isForced: whether to replace and remove what somebody changed, or wrote.
  func write(_ part: Part, _ options: OutputTree.Options) throws(WholeFile.Failure) {
    try WholeFile.makeDirectories(path)
    guard let lock = DirectoryLock(path) else {
      report.add(
        Diagnostic(
          "output-locked", cause: .system, "another zonal is writing into \(path)", at: files.place(of: path),
          hint: "wait until it is done"))
      return
    }
    defer { lock.release() }
    WholeFile.removeRemains(in: path)
    let old = OutputIndex(of: path)
    let form = options.form(insteadOf: old.form)
    let rendered = ManifestFiles.files(of: part.set, form, manifest: part.manifest)
    let changes = changes(to: rendered, from: old, OutputIndex(form), isForced: options.isForced)
    guard !changes.isNothing || old.isUnfinished || changes.index != old else { return }
    if !changes.isNothing { try old.adding(changes.index).write(to: path) }
    try WholeFile.write(changes.written.map { (FilePath.join(path, $0.name), $0.content) })
    for name in changes.removed { FileSystem.remove(FilePath.join(path, name)) }
    try changes.index.write(to: path)
    guard !changes.isNothing else { return }
    report.add(
      Diagnostic(
        "written-output", options.tellsChanges ? .info : .detail,
        "files written: \(changes.written.count), removed: \(changes.removed.count)",
        at: files.place(of: path),
        hint: options.tellsChanges ? "they belong into the same commit as the sources" : nil))
  }

  private struct Changes {
    var written: [ManifestFile] = []
    var removed: [String] = []
    var index: OutputIndex

    var isNothing: Bool { written.isEmpty && removed.isEmpty }
  }

  private func changes(
    to rendered: [ManifestFile], from old: OutputIndex, _ new: OutputIndex, isForced: Bool
  ) -> Changes {
    var changes = Changes(index: new)
    for file in rendered {
      let hash = ContentHash.sha256Hex(file.content)
      switch standing(of: file.name, hash, old) {
      case .same: changes.index.add(file.name, hash)
      case .foreign where !isForced:
        say("foreign-output", file.name, "\(file.name) is there, and zonal did not write it")
      case .edited where !isForced:
        say("edited-output", file.name, "\(file.name) was changed since zonal wrote it, and stays as it is")
        for hash in old.hashes[file.name] ?? [] { changes.index.add(file.name, hash) }
      default:
        changes.written.append(file)
        changes.index.add(file.name, hash)
      }
    }
    for name in old.names(without: rendered) {
      switch standing(of: name, nil, old) {
      case .missing: break
      case .edited where !isForced:
        say(
          "edited-output", name,
          "\(name) is rendered no more, but was changed since zonal wrote it, and stays")
        for hash in old.hashes[name] ?? [] { changes.index.add(name, hash) }
      default: changes.removed.append(name)
      }
    }
    return changes
  }

  private func say(_ id: String, _ name: String, _ summary: String) {
    report.error(
      id, summary, at: files.place(of: FilePath.join(path, name)),
      hint: "move it away, or have it replaced with --force; lasting changes belong into the sources")
  }

  // MARK: What is there

  /// How a file in the directory stands to what is rendered.
  enum Standing {
    case same
    /// It is rendered, and not there.
    case missing
    /// As zonal wrote it, and rendered otherwise by now.
    case outdated
    /// As zonal wrote it, and rendered no more.
    case leftOver
    case edited
    /// Where a file is to be written, there is one that zonal did not write.
    case foreign
  }

  /// Every file that is not as it is rendered, in the order of rendering.
  func standings(of rendered: [ManifestFile], _ index: OutputIndex) -> [(name: String, standing: Standing)] {
    let wanted = rendered.map { ($0.name, standing(of: $0.name, ContentHash.sha256Hex($0.content), index)) }
    let others = index.names(without: rendered).map { ($0, standing(of: $0, nil, index)) }
    return wanted.filter { $0.1 != .same } + others.filter { $0.1 != .missing }
  }

  /// - Parameter hash: of what is rendered; `nil` when nothing is.
  private func standing(of name: String, _ hash: String?, _ index: OutputIndex) -> Standing {
    guard case .success(let bytes) = FileSystem.read(FilePath.join(path, name)) else { return .missing }
    let there = ContentHash.sha256Hex(bytes)
    if there == hash { return .same }
    if index.hashes[name] == nil { return .foreign }
    return !index.holds(name, there) ? .edited : hash == nil ? .leftOver : .outdated
  }
}

extension OutputIndex {
  /// The files that were written once and are rendered no more.
  fileprivate func names(without rendered: [ManifestFile]) -> [String] {
    let names = Set(rendered.map(\.name))
    return hashes.keys.filter { !names.contains($0) }.sorted(by: precedesBytewise)
  }
}
