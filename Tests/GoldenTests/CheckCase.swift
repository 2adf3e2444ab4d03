import Glibc
import Machine
import Pipeline

/// A folder of `checks/`: objects in which a rule finds something, and near misses that it leaves alone.
struct CheckCase: Sendable, CustomStringConvertible {
  /// The folder has the rule's name.
  let rule: String

  private static let root = FilePath.join(FilePath.directory(of: #filePath), "checks")

  static let all = FileSystem.names(in: root).map(CheckCase.init)

  var description: String { rule }

  private var folder: String { FilePath.join(Self.root, rule) }

  /// What this rule alone finds; paths as seen from the folder.
  var findings: String {
    var options = Check.Options()
    options.enabledRules = [rule]
    options.disabledRules = Check.rules.map(\.id).filter { $0 != rule }
    return text(of: "finds", options)
  }

  /// What all rules say of the near misses: the other rules have nothing to find there either.
  var rest: String {
    var options = Check.Options()
    options.enabledRules = [rule]
    return text(of: "leaves", options)
  }

  private func text(of side: String, _ options: Check.Options) -> String {
    let check = Check([FilePath.join(folder, side)], options: options)
    return check.text(.text).replacing(folder + "/", with: "")
  }

  /// Lines without what depends on where they stand: indentation, list marks and comments.
  static func lines(of text: String) -> Set<String> {
    let lines = text.split(separator: "\n").map { line in
      var line = line.drop { $0 == " " }
      if line.hasPrefix("- ") { line = line.dropFirst(2).drop { $0 == " " } }
      if let comment = line.firstRange(of: " #") { line = line[..<comment.lowerBound] }
      return String(line)
    }
    return Set(lines.filter { !$0.isEmpty && $0 != "---" && !$0.hasPrefix("#") })
  }

  func lines(in side: String) -> Set<String> {
    let directory = FilePath.join(folder, side)
    return FileSystem.names(in: directory).reduce(into: []) {
      $0.formUnion(Self.lines(of: text(ofFile: FilePath.join(directory, $1))))
    }
  }

  /// Those that messages point at.
  var foundLines: Set<String> {
    findings.split(separator: "\n").reduce(into: []) { found, line in
      let parts = line.split(separator: ":")
      guard line.hasPrefix("  --> "), parts.count == 3, let number = Int(parts[1]) else { return }
      let lines = text(ofFile: FilePath.join(folder, String(parts[0].dropFirst(6)))).split(
        separator: "\n", omittingEmptySubsequences: false)
      if lines.indices.contains(number - 1) { found.formUnion(Self.lines(of: String(lines[number - 1]))) }
    }
  }

  private func text(ofFile path: String) -> String {
    guard case .success(let bytes) = FileSystem.read(path) else { return "" }
    return String(decoding: bytes, as: UTF8.self)
  }

  var expected: String? {
    guard case .success(let bytes) = FileSystem.read(FilePath.join(folder, "expected.err")) else {
      return nil
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  func record() throws(OutputFile.Failure) {
    try OutputFile.write(Manifest(findings), to: FilePath.join(folder, "expected.err"))
  }
}
