internal import Dispatch
internal import Layers
internal import Resources
internal import YAML

/// Writes a set as one YAML stream, documents joined by `---`.
enum ManifestWriter {
  /// Objects to a piece: enough to outweigh handing it to a thread, few enough that no buffer grows large.
  private static let pieceSize = 256

  /// - Returns: the stream in pieces, written in parallel.
  static func pieces(of set: ResourceSet) -> [[UInt8]] {
    let resources = set.resources
    let starts = Array(stride(from: 0, to: resources.count, by: pieceSize))
    let pieces = Slots<[UInt8]>(count: starts.count)
    DispatchQueue.concurrentPerform(iterations: starts.count) { piece in
      let end = min(starts[piece] + pieceSize, resources.count)
      pieces[piece] = bytes(of: resources[starts[piece]..<end], isFirst: piece == 0)
    }
    return pieces.values
  }

  /// - Returns: each object as a document of its own, written in parallel.
  static func documents(of set: ResourceSet) -> [[UInt8]] {
    let documents = Slots<[UInt8]>(count: set.resources.count)
    DispatchQueue.concurrentPerform(iterations: set.resources.count) { index in
      documents[index] = bytes(of: set.resources[index...index], isFirst: true)
    }
    return documents.values
  }

  private static func bytes(of resources: ArraySlice<Resource>, isFirst: Bool) -> [UInt8] {
    var emitter = Emitter()
    for index in resources.indices {
      if !isFirst || index > resources.startIndex { emitter.separateDocuments() }
      emitter.emit(document: resources[index].object)
    }
    return emitter.bytes
  }
}
