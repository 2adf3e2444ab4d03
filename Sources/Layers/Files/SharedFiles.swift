internal import Diagnostics
internal import Machine
internal import YAML

/// Files that several builds of one run use, such as those of a base below several overlays: each is read and
/// composed once.
package final class SharedFiles: Sendable {
  private let contents = OncePerKey<KeyBytes, Result<[UInt8], FileSystem.Failure>>()
  private let composed = OncePerKey<Place, Composed>()

  package init() {}

  private struct Place: Hashable {
    var path: KeyBytes
    /// Messages about one file can speak of it by several names.
    var shown: KeyBytes
  }

  private struct Composed: Sendable {
    var file: ComposedFile?
    var report: Report
  }

  func bytes(of path: String, limit: Int) -> Result<[UInt8], FileSystem.Failure> {
    contents.value(for: KeyBytes(text: path)) { FileSystem.read(path, limit: limit) }
  }

  /// - Parameter compose: reads the file when nobody did before.
  func documents(
    of path: String, shown: String, to report: Report, _ compose: (Report) -> ComposedFile?
  ) -> ComposedFile? {
    let composed = composed.value(for: Place(path: KeyBytes(text: path), shown: KeyBytes(text: shown))) {
      let report = Report()
      return Composed(file: compose(report), report: report)
    }
    report.add(contentsOf: composed.report)
    return composed.file
  }
}

/// The documents of a file, and its index among all that a run read.
struct ComposedFile: Sendable {
  var nodes: [Node]
  var index: UInt32
}

extension SourceFile {
  func composed(
    in files: SourceFiles, _ report: Report, _ duplicateKeys: Composer.DuplicateKeys
  ) -> ComposedFile? {
    let index = files.add(self)
    return Composer.compose(self, index: index, report: report, duplicateKeys: duplicateKeys)
      .map { ComposedFile(nodes: $0, index: index) }
  }
}
