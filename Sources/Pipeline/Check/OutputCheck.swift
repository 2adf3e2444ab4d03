internal import Changes
internal import Diagnostics
internal import Files
internal import Machine
internal import Resources
internal import YAML

/// Compares a directory of rendered output with what its sources render to.
struct OutputCheck {
  /// The sources, as the user names them.
  let source: String
  /// The directory that outputs lie below.
  let root: String
  /// What was rendered of these sources.
  private var path: String
  /// It, held open until it was checked; `nil` when there is none.
  private var directory: HeldDirectory?
  private var index: OutputIndex
  /// The BOSH manifest that is built with them; empty for none.
  private let manifest: String
  private let levels: CheckLevels
  private let files: SourceFiles
  private let report: Report
  /// For what is wrong with the input.
  private let input: Report

  private static let usualRoot = "output"

  /// - Parameter input: what is wrong with the index of what was rendered.
  /// - Returns: `nil` when the source is no kustomization, was not rendered there and need not be, or was rendered with
  ///   a BOSH manifest that is not given now; and for a damaged index.
  init?(
    of source: String, _ options: Check.Options, _ levels: CheckLevels, _ files: SourceFiles,
    _ report: Report, input: Report
  ) {
    guard Directory.holdsKustomization(source) else { return nil }
    self.source = source
    manifest = options.build.deployment.interpolation.manifest
    root = options.output ?? Self.usualRoot
    self.levels = levels
    self.files = files
    self.report = report
    self.input = input
    path = FilePath.join(root, OutputFile.name(ofDirectory: source))
    let isThere = FileSystem.kind(ofEntry: FilePath.join(path, OutputIndex.name)) != nil
    guard options.output != nil || isThere else { return nil }
    // Through a symbolic link, which no build writes, nothing of it is to be seen.
    directory = try? HeldDirectory(path, followsLink: false)
    let index = directory.map { OutputIndex(of: $0, files, input) } ?? OutputIndex()
    // What flags of a build bring into it can't be told without them.
    guard let index, !index.form.isOfManifest || !manifest.isEmpty else {
      directory?.close()
      return nil
    }
    self.index = index
  }

  /// What is there, and would be written otherwise, as a unified diff; `nil` when no object differs.
  func check(_ set: ResourceSet) -> String? {
    defer { directory?.close() }
    var parts = index.form.layout == .zones ? ZoneParts(of: set).parts : []
    let left = (directory.map(ZoneParts.written) ?? []).filter { place in
      !parts.contains { $0.place == place }
    }
    let own = checkFiles(of: parts.isEmpty ? set : ResourceSet(), as: index.form)
    let count = parts.count
    parts += left.map { ($0, ResourceSet()) }
    let differences = parts.enumerated().map { place, part in
      checkPart(part.place, part.set, as: place < count ? ZoneParts.form : OutputForm(layout: .zones))
    }
    let found = ([own] + differences).compactMap(\.self)
    return found.isEmpty ? nil : found.joined()
  }

  private func checkPart(_ place: ZoneParts.Place, _ set: ResourceSet, as form: OutputForm) -> String? {
    var part = self
    part.path = FilePath.join(path, place.path)
    part.directory = directory.flatMap { try? HeldDirectory(place, in: $0) }
    defer { part.directory?.close() }
    guard let index = part.directory.map({ OutputIndex(of: $0, files, input) }) ?? OutputIndex() else {
      return nil
    }
    part.index = index
    return part.checkFiles(of: set, as: form)
  }

  private func checkFiles(of set: ResourceSet, as form: OutputForm) -> String? {
    let rendered = ManifestFiles.files(
      of: set, form,
      manifest: Manifest(pieces: ManifestWriter.pieces(of: set, within: files.growth, input)))
    guard !input.hasErrors else { return nil }
    let standings = OutputDirectory.standings(of: rendered, in: directory, index)
    if FileSystem.kind(ofEntry: path) == .link {
      say(
        .foreign, "\(path) is a symbolic link, and zonal did not write it", at: path,
        hint: "move it away, or have it replaced: \(command) --force")
    }
    if index.isUnfinished {
      say(
        .interrupted, "writing \(path) was interrupted", at: FilePath.join(path, OutputIndex.name),
        hint: "\(command) finishes it")
    }
    for (name, standing) in standings where standing == .edited {
      say(
        .edited, "\(name) was changed since zonal wrote it", at: FilePath.join(path, name),
        hint: "change the sources instead, and have it written anew: \(command) --force")
    }
    for (name, standing) in standings where standing == .foreign || standing == .obstructed {
      say(
        .foreign, "\(name) is there, and zonal did not write it", at: FilePath.join(path, name),
        hint: "move it away, or have it replaced: \(command) --force")
    }
    sayStale(standings.filter { $0.standing.isStale })
    guard levels.severity(of: .stale) != nil, !standings.isEmpty else { return nil }
    return difference(from: standings, rendered, to: set)
  }

