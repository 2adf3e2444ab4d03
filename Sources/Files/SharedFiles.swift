package import Diagnostics
internal import Machine
internal import Synchronization
package import YAML

/// Files that are used several times in one run, such as those of a base below several overlays: each is composed once.
package final class SharedFiles: Sendable {
  private let contents = OncePerKey<KeyBytes, Result<[UInt8], FileSystem.Failure>>()
  private let composed = OncePerKey<Place, Composed>()
  /// Files that were composed, and not kept.
  private let passed = Mutex<Set<Place>>([])
  private let isOfSeveralBuilds: Bool

  /// - Parameter isOfSeveralBuilds: whether each file is kept. A single build keeps only what it uses for the second
  ///   time: it changes most objects in place, and would have to copy what is kept.
  package init(isOfSeveralBuilds: Bool) {
    self.isOfSeveralBuilds = isOfSeveralBuilds
  }

  private struct Place: Hashable {
    var path: KeyBytes
    /// Messages about one file can speak of it by several names.
    var shown: KeyBytes
    var duplicateKeys: Composer.DuplicateKeys
  }

  private struct Composed: Sendable {
    var file: ComposedFile?
    var report: Report
  }

  func bytes(of path: String, limit: Int) -> Result<[UInt8], FileSystem.Failure> {
    guard isOfSeveralBuilds else { return FileSystem.read(path, limit: limit) }
    return contents.value(for: KeyBytes(text: path)) { FileSystem.read(path, limit: limit) }
  }

  /// - Parameter compose: reads the file when nobody did before.
  func documents(
    of path: String, shown: String, _ duplicateKeys: Composer.DuplicateKeys, to report: Report,
    _ compose: (Report) -> ComposedFile?
  ) -> ComposedFile? {
    let place = Place(
      path: KeyBytes(text: path), shown: KeyBytes(text: shown), duplicateKeys: duplicateKeys)
    guard isOfSeveralBuilds || passed.withLock({ !$0.insert(place).inserted }) else { return compose(report) }
    let composed = composed.value(for: place) {
      let report = Report()
      return Composed(file: compose(report), report: report)
    }
    report.add(contentsOf: composed.report)
    return composed.file
  }
}

/// The documents of a file, and its index among all that a run read.
package struct ComposedFile: Sendable {
  package var nodes: [Node]
  package var index: UInt32
}

extension SourceFile {
  package func composed(
    in files: SourceFiles, _ report: Report, _ duplicateKeys: Composer.DuplicateKeys
  ) -> ComposedFile? {
    let index = files.add(self)
    return Composer.compose(self, index: index, report: report, duplicateKeys: duplicateKeys)
      .map { ComposedFile(nodes: $0, index: index) }
  }
}
