internal import Machine
internal import YAML

/// A source file with the names in it.
struct IndexedFile: Sendable {
  let path: String
  /// Whether it only changes objects of others.
  let isPatch: Bool
  let text: DocumentText
  let occurrences: [Occurrence]
  /// The names that were there when the text could last be read: while something is written, it mostly can't.
  let lastOccurrences: [Occurrence]

  /// - Parameter before: the same file with its text before.
  init(_ path: String, isPatch: Bool, before: IndexedFile? = nil) {
    self.path = path
    self.isPatch = isPatch
    let bytes = (try? FileSystem.read(path).get()) ?? []
    text = DocumentText(bytes)
    guard let documents = SourceTree.compose(bytes) else {
      (occurrences, lastOccurrences) = ([], before?.lastOccurrences ?? [])
      return
    }
    var walk = OccurrenceWalk(
      bytes, in: FilePath.directory(of: path), isKustomization: KustomizationFile.isOne(path),
      isPatch: isPatch)
    for document in documents { walk.visit(document) }
    (occurrences, lastOccurrences) = (walk.found, walk.found)
  }

  func occurrence(at offset: Int) -> Occurrence? {
    occurrences.last { $0.range.lowerBound <= offset && offset <= $0.range.upperBound }
  }
}
