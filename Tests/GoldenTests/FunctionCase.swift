import Machine
import Pipeline
import Testing

/// A folder of `functions/`: the ResourceList in `input.yaml`, the one that comes of it, and what is said.
struct FunctionCase: Sendable, CustomTestStringConvertible {
  let name: String

  private static let root = FilePath.join(FilePath.directory(of: #filePath), "functions")

  static let all = FileSystem.names(in: root).map(FunctionCase.init)

  var testDescription: String { name }

  var folder: String { FilePath.join(Self.root, name) }

  var input: String { content(of: "input.yaml", in: folder) ?? "" }

  /// - Returns: the list also where something is wrong, as far as there is one.
  func run() -> GoldenResult {
    let function = ListFunction(
      FilePath.join(folder, "input.yaml"), maxFileSize: InputLimits.fileSize,
      maxGrowth: InputLimits.growth)
    let messages = function.messages.text(colours: false).replacing(folder + "/", with: "")
    let list = function.list.text
    return GoldenResult(
      manifest: list.isEmpty ? nil : list, messages: messages.isEmpty ? nil : messages)
  }
}
