internal import Diagnostics
internal import YAML

/// Ends the run with what should never be, where the input is known.
func expect(_ holds: Bool, _ what: @autoclosure () -> String) {
  if !holds { fatalError(what()) }
}

/// What targets read their inputs with: several texts in one, and the trees that they describe.
enum Texts {
  /// The parts between lines `===`, whose rest is a name.
  static func parts(_ bytes: [UInt8]) -> [(name: String, bytes: [UInt8])] {
    var parts: [(name: String, bytes: [UInt8])] = [("", [])]
    for line in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      if line.starts(with: "=== ".utf8) {
        parts.append((String(decoding: line.dropFirst(4), as: UTF8.self), []))
      } else {
        parts[parts.count - 1].bytes += line + [UInt8(ascii: "\n")]
      }
    }
    return parts
  }

  /// The documents of a text, or none after a mistake.
  static func documents(
    _ bytes: [UInt8], _ report: Report, _ files: SourceFiles = SourceFiles(), dialect: Dialect = .kustomize
  ) -> [Node]? {
    let file = SourceFile(path: "input.yaml", bytes: bytes)
    // To BOSH 1 and 1.0 are two keys, which are written alike.
    let documents = Composer.compose(
      file, index: files.add(file), report: report, duplicateKeys: dialect == .bosh ? .warning : .error,
      dialect: dialect)
    expect((documents == nil) == report.hasErrors, "reading failed without a message, or not in spite of one")
    return documents
  }

  /// Trees as they are written.
  static func emitted(_ documents: [Node], dialect: Dialect = .kustomize) -> [UInt8] {
    var emitter = Emitter(dialect: dialect)
    for (index, document) in documents.enumerated() {
      if index > 0 { emitter.separateDocuments() }
      emitter.emit(document: document)
    }
    return emitter.bytes
  }

  /// What is written must be readable, and give the same bytes when it is written again.
  static func expectToReadBack(_ documents: [Node], dialect: Dialect = .kustomize) {
    let bytes = emitted(documents, dialect: dialect)
    let again = reread(bytes, dialect)
    // go-yaml writes -0.0 as -0, and reads that as 0.
    if dialect == .bosh {
      return expect(reread(again, dialect) == reread(reread(again, dialect), dialect), "flickers")
    }
    expect(again == bytes, "\(shown(bytes))\nbecomes\n\(shown(again))")
  }

  private static func reread(_ bytes: [UInt8], _ dialect: Dialect) -> [UInt8] {
    let report = Report()
    guard let again = documents(bytes, report, dialect: dialect) else {
      fatalError("does not read back: \(report.diagnostics)\n\(shown(bytes))")
    }
    return emitted(again, dialect: dialect)
  }

  private static func shown(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }
}
