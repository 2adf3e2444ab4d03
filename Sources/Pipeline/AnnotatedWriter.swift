internal import Diagnostics
internal import Explain
internal import Resources

/// Writes a set whose build was followed as one YAML stream, every line with its source behind it.
struct AnnotatedWriter {
  private let trace: BuildTrace
  private let files: SourceFiles

  init(_ trace: BuildTrace, _ files: SourceFiles) {
    self.trace = trace
    self.files = files
  }

  /// - Returns: the stream in pieces, written in parallel; not all of it after a report that it becomes too long.
  func pieces(of set: ResourceSet, _ report: Report) -> [[UInt8]] {
    let resources = set.resources
    let pieces = resources.indices.pieces(of: 64)
    return Array(inParallel: pieces.count, if: true) { piece in
      let history = FieldHistory(trace, files)
      let manifest = AnnotatedManifest(ExplanationText(files, colours: false))
      var bytes: [UInt8] = []
      for index in pieces[piece] {
        if index > 0 { bytes += Array("---\n".utf8) }
        let document = manifest.document(resources[index], history)
        let holds = files.growth.holds(
          document.count, of: "the output, with \(resources[index].id),", at: resources[index].namePosition,
          report)
        guard holds else { return [] }
        bytes += document
      }
      return bytes
    }
  }
}