  private var command: String {
    let bosh = manifest.isEmpty ? "" : " --bosh \(manifest)"
    return "zonal build \(source)\(bosh) -o \(root.hasSuffix("/") ? root : root + "/")"
  }

  private func sayStale(_ stale: [(name: String, standing: OutputDirectory.Standing)]) {
    guard !stale.isEmpty else { return }
    let notes = stale.prefix(Self.shownFiles).map { name, standing in
      Diagnostic.Note("\(name) \(standing.description)")
    }
    let rest = stale.count - notes.count
    say(
      .stale, "\(path) is not what \(source) renders to", at: path,
      notes: notes + (rest > 0 ? [.init("and \(rest) more files")] : []), hint: command)
  }

  private static let shownFiles = 10

  /// Says which directories below the root were written of sources that are there no more.
  static func sayOrphans(
    of sources: [String], _ root: String?, _ levels: CheckLevels, _ files: SourceFiles, _ report: Report
  ) {
    let root = root ?? usualRoot
    let names = Set(texts: sources.map(OutputFile.name(ofDirectory:)))
    guard let severity = levels.severity(of: .stale) else { return }
    for name in FileSystem.names(in: root) where !names.contains(name) {
      let path = FilePath.join(root, name)
      guard let directory = try? HeldDirectory(path, followsLink: false) else { continue }
      defer { directory.close() }
      guard directory.kind(of: OutputIndex.name) != nil,
        let index = OutputIndex(of: directory, files, report), !index.form.isOfManifest
      else { continue }
      report.add(
        Diagnostic(
          OutputRule.stale.rawValue, severity, "nothing renders to \(path) any more",
          at: files.place(of: path),
          hint: "remove the directory"))
    }
  }

  private func say(
    _ rule: OutputRule, _ summary: String, at path: String, notes: [Diagnostic.Note] = [], hint: String
  ) {
    guard let severity = levels.severity(of: rule) else { return }
    report.add(
      Diagnostic(rule.rawValue, severity, summary, at: files.place(of: path), notes: notes, hint: hint))
  }

  /// Files that can't be read as manifests any more were edited, and messages said so.
  private func difference(
    from standings: [(name: String, standing: OutputDirectory.Standing)], _ rendered: [ManifestFile],
    to set: ResourceSet
  ) -> String? {
    let reading = Report()
    let manifests = ManifestReading(files: files, report: reading)
    let names = Set(texts: rendered.map(\.name) + standings.map(\.name)).map(\.text)
    let objects = names.filter { $0 != ManifestFiles.kustomization }.sorted(by: precedesBytewise).flatMap {
      name -> [Resource] in
      guard let bytes = try? directory?.read(name, limit: files.sizeLimit).get() else { return [] }
      return manifests.resources(bytes: bytes, shown: FilePath.join(path, name))
    }
    guard !reading.hasErrors else { return nil }
    let comparison = Comparison(old: ResourceSet(objects), new: set)
    return comparison.isEmpty
      ? nil : Escape.line("diff \(path) \(source)") + "\n" + UnifiedRenderer(comparison).text
  }
}

extension OutputDirectory.Standing {
  /// Whether the next build would change the file.
  fileprivate var isStale: Bool {
    switch self {
    case .missing, .outdated, .leftOver: true
    case .same, .edited, .foreign, .obstructed: false
    }
  }

  fileprivate var description: String {
    switch self {
    case .missing: "is missing"
    case .outdated: "is out of date"
    case .leftOver: "is rendered no more"
    case .same, .edited, .foreign, .obstructed: "stays"
    }
  }
}
