internal import Diagnostics
internal import Files
internal import Machine
internal import Transforms
internal import YAML

/// Where the data of a generated ConfigMap or Secret comes from.
struct KeyValueSources: Sendable {
  var literals: [Located<String>] = []
  var files: [Located<String>] = []
  var envs: [Located<String>] = []
  /// The older name for one entry of `envs`.
  var env: Located<String>?
  /// Whether the values are those of a Secret.
  var areSecret = false

  struct Entry {
    var key: String
    var value: [UInt8]
    var position: Position
  }

  /// Everything, in kustomize's order: env files, literals, files. What is wrong is reported.
  func load(_ context: LayerContext) -> [Entry] {
    var entries: [Entry] = []
    for source in envs + (env.map { [$0] } ?? []) { entries += variables(source, context) }
    for literal in literals { entries += self.literal(literal, context) }
    for file in files { entries += self.file(file, context) }
    // Of what is not all there nothing more is said.
    guard !context.files.growth.isFull else { return [] }
    var seen: [KeyBytes: Position] = [:]
    return entries.filter { entry in
      guard let first = seen[entry.key] else {
        seen[entry.key] = entry.position
        return true
      }
      context.report.error(
        "duplicate-key", "the key \"\(entry.key)\" comes twice", at: entry.position,
        notes: [.init("first here", at: first)], hint: "remove one, or give it another key")
      return false
    }
  }

  private func literal(_ source: Located<String>, _ context: LayerContext) -> [Entry] {
    // By bytes: a mark behind the sign would combine with it.
    let bytes = Array(source.value.utf8)
    guard let equals = bytes.firstIndex(of: UInt8(ascii: "=")), equals > 0 else {
      let lack =
        bytes.isEmpty || bytes[0] != UInt8(ascii: "=")
        ? "\"=\" between key and value" : "key before its \"=\""
      context.report.error(
        "bad-literal", "the literal \"\(source.value)\" has no \(lack)", at: source.position,
        hint: "write key=value")
      return []
    }
    var value = bytes[(equals + 1)...]
    if value.count >= 2, let quote = value.first, "'\"".utf8.contains(quote), value.last == quote {
      value = value.dropFirst().dropLast()
    }
    return [
      Entry(
        key: String(decoding: bytes[..<equals], as: UTF8.self), value: Array(value), position: source.position
      )
    ]
  }

  private func file(_ source: Located<String>, _ context: LayerContext) -> [Entry] {
    let parts = source.value.utf8.split(separator: UInt8(ascii: "="), omittingEmptySubsequences: false)
      .map { Substring($0) }
    guard parts.count <= 2, parts.allSatisfy({ !$0.isEmpty }) else {
      context.report.error(
        "bad-file-source", "\"\(source.value)\" is neither a path nor key=path", at: source.position,
        hint: "write a path, or a key, \"=\" and a path; neither can contain \"=\"")
      return []
    }
    let path = String(parts[parts.count - 1])
    let key = parts.count == 2 ? String(parts[0]) : FilePath.lastComponent(path)
    guard let file = affordable(Located(path, source.position), context) else { return [] }
    return [Entry(key: key, value: file.bytes, position: source.position)]
  }

  /// `KEY=value` lines; a key alone has an empty value (kustomize v5).
  private func variables(_ source: Located<String>, _ context: LayerContext) -> [Entry] {
    guard let read = affordable(source, context, parts: \.lineCount) else { return [] }
    let file = SourceFile(path: read.path, bytes: read.bytes, isSecret: areSecret)
    let index = context.files.add(file)
    var bytes = file.bytes[...]
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes = bytes.dropFirst(3) }
    var entries: [Entry] = []
    let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    for (number, var line) in lines.enumerated() {
      if line.last == UInt8(ascii: "\r") { line.removeLast() }
      let indented = line.count
      line = line.drop { $0 == UInt8(ascii: " ") || (9...13).contains($0) }
      guard let first = line.first, first != UInt8(ascii: "#") else { continue }
      let column = UInt32(indented - line.count + 1)
      let position = Position(file: index, line: UInt32(number + 1), column: column)
      let equals = line.firstIndex(of: UInt8(ascii: "="))
      let key = String(decoding: line[..<(equals ?? line.endIndex)], as: UTF8.self)
      // kustomize takes whatever stands before the "=", and passes over a line without that.
      if context.options.isCompatible, key.isEmpty { continue }
      guard isVariableName(key) || context.options.isCompatible else {
        // Without a "=", what should be the name may be the value.
        let subject = areSecret ? "this" : "\"\(key)\""
        context.report.error(
          "bad-variable", "\(subject) is no name of an environment variable", at: position,
          hint: "a name has letters, digits, \"_\", \"-\" and \".\" and does not start with a digit")
        continue
      }
      let value = equals.map { Array(line[($0 + 1)...]) } ?? []
      entries.append(Entry(key: key, value: value, position: position))
    }
    return entries
  }

  /// Reads a file, which may be named any number of times.
  ///
  /// - Parameter parts: into how many values it falls.
  private func affordable(
    _ source: Located<String>, _ context: LayerContext, parts: (SourceFile) -> Int = { _ in 1 }
  ) -> SourceFile? {
    guard !context.files.growth.isFull, let file = context.layer.read(source) else { return nil }
    let weight = Self.perByte * file.bytes.count + 2 * Node.ownWeight * parts(file)
    let holds = context.files.growth.holds(
      weight, of: "this file", at: source.position, context.report)
    return holds ? file : nil
  }

  /// What is read is kept and becomes a text, of a Secret a longer one.
  private static let perByte = 2

  private func isVariableName(_ name: String) -> Bool {
    guard let first = name.utf8.first, !(48...57).contains(first) else { return false }
    return name.utf8.allSatisfy { byte in
      (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte)
        || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".")
    }
  }
}

extension SourceFile {
  fileprivate var lineCount: Int { bytes.count { $0 == UInt8(ascii: "\n") } }
}
