import Glibc
import Machine
import Pipeline
import Testing

/// What came of a case.
struct GoldenResult: Equatable {
  /// The manifest, or nothing when the run failed.
  var manifest: String?
  /// For a case with two sides: what differs between them.
  var diff: String?
  /// For a case with two sides: what applying the second does.
  var plan: String?
  /// For a case that asks where fields come from: the answer.
  var explanation: String?
  /// For a case that is drawn: the picture.
  var graph: String?
  /// Everything that was said.
  var messages: String?

  /// Whether expectations are written anew instead of compared.
  static let isRecording = getenv("RECORD").map { String(cString: $0) == "1" } ?? false

  static func expected(in folder: String) -> GoldenResult {
    GoldenResult(
      manifest: content(of: "expected.yaml", in: folder), diff: content(of: "expected.diff", in: folder),
      plan: content(of: "expected.plan", in: folder),
      explanation: content(of: "expected.explain", in: folder),
      graph: content(of: "expected.graph", in: folder),
      messages: content(of: "expected.err", in: folder))
  }

  var isFailure: Bool { manifest == nil && diff == nil && plan == nil && explanation == nil && graph == nil }

  /// Compares with what is expected, or writes it.
  func check(in folder: String) throws {
    if Self.isRecording { return try record(in: folder) }
    let expected = Self.expected(in: folder)
    #expect(manifest == expected.manifest)
    #expect(diff == expected.diff)
    #expect(plan == expected.plan)
    #expect(explanation == expected.explanation)
    #expect(graph == expected.graph)
    #expect(messages == expected.messages)
  }

  /// Every error says where and what to do about it.
  func checkMessages() {
    for message in (messages ?? "").split(separator: "\nerror: ") {
      let headline = message.split(separator: "\n").first ?? ""
      #expect(message.contains("  --> "), "no position: \(headline)")
      #expect(!message.contains("  --> \n"), "a position without a file: \(headline)")
      #expect(message.contains("  hint: "), "no hint: \(headline)")
    }
  }

  private func record(in folder: String) throws(OutputFile.Failure) {
    for (file, text) in [
      ("expected.yaml", manifest), ("expected.diff", diff), ("expected.plan", plan),
      ("expected.explain", explanation), ("expected.graph", graph), ("expected.err", messages),
    ] {
      let path = FilePath.join(folder, file)
      if let text { try OutputFile.write(Manifest(text), to: path) } else { unlink(path) }
    }
  }
}

func content(of file: String, in folder: String) -> String? {
  guard case .success(let bytes) = FileSystem.read(FilePath.join(folder, file)) else { return nil }
  return String(decoding: bytes, as: UTF8.self)
}
