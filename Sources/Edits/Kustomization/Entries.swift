internal import Diagnostics
internal import Files
internal import Machine
internal import YAML

// Fields that are lists of paths: `resources`, `components`, `generators`, `transformers`.

/// A field that lists paths.
package enum PathList: String, Sendable {
  case resource, component, generator, transformer, validator

  var field: String { rawValue + "s" }

  /// The fields whose entries are of it: what an old name holds counts, too.
  var fields: [String] { self == .resource ? ["resources", "bases"] : [field] }

  /// Whether a path that leads nowhere is an error, or passed over with a warning.
  var needsFiles: Bool { self == .resource || self == .component }
}

extension KustomizationEditor {
  /// Adds the paths that patterns stand for, unless they are there already.
  ///
  /// - Parameter isVerified: whether they must lead somewhere; otherwise each is taken as it is.
  package mutating func add(_ list: PathList, _ patterns: [String], isVerified: Bool = true) {
    var paths: [String] = []
    for pattern in patterns {
      paths += isVerified ? matches(of: pattern, list, "add \(list.rawValue) \(pattern)") : [pattern]
    }
    let there = list.fields.flatMap { items($0) }
    guard !report.hasErrors else { return }
    var added: [String] = []
    for path in paths where !sameBytes(path, name) {
      let old = there.first { $0.text.map { sameBytes($0, path) } ?? false }
      if old != nil || added.contains(where: { sameBytes($0, path) }) {
        report.warning(
          "already-there", "the \(list.rawValue) \"\(path)\" is there already",
          at: old?.position ?? place("add \(list.rawValue) \(path)"))
        continue
      }
      added.append(path)
    }
    for path in added { append(.string(path), to: list.field) }
  }

  /// Adds directories to `resources`, given as `DIR,DIR`.
  package mutating func addBases(_ argument: String) {
    let paths = argument.utf8.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false)
      .map { String(Substring($0)) }
    let there = PathList.resource.fields.flatMap { items($0) }
    var added: [String] = []
    for path in paths {
      if FileSystem.kind(of: FilePath.join(directory, path)) == nil {
        reportMissing(path, "add base \(path)")
      } else if let old = there.first(where: { $0.text.map { sameBytes($0, path) } ?? false }) {
        report.error(
          "already-there", "the base \"\(path)\" is there already", at: old.position,
          hint: "leave it as it is")
      } else if !added.contains(where: { sameBytes($0, path) }) {
        added.append(path)
      }
    }
    guard !report.hasErrors else { return }
    for path in added { append(.string(path), to: "resources") }
  }

  /// Removes the entries that patterns match.
  package mutating func remove(_ list: PathList, _ patterns: [String]) {
    var found: [[Step]] = []
    for text in patterns {
      guard let pattern = PathPattern(text) else {
        reportPattern(text, "remove \(list.rawValue) \(text)")
        continue
      }
      let matching = list.fields.flatMap { field in
        items(field).enumerated().filter { $0.element.text.map(pattern.matches) ?? false }
          .map { [Step.key(key(field)), .item($0.offset)] }
      }
      if matching.isEmpty {
        let names = list.fields.flatMap { items($0) }.compactMap(\.text)
        report.warning(
          "not-there", "there is no \(list.rawValue) \"\(text)\"",
          at: place("remove \(list.rawValue) \(text)"),
          hint: suggestion(for: text, among: names, otherwise: "those here are"))
      }
      found += matching.filter { !found.contains($0) }
    }
    guard !report.hasErrors else { return }
    removeItems(found)
  }

  /// Removes items of lists, the last ones first, so that the others keep their places.
  mutating func removeItems(_ places: [[Step]]) {
    let ordered = places.sorted { a, b in
      guard case .item(let first)? = a.last, case .item(let second)? = b.last else { return false }
      return first > second
    }
    for place in ordered { make(.remove(place)) }
  }

  // MARK: Paths

  /// The paths that a pattern stands for; what lies on another machine is taken as it is named.
  private func matches(of pattern: String, _ list: PathList, _ argument: String) -> [String] {
    guard let paths = PathPattern.paths(pattern, in: directory) else {
      reportPattern(pattern, argument)
      return []
    }
    if !paths.isEmpty { return paths }
    if list.needsFiles {
      if pattern.isRemoteLocation { return [pattern] }
      reportMissing(pattern, argument)
    } else {
      report.warning(
        "missing-file", "there is no file \"\(pattern)\"", at: place(argument), hint: nearby(pattern))
    }
    return []
  }

  func reportMissing(_ path: String, _ argument: String) {
    report.error(
      "missing-file", "there is no file or directory \"\(path)\"", at: place(argument), hint: nearby(path))
  }

  private func nearby(_ path: String) -> String {
    let names = FileSystem.names(in: FilePath.join(directory, FilePath.directory(of: path)))
      .filter { !sameBytes($0, name) }
      .map { FilePath.join(FilePath.directory(of: path), $0) }
    return suggestion(for: path, among: names)
      ?? "paths are seen from the directory of the kustomization file"
  }

  private func reportPattern(_ pattern: String, _ argument: String) {
    report.error(
      "bad-pattern", "\"\(pattern)\" is no pattern of paths", at: place(argument),
      hint: "close each \"[\" with \"]\", or write \"\\[\" for the character")
  }
}
