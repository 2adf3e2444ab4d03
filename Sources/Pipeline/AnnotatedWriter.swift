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

  /// - Returns: the stream in pieces, written in parallel.
  func pieces(of set: ResourceSet) -> [[UInt8]] {
    let resources = set.resources
    let pieces = resources.indices.pieces(of: 64)
    return Array(inParallel: pieces.count, if: true) { piece in
      let history = FieldHistory(trace, files)
      let manifest = AnnotatedManifest(ExplanationText(files, colours: false))
      var bytes: [UInt8] = []
      for index in pieces[piece] {
        if index > 0 { bytes += Array("---\n".utf8) }
        bytes += manifest.document(resources[index], history)
      }
      return bytes
    }
  }
}
