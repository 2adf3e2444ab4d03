internal import Diagnostics
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
  private(set) var hashes: [KeyBytes: [String]] = [:]
  private(set) var isUnfinished = false
  /// In which form the files were written; the next build and `zonal check` go by it.
  private(set) var form = OutputForm()

  init(_ form: OutputForm = OutputForm()) {
    self.form = form
  }

  mutating func add(_ path: String, _ hash: String) {
    if !(hashes[path]?.contains(hash) ?? false) { hashes[path, default: []].append(hash) }
  }

  func holds(_ path: String, _ hash: String) -> Bool { hashes[path]?.contains(hash) ?? false }

  /// Both indexes in one, for the time between them.
  func adding(_ other: OutputIndex) -> OutputIndex {
    var both = other
    for (path, hashes) in hashes { for hash in hashes { both.add(path.text, hash) } }
    both.isUnfinished = true
    return both
  }

  /// - Parameter directory: this run has its lock.
  func write(to directory: HeldDirectory) throws(WholeFile.Failure) {
    var text = (isUnfinished ? Self.unfinished : Self.complete) + "\n"
    if form != OutputForm() { text += Self.flags + form.flags + "\n" }
    for path in names {
      for hash in hashes[path] ?? [] { text += "\(hash)  \(path)\n" }
    }
    try WholeFile.write([Array(text.utf8)], to: Self.name, in: directory, isLocked: true)
  }

  /// All of its files, sorted bytewise.
  var names: [String] { hashes.keys.map(\.text).sorted(by: precedesBytewise) }

  // MARK: Reading

  static let damaged = "damaged-index"

  /// The index of a directory, which came with it from wherever: a name in it is at most one that a build writes.
  ///
  /// - Returns: an empty index when the directory has none; `nil`, after a report, when nobody can tell from it which
  ///   files are zonal's.
  init?(of directory: HeldDirectory, _ files: SourceFiles, _ report: Report) {
    guard directory.kind(of: Self.name) != nil else { return }
    let path = FilePath.join(directory.path, Self.name)
    switch directory.read(Self.name, limit: files.sizeLimit) {
    case .success(let bytes):
      guard parse(SourceFile(path: path, bytes: bytes), files, report) else { return nil }
    case .failure(let failure):
      report.error(
        Self.damaged, "the index of \(directory.path) can't be read: \(failure.reason)",
        at: files.place(of: path), hint: Self.remedy)
      return nil
    }
  }

  private static let remedy =
    "restore it as it was committed, or remove it: a build then takes for its own what is as it would write it"

  private mutating func parse(_ file: SourceFile, _ files: SourceFiles, _ report: Report) -> Bool {
    for (number, bytes) in file.bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
      .enumerated() where !bytes.isEmpty
    {
      let line = String(decoding: bytes, as: UTF8.self)
      if let mistake = take(line) {
        let position = Position(file: files.add(file), line: UInt32(number + 1), column: 1)
        report.error(
          Self.damaged, "the index \(file.path) is damaged: \(mistake)", at: position, hint: Self.remedy)
        return false
      }
    }
    return true
  }

  /// - Returns: what is wrong with a line.
  private mutating func take(_ line: String) -> String? {
    if line == Self.unfinished { isUnfinished = true }
    if line.hasPrefix(Self.flags) {
      guard let form = OutputForm(flags: line.dropFirst(Self.flags.count)) else {
        return "there is no such form of output"
      }
      self.form = form
    }
    if line.hasPrefix("#") { return nil }
    // By bytes: a name may begin with a mark that would combine with the space.
    let (hash, rest) = (line.utf8.prefix(64), line.utf8.dropFirst(64))
    guard hash.count == 64, hash.allSatisfy("0123456789abcdef".utf8.contains), rest.starts(with: "  ".utf8)
    else {
      return "a line is a hash, two spaces and the name of a file"
    }
    let name = String(Substring(rest.dropFirst(2)))
    guard OutputNaming.writes(name) else { return "no build writes a file of this name" }
    add(name, String(Substring(hash)))
    return nil
  }
}

extension OutputForm {
  /// As it is asked for on the command line, each flag after a space.
  fileprivate var flags: String {
    (layout == .single ? "" : " --layout \(layout.rawValue)")
      + (naming == .kind ? "" : " --naming \(naming.rawValue)")
      + (hasKustomization ? " --with-kustomization" : "") + (isOfManifest ? " --bosh" : "")
  }

  /// - Returns: `nil` for flags that there are not.
  fileprivate init?(flags: Substring) {
    var words = flags.split(separator: " ")[...]
    while let word = words.popFirst() {
      switch word {
      case "--layout":
        guard let value = words.popFirst().flatMap({ OutputLayout(rawValue: String($0)) }) else { return nil }
        layout = value
      case "--naming":
        guard let value = words.popFirst().flatMap({ OutputNaming(rawValue: String($0)) }) else { return nil }
        naming = value
      case "--with-kustomization": hasKustomization = true
      case "--bosh": isOfManifest = true
      default: return nil
      }
    }
  }
}
