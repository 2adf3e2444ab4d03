internal import Diagnostics
internal import Machine
internal import YAML

// What flags of generators must not say.

extension KustomizationEditor {
  /// Checks what `add` was given, and puts paths in the place of patterns.
  func check(_ entry: inout GeneratorEntry) {
    let command = "add \(entry.kind.rawValue) \(entry.name)"
    if entry.envFile.isEmpty, entry.files.isEmpty, entry.literals.isEmpty {
      report.error(
        "bad-flag", "there is nothing to make the \(entry.kind.noun) \"\(entry.name)\" of",
        at: place(command),
        hint: "add --from-literal KEY=VALUE, --from-file FILE or --from-env-file FILE")
    }
    if !entry.envFile.isEmpty, !entry.files.isEmpty || !entry.literals.isEmpty {
      report.error(
        "bad-flag", "--from-env-file excludes --from-file and --from-literal", at: place(command),
        hint: "add the others by a command of their own")
    }
    if !entry.behavior.isEmpty, !["create", "merge", "replace"].contains(entry.behavior) {
      report.error(
        "unknown-value", "--behavior can't be \"\(entry.behavior)\"", at: place(command),
        hint: "it is one of create, merge, replace")
    }
    if !entry.envFile.isEmpty, FileSystem.kind(of: FilePath.join(directory, entry.envFile)) == nil {
      reportMissing(entry.envFile, command)
    }
    checkLiterals(entry.literals, command)
    entry.files = entry.files.flatMap { files(of: $0, command) }
  }

  func checkLiterals(_ literals: [String], _ command: String) {
    let equals = UInt8(ascii: "=")
    for literal in literals where literal.utf8.first == equals || !literal.utf8.contains(equals) {
      // It may be a secret, and is not repeated.
      report.error(
        "bad-literal", "a literal is not a key and a value", at: place(command),
        hint: "write --from-literal KEY=VALUE")
    }
  }

  /// The entries of `files` that `[KEY=]PATTERN` stands for.
  private func files(of source: String, _ command: String) -> [String] {
    let equals = source.utf8.firstIndex(of: UInt8(ascii: "="))
    let key = equals.map { String(source[..<$0]) + "=" } ?? ""
    let pattern = equals.map { String(source[source.utf8.index(after: $0)...]) } ?? source
    let paths = PathPattern.paths(pattern, in: directory) ?? []
    if paths.isEmpty {
      reportMissing(pattern, command)
    } else if !key.isEmpty, paths.count > 1 {
      report.error(
        "bad-flag", "the pattern \"\(pattern)\" stands for \(paths.count) files, and one key is for one",
        at: place(command), notes: [.init(paths.joined(separator: ", "))], hint: "name one of them")
    }
    return paths.map { key + $0 }
  }

  /// Reports keys that an object would have twice.
  func checkKeys(of entry: GeneratorEntry, with found: Int?) {
    let old = found.map { items(entry.kind.field)[$0] }
    let there = ["literals", "files"].flatMap { old?[$0]?.items ?? [] }.compactMap(\.text).map(
      GeneratorEntry.key)
    var keys = there
    for key in (entry.literals + entry.files).map(GeneratorEntry.key) {
      if keys.contains(where: { sameBytes($0, key) }) {
        report.error(
          "duplicate-key", "the \(entry.kind.noun) \"\(entry.name)\" would have the key \"\(key)\" twice",
          at: old?.position ?? place("add \(entry.kind.rawValue) \(entry.name)"),
          hint:
            "change a literal that is there with \"set \(entry.kind.rawValue) \(entry.name) --from-literal \(key)=…\""
        )
      }
      keys.append(key)
    }
  }
}
