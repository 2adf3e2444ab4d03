internal import Diagnostics
package import Files
internal import Machine
internal import YAML

/// What a layer gives to what runs programs for it: its files, and what the user lets programs do.
package struct ProgramContext: Sendable {
  private(set) var layer: LayerFiles
  let options: PluginOptions

  package init(_ layer: LayerFiles, _ options: PluginOptions) {
    self.layer = layer
    self.options = options
  }

  var directory: Directory { layer.directory }
  var files: SourceFiles { layer.files }
  var report: Report { layer.report }

  /// The same, saying what there is to say elsewhere.
  func reporting(to report: Report) -> ProgramContext {
    var other = self
    other.layer = layer.reporting(to: report)
    return other
  }
}

// MARK: - Files of programs

extension ProgramContext {
  /// For files of another program; throws after a report.
  func temporaryDirectory(at position: Position) throws(Stop) -> TemporaryDirectory {
    do throws(WholeFile.Failure) {
      return try TemporaryDirectory()
    } catch {
      throw cannotWrite(error, at: position)
    }
  }

  func cannotWrite(_ failure: WholeFile.Failure, at position: Position) -> Stop {
    report.add(
      Diagnostic(
        "unwritable-file", cause: .system, "\(failure.path) can't be written: \(failure.reason)",
        at: position,
        hint: "make room for temporary files, or name another directory for them with TMPDIR"))
    return Stop()
  }
}
