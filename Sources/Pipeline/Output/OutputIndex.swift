internal import Machine
internal import YAML

/// What zonal wrote into a directory: the file `.zonal` there, which `sha256sum --check` reads, too.
///
/// While files are being written it holds their old and their new content, and says so: a run that was killed is
/// seen, and the next one knows which files are its own.
struct OutputIndex {
  static let name = ".zonal"
  private static let complete = "# zonal wrote these files; it removes or replaces no others"
  private static let unfinished = "# zonal was writing these files, and did not finish"

  /// The hashes that a file of ours may have; one, unless writing was interrupted.
  private(set) var hashes: [String: [String]] = [:]
  private(set) var isUnfinished = false

  init() {}

  /// - Returns: an empty index when the directory has none.
  init(of directory: String) {
    guard case .success(let bytes) = FileSystem.read(FilePath.join(directory, Self.name)) else { return }
    for line in String(decoding: bytes, as: UTF8.self).split(separator: "\n") {
      if line.hasPrefix("#") {
        isUnfinished = isUnfinished || line == Self.unfinished
        continue
      }
      guard let gap = line.firstRange(of: "  ") else { continue }
      add(String(line[gap.upperBound...]), String(line[..<gap.lowerBound]))
    }
  }

  mutating func add(_ path: String, _ hash: String) {
    if !(hashes[path]?.contains(hash) ?? false) { hashes[path, default: []].append(hash) }
  }

  func holds(_ path: String, _ hash: String) -> Bool { hashes[path]?.contains(hash) ?? false }

  /// Both indexes in one, for the time between them.
  func adding(_ other: OutputIndex) -> OutputIndex {
    var both = self
    for (path, hashes) in other.hashes { for hash in hashes { both.add(path, hash) } }
    both.isUnfinished = true
    return both
  }

  func write(to directory: String) throws(WholeFile.Failure) {
    var text = (isUnfinished ? Self.unfinished : Self.complete) + "\n"
    for path in hashes.keys.sorted(by: precedesBytewise) {
      for hash in hashes[path] ?? [] { text += "\(hash)  \(path)\n" }
    }
    try WholeFile.write([Array(text.utf8)], to: FilePath.join(directory, Self.name))
  }
}
