internal import Diagnostics
internal import Resources
internal import YAML

/// What another program printed, to be read as objects.
struct PrintedObjects: Sendable {
  /// Who printed it, as messages name it.
  var source: String
  /// What asked for it.
  var position: Position
  var context: ProgramContext

  /// The documents of a YAML stream; throws after a report.
  ///
  /// - Parameter isAfterTalk: whether there may be something else in front of the first `---`.
  func documents(_ bytes: [UInt8], isAfterTalk: Bool = false) throws(Stop) -> [Node] {
    let report = Report()
    if let documents = compose(bytes, report) { return documents }
    if isAfterTalk, let rest = withoutTalk(bytes), let documents = compose(rest, Report()) {
      return documents
    }
    reportUnreadable(report)
    throw Stop()
  }

  /// The objects among documents; throws after a report.
  func objects(_ documents: [Node]) throws(Stop) -> [Resource] {
    let report = Report()
    let resources = ObjectReading(report: report).resources(documents)
    guard !report.hasErrors else {
      reportUnreadable(report)
      throw Stop()
    }
    return resources
  }

  private func compose(_ bytes: [UInt8], _ report: Report) -> [Node]? {
    let file = SourceFile(path: source, bytes: bytes, isPrinted: true)
    let documents = Composer.compose(file, index: context.files.add(file), report: report)
    // Talk alone is YAML, too: a string.
    guard let documents, documents.allSatisfy({ $0.mapping != nil }) else {
      if let other = documents?.first(where: { $0.mapping == nil }) {
        report.error(
          "not-an-object", "an object must be a mapping, not \(other.kindName)", at: other.position)
      }
      return nil
    }
    return documents
  }

  /// The stream with blanks in place of all that is in front of its first `---`, so that lines keep their numbers.
  private func withoutTalk(_ bytes: [UInt8]) -> [UInt8]? {
    let mark = Array("---".utf8)
    var start = 0
    for line in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      if line.starts(with: mark) {
        return bytes[..<start].map { $0 == UInt8(ascii: "\n") ? $0 : UInt8(ascii: " ") } + bytes[start...]
      }
      start += line.count + 1
    }
    return nil
  }

  private func reportUnreadable(_ found: Report) {
    context.report.error(
      "printed-no-objects", "\(source) gave something else than Kubernetes objects", at: position,
      notes: found.diagnostics.filter { $0.severity == .error }.prefix(3)
        .map { .init($0.summary, at: $0.position) },
      hint: "run it by hand to see all of what it prints")
  }
}
