internal import Diagnostics
internal import Resources

/// What came of a build.
public struct Outcome: Sendable {
  let renderings: [Rendering]
  let files: SourceFiles
  /// Of the store of variables, until it is written.
  var lock: StoreLock?
  /// Whether messages tell what was passed over, too.
  var isVerbose = false
  /// What a check remarked of it.
  var remarks = Report()

  /// The manifest of each directory, in the order given; empty when there were errors.
  public var manifests: [Manifest] { renderings.map(\.manifest) }

  public var messages: Messages { Messages(reports, files, isVerbose: isVerbose) }

  var reports: [Report] { renderings.map(\.report) + [remarks] }

  /// Writes generated variables to their files; does nothing when none were generated.
  public func writeStores() throws(OutputFile.Failure) {
    for rendering in renderings { try rendering.store?.write(lock) }
    lock?.release()
  }
}

/// A YAML stream in pieces, so that none of it is copied on the way out.
public struct Manifest: Sendable {
  public let pieces: [[UInt8]]

  /// Several streams as one, documents joined by `---`.
  public init(joining manifests: [Manifest]) {
    let streams = manifests.map(\.pieces).filter { !$0.isEmpty }
    pieces = Array(streams.joined(separator: [Array("---\n".utf8)]))
  }

  public init(_ text: String) {
    pieces = [Array(text.utf8)]
  }

  init(pieces: [[UInt8]] = []) {
    self.pieces = pieces
  }

  public var text: String { pieces.reduce(into: "") { $0 += String(decoding: $1, as: UTF8.self) } }
}

/// What came of one directory, or of a BOSH manifest alone.
struct Rendering: Sendable {
  var manifest = Manifest()
  let report = Report()
  var store: GeneratedStore?
  /// Kept until the process ends: to free a large set takes longer than to write it.
  var set = ResourceSet()
}
