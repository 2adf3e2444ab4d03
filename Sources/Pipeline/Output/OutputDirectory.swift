internal import Diagnostics
internal import Machine
internal import Resources
internal import YAML

/// A directory that zonal renders into, and that others may have files in, too.
///
/// Its index (``OutputIndex``) tells zonal's own files. Those that are no longer rendered go; one that somebody changed
/// stays as it is until `--force`, and so does whatever zonal did not write. Killed at any moment, every file is the old
/// one or the new one, and the next run finishes the work.
struct OutputDirectory {
  let path: String
  let report: Report
  let files: SourceFiles

  /// Writes a set in the form that is asked for, or else in that of the files which are there.
  func write(_ rendering: Rendering, _ options: OutputTree.Options) throws(WholeFile.Failure) {
    guard let directory = try open(isForced: options.isForced) else { return }
    defer { directory.close() }
    do throws(FileSystem.Failure) {
      guard try directory.lock() else {
        report.add(
          Diagnostic(
            "output-locked", cause: .system, "another zonal is writing into \(path)",
            at: files.place(of: path), hint: "wait until it is done"))
        return
      }
    } catch {
      throw WholeFile.Failure(path, error)
    }
    directory.removeRemains(isLocked: true)
    guard let old = OutputIndex(of: directory, files, report) else { return }
    let form = options.form(insteadOf: old.form)
    // Whoever comes next knows by the index of the whole that there are parts.
    if form.layout == .zones {
      try writeParts(ZoneParts(of: rendering.set).parts, form, options, in: directory)
    }
    try write(rendering.set, rendering.manifest, form, options, from: old, in: directory)
    if form.layout != .zones, old.form.layout == .zones { try writeParts([], form, options, in: directory) }
  }

  /// Writes each part into a directory of its own, and takes away those that are rendered no more.
  private func writeParts(
    _ parts: [(place: ZoneParts.Place, set: ResourceSet)], _ form: OutputForm, _ options: OutputTree.Options,
    in directory: HeldDirectory
  ) throws(WholeFile.Failure) {
    let left = ZoneParts.written(in: directory).filter { place in !parts.contains { $0.place == place } }
    for (place, set) in parts + left.map({ ($0, ResourceSet()) }) {
      let part: HeldDirectory
      do throws(FileSystem.Failure) {
        part = try HeldDirectory(making: place, in: directory)
      } catch {
        throw WholeFile.Failure(FilePath.join(path, place.path), error)
      }
      defer { part.close() }
      let output = OutputDirectory(path: part.path, report: report, files: files)
      part.removeRemains(isLocked: true)
      guard let old = OutputIndex(of: part, files, report) else { continue }
      if left.contains(place) {
        try output.write(set, Manifest(), OutputForm(layout: .zones), options, from: old, in: part)
        output.remove(place, in: directory, part)
      } else {
        let manifest = Manifest(pieces: ManifestWriter.pieces(of: set, within: files.growth, report))
        try output.write(set, manifest, ZoneParts.form, options, from: old, in: part)
      }
    }
  }

  /// Removes the directory of a part that has nothing of zonal's any more.
  private func remove(_ place: ZoneParts.Place, in directory: HeldDirectory, _ part: HeldDirectory) {
    guard let index = OutputIndex(of: part, files, Report()), index.hashes.isEmpty else { return }
    try? part.remove(OutputIndex.name)
    guard let parent = place.parent else { return directory.removeEmpty(place.name) }
    guard let held = try? HeldDirectory(parent, in: directory) else { return }
    held.removeEmpty(place.name)
    held.close()
    directory.removeEmpty(parent)
  }

  private func write(
    _ set: ResourceSet, _ manifest: Manifest, _ form: OutputForm, _ options: OutputTree.Options,
    from old: OutputIndex, in directory: HeldDirectory
  ) throws(WholeFile.Failure) {
    let rendered = ManifestFiles.files(of: set, form, manifest: manifest)
    let changes = changes(
      to: rendered, in: directory, from: old, OutputIndex(form), isForced: options.isForced)
    guard !changes.isNothing || old.isUnfinished || changes.index != old else { return }
    try write(changes, from: old, in: directory)
    guard !changes.isNothing else { return }
    report.add(
      Diagnostic(
        "written-output", options.tellsChanges ? .info : .detail,
        "files written: \(changes.written.count), removed: \(changes.removed.count)",
        at: files.place(of: path),
        hint: options.tellsChanges ? "they belong into the same commit as the sources" : nil))
  }

  /// - Returns: `nil`, after a report, when a symbolic link is in its place: that leads to where others have their files.
  private func open(isForced: Bool) throws(WholeFile.Failure) -> HeldDirectory? {
    if FileSystem.kind(ofEntry: path) == .link {
      guard isForced else {
        report.error(
          "foreign-output", "\(path) is a symbolic link, and zonal did not write it",
          at: files.place(of: path),
          hint: "name where it leads with --output, or have it replaced by a directory with --force")
        return nil
      }
      FileSystem.remove(path)
    }
    try WholeFile.makeDirectories(path)
    do throws(FileSystem.Failure) {
      return try HeldDirectory(path, followsLink: false)
    } catch {
      throw WholeFile.Failure(path, error)
    }
  }

  private func write(
    _ changes: Changes, from old: OutputIndex, in directory: HeldDirectory
  ) throws(WholeFile.Failure) {
    if !changes.isNothing { try old.adding(changes.index).write(to: directory) }
    try WholeFile.write(changes.written.map { ($0.name, $0.content) }, in: directory)
    for name in changes.removed {
      do throws(FileSystem.Failure) {
        try directory.remove(name)
      } catch {
        throw WholeFile.Failure(FilePath.join(path, name), error)
      }
    }
    try changes.index.write(to: directory)
  }

  private struct Changes {
    var written: [ManifestFile] = []
    var removed: [String] = []
    var index: OutputIndex

    var isNothing: Bool { written.isEmpty && removed.isEmpty }
  }

  private func changes(
    to rendered: [ManifestFile], in directory: HeldDirectory, from old: OutputIndex, _ new: OutputIndex,
    isForced: Bool
  ) -> Changes {
    var changes = Changes(index: new)
    func keep(_ name: String) {
      for hash in old.hashes[name] ?? [] { changes.index.add(name, hash) }
    }
    for file in rendered {
      switch Standing(of: file.name, file, in: directory, old) {
      case .same: changes.index.add(file.name, file.hash)
      case .obstructed:
        say("foreign-output", file.name, "\(file.name) is a directory, and zonal did not make it")
        keep(file.name)
      case .foreign where !isForced:
        say("foreign-output", file.name, "\(file.name) is there, and zonal did not write it")
      case .edited where !isForced:
        say("edited-output", file.name, "\(file.name) was changed since zonal wrote it, and stays as it is")
        keep(file.name)
      default:
        changes.written.append(file)
        changes.index.add(file.name, file.hash)
      }
    }
    for name in old.names(without: rendered) {
      switch Standing(of: name, nil, in: directory, old) {
      // What is a directory now has nothing of zonal's any more.
      case .missing, .obstructed: break
      case .edited where !isForced:
        say(
          "edited-output", name,
          "\(name) is rendered no more, but was changed since zonal wrote it, and stays")
        keep(name)
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
}
