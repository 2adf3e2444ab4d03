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

  struct File {
    var name: String
    var content: [UInt8]
  }

  /// - Parameter isForced: whether to replace and remove what somebody changed, or wrote.
  func write(_ rendered: [File], isForced: Bool) throws(WholeFile.Failure) {
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
    let changes = compare(rendered, old, isForced: isForced)
    guard !changes.isNothing || old.isUnfinished || changes.index.hashes != old.hashes else { return }
    if !changes.isNothing { try old.adding(changes.index).write(to: path) }
    try WholeFile.write(changes.written.map { (FilePath.join(path, $0.name), $0.content) })
    for name in changes.removed { FileSystem.remove(FilePath.join(path, name)) }
    try changes.index.write(to: path)
  }

  private struct Changes {
    var written: [File] = []
    var removed: [String] = []
    var index = OutputIndex()

    var isNothing: Bool { written.isEmpty && removed.isEmpty }
  }

  private func compare(_ rendered: [File], _ old: OutputIndex, isForced: Bool) -> Changes {
    var changes = Changes()
    for file in rendered {
      let hash = ContentHash.sha256Hex(file.content)
      switch state(of: file.name, old) {
      case .same(hash): changes.index.add(file.name, hash)
      case .same where old.hashes[file.name] == nil && !isForced:
        say("foreign-output", file.name, "\(file.name) is there, and zonal did not write it")
      case .edited where !isForced:
        say("edited-output", file.name, "\(file.name) was changed since zonal wrote it, and stays as it is")
        for hash in old.hashes[file.name] ?? [] { changes.index.add(file.name, hash) }
      default:
        changes.written.append(file)
        changes.index.add(file.name, hash)
      }
    }
    let names = Set(rendered.map(\.name))
    for name in old.hashes.keys.sorted(by: precedesBytewise) where !names.contains(name) {
      switch state(of: name, old) {
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

  private enum State {
    case missing
    /// It has a content that zonal knows, or was never zonal's.
    case same(String)
    case edited
  }

  private func state(of name: String, _ old: OutputIndex) -> State {
    guard case .success(let bytes) = FileSystem.read(FilePath.join(path, name)) else { return .missing }
    let hash = ContentHash.sha256Hex(bytes)
    return old.hashes[name] == nil || old.holds(name, hash) ? .same(hash) : .edited
  }

  private func say(_ id: String, _ name: String, _ summary: String) {
    report.error(
      id, summary, at: files.place(of: FilePath.join(path, name)),
      hint: "move it away, or have it replaced with --force; lasting changes belong into the sources")
  }
}
