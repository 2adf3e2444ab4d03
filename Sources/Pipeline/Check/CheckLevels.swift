internal import Checks
internal import Diagnostics
internal import Files
internal import Machine
internal import Resources
internal import YAML

/// What a run makes of each rule: what `zonal.yaml` says, and over that what flags say.
struct CheckLevels {
  private(set) var levels: [String: Rule.Level] = [:]
  /// What `zonal.yaml` names that describes custom resources.
  private(set) var definitions: [Resource] = []
  /// What `zonal.yaml` says is meant.
  private(set) var allowed: [Allowances.Entry] = []
  private let files: SourceFiles
  private let report: Report

  init(_ options: Check.Options, _ files: SourceFiles, _ report: Report) {
    self.files = files
    self.report = report
    if let path = options.configuration ?? (options.looksForConfiguration ? Self.nearest(to: ".") : nil) {
      read(path)
    }
    for id in options.enabledRules { set(id, .on, at: files.place(of: "--enable \(id)")) }
    for id in options.disabledRules { set(id, .off, at: files.place(of: "--disable \(id)")) }
  }

  /// - Returns: `nil` for a rule that is off.
  func severity(of rule: OutputRule) -> Diagnostic.Severity? {
    (levels[rule.rawValue] ?? .on).severity(usually: rule.severity)
  }

  /// - Returns: `nil` for a rule that is off.
  func severity(of rule: Rule) -> Diagnostic.Severity? { rule.at(levels[rule.id])?.severity }

  private mutating func set(_ id: String, _ level: Rule.Level, at position: Position) {
    let known = Check.rules.map(\.id)
    if known.contains(id) {
      levels[id] = level
    } else {
      Self.sayUnknown(id, among: known, at: position, report)
    }
  }

  /// - Parameter severity: an error where nothing else is meant than rules.
  static func sayUnknown(
    _ id: String, among known: [String], _ severity: Diagnostic.Severity = .error, at position: Position,
    _ report: Report
  ) {
    let hint =
      report.isCrowded(by: "unknown-rule")
      ? nil : suggestion(for: id, among: known) ?? "zonal check --list-rules names them all"
    report.add(
      Diagnostic("unknown-rule", severity, "there is no rule \"\(id)\"", at: position, hint: hint))
  }

  // MARK: zonal.yaml

  static let fileName = "zonal.yaml"

  /// The file in a directory or the nearest one above it, within the repository.
  static func nearest(to start: String) -> String? {
    var directory = start
    while let real = FileSystem.realPath(directory) {
      let path = directory == "." ? fileName : FilePath.join(directory, fileName)
      if ![nil, .directory].contains(FileSystem.kind(of: path)) { return path }
      if real == "/" || FileSystem.kind(of: FilePath.join(directory, ".git")) != nil { return nil }
      directory = directory == "." ? ".." : FilePath.join(directory, "..")
    }
    return nil
  }

  private mutating func read(_ path: String) {
    switch FileSystem.read(argument: path, limit: files.sizeLimit) {
    case .success(let bytes):
      let file = SourceFile(path: path, bytes: bytes)
      guard let document = Composer.compose(file, index: files.add(file), report: report)?.first,
        let configuration = CheckConfiguration.schema.decode(document, Reader(report: report))
      else { return }
      for (id, level) in configuration.check.rules { set(id.text, level, at: id.position) }
      definitions = configuration.check.schemas.flatMap { definitions(in: $0, besides: path) }
      allowed = configuration.check.allowed.compactMap(entry)
    case .failure(let failure):
      report.add(
        Diagnostic(
          "missing-file", cause: .system, "\(path) can't be read: \(failure.reason)",
          at: files.place(of: path),
          hint: failure.hint ?? "name a file with kind: Configuration"))
    }
  }

  private func entry(_ allowed: CheckConfiguration.Allowed) -> Allowances.Entry? {
    guard let rule = allowed.rule, let kind = allowed.kind, let name = allowed.name else { return nil }
    let known = Check.setRules.map(\.id)
    guard known.contains(rule.value) else {
      Self.sayUnknown(rule.value, among: known, at: rule.position, report)
      return nil
    }
    let allowance = Allowance(rule: rule.value, reason: allowed.why ?? "", position: rule.position)
    return Allowances.Entry(kind: kind, name: name, namespace: allowed.namespace, allowance)
  }

  /// - Parameter path: that of the file, in whose directory the place is.
  private func definitions(in place: Located<String>, besides path: String) -> [Resource] {
    let path = FilePath.join(FilePath.directory(of: path), place.value)
    guard FileSystem.kind(of: path) != nil else {
      report.error(
        "missing-file", "there is no file or directory \"\(place.value)\"", at: place.position,
        hint: "name files with CustomResourceDefinitions, or directories of them, as seen from this file")
      return []
    }
    let manifests = ManifestReading(files: files, report: report, restrictor: .none)
    return manifests.resources(at: path, shown: FilePath.normalized(path)).filter {
      $0.gvk.kind == "CustomResourceDefinition"
    }
  }
}
