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
