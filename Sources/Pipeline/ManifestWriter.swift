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
      pieces[piece] = bytes(of: resources[starts[piece]..<end])
    }
    return pieces.values
  }

  private static func bytes(of resources: ArraySlice<Resource>) -> [UInt8] {
    var emitter = Emitter()
    for index in resources.indices {
      if index > 0 { emitter.separateDocuments() }
      emitter.emit(document: resources[index].object)
    }
    return emitter.bytes
  }
}
