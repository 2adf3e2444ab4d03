internal import Diagnostics
internal import Resources
internal import YAML

/// Writes a set as one YAML stream, documents joined by `---`.
enum ManifestWriter {
  /// Objects to a piece: enough to outweigh handing it to a thread, few enough that no buffer grows large.
  private static let pieceSize = 256

  /// - Returns: the stream in pieces, written in parallel; not all of it after a report that it becomes too long.
  static func pieces(of set: ResourceSet, within growth: Growth, _ report: Report) -> [[UInt8]] {
    let resources = set.resources
    let pieces = resources.indices.pieces(of: pieceSize)
    return Array(inParallel: pieces.count, if: true) { piece in
      bytes(of: resources[pieces[piece]], isFirst: piece == 0) { size, resource in
        growth.holds(
          size, of: "the output, with \(resource.id),", at: resource.namePosition, report)
      }
    }
  }

  /// - Returns: each object as a document of its own, written in parallel.
  static func documents(of set: ResourceSet) -> [[UInt8]] {
    Array(inParallel: set.resources.count, if: true) { index in
      bytes(of: set.resources[index...index], isFirst: true) { _, _ in true }
    }
  }

  /// - Parameter holds: whether there is room for the bytes of one more object.
  private static func bytes(
    of resources: ArraySlice<Resource>, isFirst: Bool, _ holds: (Int, Resource) -> Bool
  ) -> [UInt8] {
    var emitter = Emitter()
    for index in resources.indices {
      if !isFirst || index > resources.startIndex { emitter.separateDocuments() }
      let start = emitter.bytes.count
      emitter.emit(document: resources[index].object)
      guard holds(emitter.bytes.count - start, resources[index]) else { return [] }
    }
    return emitter.bytes
  }
}
