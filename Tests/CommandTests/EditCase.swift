import Dispatch
import Glibc
import Machine
import Testing

/// A folder of `edits/`: the files in `input`, the arguments in `arguments` (one a line), run in `input/here`; in `expected` the files
/// that are other files then, and in `expected.err` what is said.
struct EditCase: Sendable, CustomTestStringConvertible {
  let name: String

  private static let root = FilePath.join(FilePath.directory(of: #filePath), "edits")

  static let all = FileSystem.names(in: root).map(EditCase.init)

  private static let isRecording = getenv("RECORD").map { String(cString: $0) == "1" } ?? false

  var testDescription: String { name }

  private var folder: String { FilePath.join(Self.root, name) }

  var isChange: Bool { FileSystem.kind(of: folder + "/expected") != nil }

  struct Result {
    var status: Int32
    /// What has changed, by its path.
    var changed: [String: String]
    var lost: [String]
    var messages: String
  }

  /// One after the other, on a thread that may wait for programs.
  private static let queue = DispatchQueue(label: "edits")

  private func run() async -> Result {
    await withCheckedContinuation { continuation in
      Self.queue.async { continuation.resume(returning: runHere()) }
    }
  }

  private func runHere() -> Result {
    let scratch = TemporaryDirectory()
    let before = files(in: folder + "/input")
    for (path, text) in before { scratch.write(text, to: path) }
    let arguments = (content("arguments") ?? "").split(separator: "\n", omittingEmptySubsequences: false)
      .dropLast()
    let done = Program.run(
      arguments.map { String($0).replacing("\\n", with: "\n") }, directory: scratch.path + "/here")
    let after = files(in: scratch.path)
    return Result(
      status: done.status, changed: after.filter { before[$0.key] != $0.value },
      lost: before.keys.filter { after[$0] == nil }, messages: done.output + done.messages)
  }

  /// Compares with what is expected, or writes it.
  func check() async {
    let result = await run()
    if Self.isRecording { return record(result) }
    #expect(result.lost == [])
    #expect(result.changed == files(in: folder + "/expected"))
    #expect(result.messages == content("expected.err") ?? "")
    let isFailure = name.hasPrefix("error-")
    #expect((result.status != 0) == (isFailure || result.messages.hasPrefix("error:")))
    if result.status != 0 { #expect(result.changed.isEmpty) }
  }

  private func record(_ result: Result) {
    FileSystem.removeTree(folder + "/expected")
    unlink(folder + "/expected.err")
    do throws(WholeFile.Failure) {
      for (path, text) in result.changed {
        try WholeFile.write([Array(text.utf8)], to: folder + "/expected/" + path)
      }
      if !result.messages.isEmpty {
        try WholeFile.write([Array(result.messages.utf8)], to: folder + "/expected.err")
      }
    } catch {
      Issue.record("can't write \(error.path)")
    }
  }

  private func content(_ name: String) -> String? {
    guard case .success(let bytes) = FileSystem.read(FilePath.join(folder, name)) else { return nil }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The files below a directory, by their paths.
  private func files(in directory: String, _ place: String = "") -> [String: String] {
    FileSystem.names(in: FilePath.join(directory, place)).reduce(into: [:]) { found, name in
      let path = place.isEmpty ? name : place + "/" + name
      if FileSystem.kind(of: directory + "/" + path) == .directory {
        found.merge(files(in: directory, path)) { $1 }
      } else if case .success(let bytes) = FileSystem.read(directory + "/" + path) {
        found[path] = String(decoding: bytes, as: UTF8.self)
      }
    }
  }
}
