internal import Machine
internal import YAML

/// A source file with the names in it.
struct IndexedFile: Sendable {
  let path: String
  let text: DocumentText
  let occurrences: [Occurrence]

  /// - Parameter isPatch: whether it only changes objects of others.
  init(_ path: String, isPatch: Bool) {
    self.path = path
    guard case .success(let bytes) = FileSystem.read(path) else {
      (text, occurrences) = (DocumentText(""), [])
      return
    }
    text = DocumentText(bytes)
    var walk = OccurrenceWalk(
      bytes, in: FilePath.directory(of: path), isKustomization: KustomizationFile.isOne(path),
      isPatch: isPatch)
    for document in SourceTree.compose(bytes) ?? [] { walk.visit(document) }
    occurrences = walk.found
  }

  func occurrence(at offset: Int) -> Occurrence? {
    occurrences.last { $0.range.lowerBound <= offset && offset <= $0.range.upperBound }
  }
}
