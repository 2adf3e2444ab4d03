internal import BOSH
internal import Diagnostics
internal import Machine
internal import YAML

/// Reads what the flags of an interpolation name. What variables hold is kept out of messages.
struct InterpolationInputs {
  let files: SourceFiles
  let report: Report

  /// The manifest and the operations on it, of which all files are read at once.
  func manifest(_ options: ManifestInterpolation.Options) -> (Node?, operations: [Operation]) {
    let said = Report()
    let (manifest, operations) = sideBySide(if: !options.opsFiles.isEmpty) {
      document(options.manifest, what: "manifest")
    } _: {
      said.inParallel(options.opsFiles.count, if: true) {
        InterpolationInputs(files: files, report: $1).operations(options.opsFiles[$0])
      }
    }
    report.add(contentsOf: said)
    return (manifest, operations.compactMap(\.self).flatMap(\.self))
  }

  private func operations(_ path: String) -> [Operation] {
    document(path, what: "ops file", hidesValues: true).map { Operation.read($0, file: path, report) } ?? []
  }

  /// - Returns: an empty store when there is no file yet.
  func store(_ path: String) -> VariableStore? {
    // What is written in place, such as /dev/null, has nothing to give.
    if [nil, .device, .pipe].contains(FileSystem.kind(of: path)) {
      return VariableStore(nil, file: path, report)
    }
    guard let document = document(path, what: "store of variables", isSecret: true) else { return nil }
    return VariableStore(document, file: path, report)
  }

  /// Environment first, then files, then single files, then single values: later ones win, as in `bosh`.
  func values(_ options: ManifestInterpolation.Options) -> VariableValues {
    var values = VariableValues()
    for prefix in options.environmentPrefixes { addEnvironment(prefix, to: &values) }
    for path in options.variablesFiles {
      guard let document = document(path, what: "file of variables", isSecret: true) else { continue }
      values.set(all: document, file: path, report)
    }
    for argument in options.variableFiles { addFile(argument, to: &values) }
    for argument in options.variables { addValue(argument, to: &values) }
    return values
  }

  // MARK: Single flags

  private func addValue(_ argument: String, to values: inout VariableValues) {
    guard let (name, text) = pair(argument, flag: "-v", form: "NAME=VALUE"),
      let value = value(text, from: "-v \(name)")
    else { return }
    values.set(name, value, at: value.position, report)
  }

  private func addFile(_ argument: String, to values: inout VariableValues) {
    guard let (name, path) = pair(argument, flag: "--var-file", form: "NAME=PATH"),
      let bytes = content(path, what: "file of the variable \"\(name)\"")
    else { return }
    let position = files.place(of: path)
    values.set(name, .string(String(decoding: bytes, as: UTF8.self), at: position), at: position, report)
  }

  private func addEnvironment(_ prefix: String, to values: inout VariableValues) {
    guard !prefix.isEmpty else {
      return refuse(
        "--vars-env", "needs a prefix that is not empty", hint: "write --vars-env NAME for NAME_variable")
    }
    for (name, text) in ProcessEnvironment.variables(prefix: prefix + "_") {
      guard let value = value(text, from: "environment variable \(prefix)_\(name)") else { continue }
      values.set(name, value, at: value.position, report)
    }
  }

  /// A value as YAML; a text stays as it is written, line breaks and quotes included.
  private func value(_ text: String, from place: String) -> Node? {
    let file = SourceFile(path: place, bytes: Array(text.utf8), isSecret: true, isPrinted: true)
    let index = files.add(file)
    guard let documents = Composer.compose(file, index: index, report: report, dialect: .bosh) else {
      return nil
    }
    let position = Position(file: index, line: 0, column: 0)
    switch documents.first {
    case .scalar(let scalar) where scalar.kind == .string: return .string(text, at: position)
    case .scalar(var scalar):
      scalar.position = position
      return .scalar(scalar)
    case let node?: return node
    case nil: return .scalar(Scalar("null", kind: .null, at: position))
    }
  }

  private func pair(_ argument: String, flag: String, form: String) -> (name: String, value: String)? {
    let sides = argument.utf8.split(
      separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false
    ).map { String(Substring($0)) }
    guard sides.count == 2, !sides[0].isEmpty, !sides[1].isEmpty else {
      // What has no name is the value itself.
      let name = sides.count < 2 ? "" : sides[0].isEmpty ? " =…" : " \(sides[0])=…"
      refuse(
        "\(flag)\(name)", "must have the form \(form)",
        hint: "write \(flag) name=…, without spaces")
      return nil
    }
    return (sides[0], sides[1])
  }

  private func refuse(_ flag: String, _ rule: String, hint: String) {
    report.error("bad-flag", "\(flag) \(rule)", at: files.place(of: flag), hint: hint)
  }

  // MARK: --path

  func path(_ text: String) -> Located<OpsPath>? {
    let place = files.place(of: "--path \(text)")
    do throws(OpsPath.Mistake) {
      return Located(try OpsPath(text), place)
    } catch {
      report.error(
        "bad-ops-path", "the path \"\(text)\" of --path \(error.summary)", at: place, hint: error.hint)
      return nil
    }
  }

  func find(_ path: Located<OpsPath>, in document: Node) -> Node? {
    document.find(path.value, flag: "--path", at: path.position, report)
  }

  // MARK: Files

  private func document(
    _ path: String, what: String, isSecret: Bool = false, hidesValues: Bool = false
  ) -> Node? {
    guard let bytes = content(path, what: what) else { return nil }
    let file = SourceFile(
      path: path == "-" ? "standard input" : path, bytes: bytes, isSecret: isSecret, hidesValues: hidesValues)
    let index = files.add(file)
    let documents = Composer.compose(
      file, index: index, report: report, duplicateKeys: .warning, dialect: .bosh)
    guard let documents else { return nil }
    if documents.count > 1 {
      report.warning(
        "several-documents", "only the first of \(documents.count) documents in \"\(file.path)\" counts",
        at: documents[1].position, hint: "put the others into files of their own")
    }
    return documents.first
      ?? .scalar(Scalar("null", kind: .null, at: Position(file: index, line: 0, column: 0)))
  }

  private func content(_ path: String, what: String) -> [UInt8]? {
    switch FileSystem.read(argument: path, limit: files.sizeLimit) {
    case .success(let bytes):
      files.growth.note(bytes, readFrom: path)
      return bytes
    case .failure(let failure):
      report.add(
        Diagnostic(
          "missing-file", cause: .system, "the \(what) \"\(path)\" can't be read: \(failure.reason)",
          at: files.place(of: path), hint: failure.hint ?? "paths are seen from where the command runs"))
      return nil
    }
  }
}
