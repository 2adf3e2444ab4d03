internal import Dispatch
internal import Resources
internal import YAML

/// Writes a set as one YAML stream, documents joined by `---`.
enum ManifestWriter {
  /// Below this many objects a second thread costs more than it brings.
  private static let parallelFrom = 500

  static func bytes(of set: ResourceSet) -> [UInt8] {
    let resources = set.resources
    guard resources.count >= parallelFrom else { return bytes(of: resources[...]) }
    let middle = resources.count / 2
    let halves = Slots<[UInt8]>(count: 2)
    DispatchQueue.concurrentPerform(iterations: 2) { half in
      halves[half] = bytes(of: half == 0 ? resources[..<middle] : resources[middle...])
    }
    return Array(halves.values.joined())
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
