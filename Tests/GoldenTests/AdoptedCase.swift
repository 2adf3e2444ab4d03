import Machine
import Pipeline
import Testing

/// A folder of `adopted/`: what runs, what the user says of it, and what is written.
struct AdoptedCase: Sendable, CustomTestStringConvertible {
  let name: String

  private static let root = FilePath.join(FilePath.directory(of: #filePath), "adopted")

  static let all = FileSystem.names(in: root).map(AdoptedCase.init)

  var testDescription: String { name }

  private var folder: String { FilePath.join(Self.root, name) }
  private var running: String { FilePath.join(folder, "running") }

  /// What is said, and every file that is written.
  func adopt() throws -> String {
    let scratch = try TemporaryDirectory("zonal-adopted")
    defer { scratch.remove() }
    let output = FilePath.join(scratch.path, "deployments")
    var request = try request()
    request.output = output
    let adopting = Adopting(request, options: Build.Options())
    try adopting.write()
    var text = adopting.messages.text(colours: false) + adopting.text
    // Of a cluster, a plan also sees what is none of an adoption's business.
    if request.kustomizations == nil, !name.hasSuffix("-of-a-cluster"), FileSystem.kind(of: output) != nil {
      let planning = Planning(from: request.inputs[0], to: output, options: Build.Options())
      #expect(text.contains("\n$ zonal plan\n\(planning.text(.text))\n"), "it is not what a plan says")
    }
    for file in Self.files(in: output) {
      text += "\n# \(file)\n" + (content(of: file, in: output) ?? "")
    }
    return text.replacing(folder + "/", with: "").replacing(output, with: "deployments")
  }

  /// Of all files below a directory, the paths.
  private static func files(in directory: String) -> [String] {
    FileSystem.names(in: directory).flatMap { name in
      let path = FilePath.join(directory, name)
      return FileSystem.kind(of: path) == .directory ? files(in: path).map { name + "/" + $0 } : [name]
    }
  }

  /// Each line of `options` is one: `group=NAME=a,b`, `zones=NAME=VALUE,…`.
  private func request() throws -> Adopting.Request {
    var request = Adopting.Request()
    request.inputs = [running]
    for line in (content(of: "options", in: folder) ?? "").split(separator: "\n") {
      let words = line.split(separator: "=", maxSplits: 2).map(String.init)
      switch words[0] {
      case "group": request.groups.append((words[1], words[2].split(separator: ",").map(String.init)))
      case "zones":
        let zones = line.dropFirst("zones=".count).split(separator: ",")
        request.zones = zones.map { $0.split(separator: "=").map(String.init) }.map { ($0[0], $0[1]) }
      case "kustomize": (request.inputs, request.kustomizations) = ([], running)
      default: Issue.record("the case has an unknown option \(line)")
      }
    }
    return request
  }

  var expected: String? { content(of: "expected.txt", in: folder) }

  func record(_ text: String) throws(OutputFile.Failure) {
    try OutputFile.write(Manifest(text), to: FilePath.join(folder, "expected.txt"))
  }
}
