internal import Diagnostics
internal import Files
internal import Machine
internal import Resources
internal import YAML

/// Reads the files among a layer's resources ahead, several at a time.
///
/// Only what needs no report is kept: a file with a mistake in it is read again in its turn, so that messages come in
/// the order of the entries.
struct ParallelReading {
  private let context: LayerContext
  /// For fewer files, starting threads takes longer than reading.
  private static let worthwhile = 4

  init(_ context: LayerContext) {
    self.context = context
  }

  /// - Returns: for each name its objects, or `nil` for one that has to be looked at in its turn.
  func resources(of names: [Located<String>]) -> [[Resource]?] {
    guard names.count >= Self.worthwhile else { return names.map { _ in nil } }
    var seen: Set<KeyBytes> = []
    let isFirst = names.map { seen.insert(KeyBytes(text: FilePath.normalized($0.value))).inserted }
    return Array(inParallel: names.count) { index in
      guard isFirst[index], context.directory.kind(of: names[index].value) == .file else { return nil }
      let report = Report()
      guard let documents = context.layer.reporting(to: report).documents(names[index]) else { return nil }
      let resources = ObjectReading(report: report, isOfBuild: true).resources(documents)
      return report.diagnostics.isEmpty ? resources : nil
    }
  }
}
