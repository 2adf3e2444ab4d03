import Glibc
import Machine
import Pipeline
import Testing

/// A folder of `interpolate/`: the arguments in `args`, one line each for a flag and its value, and the files
/// that they name in `input`.
struct InterpolationCase: Sendable, CustomTestStringConvertible {
  let name: String

  private static let root = FilePath.join(FilePath.directory(of: #filePath), "interpolate")

  static let all = FileSystem.names(in: root).map(InterpolationCase.init)

  var testDescription: String { name }

  var folder: String { FilePath.join(Self.root, name) }
  private var input: String { FilePath.join(folder, "input") }

  func run() -> GoldenResult {
    var options = ManifestInterpolation.Options(manifest: FilePath.join(input, "manifest.yml"))
    for line in (content(of: "args", in: folder) ?? "").split(separator: "\n") {
      let words = line.split(separator: " ", maxSplits: 1).map(String.init)
      let value = words.count == 2 ? words[1] : ""
      switch words[0] {
      case "-o": options.opsFiles.append(FilePath.join(input, value))
      case "-l": options.variablesFiles.append(FilePath.join(input, value))
      case "-v": options.variables.append(value)
      case "--var-file":
        options.variableFiles.append(value.replacing("=", with: "=\(input)/", maxReplacements: 1))
      case "--vars-store": options.store = FilePath.join(input, value)
      case "--path": options.path = value
      case "--var-errs": options.requiresValues = true
      case "--var-errs-unused": options.requiresUse = true
      default: return GoldenResult(manifest: nil, messages: "the case has an unknown argument \(line)")
      }
    }
    let outcome = ManifestInterpolation(options: options).run()
    let messages = outcome.messages.text(colours: false).replacing(input + "/", with: "")
    return GoldenResult(
      manifest: outcome.messages.exitCode == 0 ? outcome.manifest.text : nil,
      messages: messages.isEmpty ? nil : messages)
  }
}
