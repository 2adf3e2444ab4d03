import Dispatch
import Edits
import Machine
import Testing
import YAML

/// Changes of every value in the files of the golden cases.
@Suite struct GoldenFilesTests {
  private static let texts: [(path: String, text: EditedText)] = {
    let cases = FilePath.join(FilePath.directory(of: #filePath), "../GoldenTests/cases")
    return FileSystem.names(in: cases).flatMap { files(below: FilePath.join(cases, $0) + "/input") }
      .compactMap { path in
        guard case .success(let bytes) = FileSystem.read(path), bytes.count < 1500,
          let text = EditedText(bytes)
        else { return nil }
        return (path, text)
      }
  }()

  private static func files(below directory: String) -> [String] {
    FileSystem.names(in: directory).map { directory + "/" + $0 }.flatMap { path in
      FileSystem.kind(ofEntry: path) == .directory ? files(below: path) : path.hasSuffix("ml") ? [path] : []
    }
  }

  /// The ways to the values of a document, at most so many.
  private static func paths(in text: EditedText, most: Int = 8) -> [[Step]] {
    var found: [[Step]] = []
    func look(_ node: Node, _ path: [Step]) {
      guard found.count < most else { return }
      if !path.isEmpty { found.append(path) }
      for pair in node.mapping?.pairs ?? [] { look(pair.value, path + [.key(pair.key.text)]) }
      for (index, item) in (node.items ?? []).enumerated() { look(item, path + [.item(index)]) }
    }
    if let root = text.documents.first { look(root, []) }
    return found
  }

  private static func lines(_ text: EditedText) -> [String] {
    String(decoding: text.bytes, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
      .map(String.init)
  }

  /// What came of the changes of all values.
  private struct Outcome {
    var made = 0
    var refused = 0
    /// Where more or less is other than should be.
    var wrong: [String] = []
  }

  /// Changes each value for itself.
  ///
  /// - Parameter isRight: whether the lines that went and came are those of one value.
  private func change(
    _ make: @escaping @Sendable ([Step], Node) -> Change?,
    isRight: @escaping @Sendable (_ removed: Int, _ added: Int) -> Bool
  ) async -> Outcome {
    await withCheckedContinuation { continuation in
      // Not on one of the few threads that all tests share.
      DispatchQueue(label: "golden files").async {
        continuation.resume(returning: Self.change(make, isRight))
      }
    }
  }

  private static func change(_ make: ([Step], Node) -> Change?, _ isRight: (Int, Int) -> Bool) -> Outcome {
    var outcome = Outcome()
    for (path, text) in texts {
      let old = lines(text)
      for steps in paths(in: text) {
        guard let node = text.documents[0].at(steps), let change = make(steps, node) else { continue }
        var changed = text
        do throws(EditedText.Refusal) {
          try changed.make(change)
          outcome.made += 1
        } catch {
          outcome.refused += 1
          continue
        }
        let difference = lines(changed).difference(from: old)
        if !isRight(difference.removals.count, difference.insertions.count) {
          outcome.wrong.append("\(path) \(steps)")
        }
      }
    }
    return outcome
  }

  @Test func aNewTextIsInTheLinesOfTheOld() async {
    let outcome = await change(
      { $1.scalar == nil ? nil : .replace($0, "brand-new") },
      isRight: { removed, added in removed >= 1 && added == 1 })
    #expect(outcome.wrong == [])
    #expect(outcome.made > 1000 && outcome.made > 100 * outcome.refused)
  }

  @Test func whatGoesLeavesTheOthers() async {
    // Of a line that more stands in, the rest.
    let outcome = await change(
      { path, _ in .remove(path) }, isRight: { removed, added in removed >= 1 && added <= 2 })
    #expect(outcome.wrong == [])
    #expect(outcome.made > 1000 && outcome.made > 30 * outcome.refused)
  }

  @Test func whatIsAddedIsALine() async {
    let outcome = await change(
      { path, node in
        switch node {
        case .sequence: .append(path, "brand-new")
        case .mapping: .insert(into: path, "brandNew", "x", behind: [])
        case .scalar: nil
        }
      }, isRight: { removed, added in removed <= 1 && added <= 2 })
    #expect(outcome.wrong == [])
    #expect(outcome.made > 1000 && outcome.made > 100 * outcome.refused)
  }
}
