import Machine
import Pipeline
import Testing

/// A folder of `plans/`: one class of change, with both sides and what the plan is to say of it.
struct PlanCase: Sendable, CustomTestStringConvertible {
  let name: String

  private static let root = FilePath.join(FilePath.directory(of: #filePath), "plans")

  static let all = FileSystem.names(in: root).map(PlanCase.init)

  var testDescription: String { name }

  private var folder: String { FilePath.join(Self.root, name) }
  private var file: String { FilePath.join(folder, "plan.txt") }

  /// The plan, and the exit code in its last line.
  var plan: String {
    let planning = Planning(from: side("old"), to: side("new"), options: Build.Options())
    let messages = planning.messages.text(colours: false)
    let code = planning.messages.exitCode == 0 ? (planning.isAllowed ? 0 : 1) : 2
    return (messages + planning.text(.text)).replacing(folder + "/", with: "") + "exit code \(code)\n"
  }

  var expected: String? { content(of: "plan.txt", in: folder) }

  /// A file of manifests, or a directory of that name with a kustomization.
  private func side(_ name: String) -> String {
    let directory = FilePath.join(folder, name)
    return FileSystem.kind(of: directory) == nil ? directory + ".yaml" : directory
  }

  func record() throws(OutputFile.Failure) { try OutputFile.write(Manifest(plan), to: file) }
}
