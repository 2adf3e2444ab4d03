internal import Machine
internal import YAML

/// What zonal wrote into a directory: the file `.zonal` there, which `sha256sum --check` reads, too.
///
/// While files are being written it holds their old and their new content, and says so: a run that was killed is
/// seen, and the next one knows which files are its own.
struct OutputIndex: Equatable {
  static let name = ".zonal"
  private static let complete = "# zonal wrote these files; it removes or replaces no others"
  /// Begins the line with the form, which is absent where it is the usual one.
  private static let flags = "# written with"
  private static let unfinished = "# zonal was writing these files, and did not finish"

  /// The hashes that a file of ours may have; one, unless writing was interrupted.
  private(set) var hashes: [String: [String]] = [:]
  private(set) var isUnfinished = false
  /// In which form the files were written; the next build and `zonal check` go by it.
  private(set) var form = OutputForm()

  init(_ form: OutputForm) {
    self.form = form
  }

  /// - Returns: an empty index when the directory has none.
  init(of directory: String) {
    guard case .success(let bytes) = FileSystem.read(FilePath.join(directory, Self.name)) else { return }
    for line in String(decoding: bytes, as: UTF8.self).split(separator: "\n") {
      if line.hasPrefix("#") {
        isUnfinished = isUnfinished || line == Self.unfinished
        if line.hasPrefix(Self.flags) { form = OutputForm(flags: line.dropFirst(Self.flags.count)) }
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
    var both = other
    for (path, hashes) in hashes { for hash in hashes { both.add(path, hash) } }
    both.isUnfinished = true
    return both
  }

  func write(to directory: String) throws(WholeFile.Failure) {
    var text = (isUnfinished ? Self.unfinished : Self.complete) + "\n"
    if form != OutputForm() { text += Self.flags + form.flags + "\n" }
    for path in hashes.keys.sorted(by: precedesBytewise) {
      for hash in hashes[path] ?? [] { text += "\(hash)  \(path)\n" }
    }
    try WholeFile.write([Array(text.utf8)], to: FilePath.join(directory, Self.name))
  }
}

extension OutputForm {
  /// As it is asked for on the command line, each flag after a space.
  fileprivate var flags: String {
    (layout == .single ? "" : " --layout \(layout.rawValue)")
      + (naming == .kind ? "" : " --naming \(naming.rawValue)")
      + (hasKustomization ? " --with-kustomization" : "") + (isOfManifest ? " --bosh" : "")
  }

  fileprivate init(flags: Substring) {
    var words = flags.split(separator: " ")[...]
    while let word = words.popFirst() {
      switch word {
      case "--layout": layout = words.popFirst().flatMap { OutputLayout(rawValue: String($0)) } ?? .single
      case "--naming": naming = words.popFirst().flatMap { OutputNaming(rawValue: String($0)) } ?? .kind
      case "--with-kustomization": hasKustomization = true
      case "--bosh": isOfManifest = true
      default: break
      }
    }
  }
}
