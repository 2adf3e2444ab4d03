import Diagnostics
import Testing

@testable import YAML

/// A long stream is read in parts, and nothing shows it.
@Suite struct ComposerPartsTests {
  private static let document = "name: n\nlist:\n- {a: 1, b: [x, 'y']}\ntext: |\n  some\n  --- lines\n"

  private static func stream(_ count: Int, ending: String = "") -> String {
    (0..<count).map { "number: \($0)\n" + document }.joined(separator: "---\n") + ending
  }

  /// Where everything in a tree stands.
  private static func places(_ node: Node) -> [Position] {
    [node.position]
      + (node.items ?? []).flatMap(places)
      + (node.mapping?.pairs ?? []).flatMap { [$0.key.position] + places($0.value) }
  }

  /// Anchors keep a stream in one piece.
  private static let whole = "# &\n"

  @Test func giveTheSameDocumentsInTheSamePlaces() throws {
    let parts = try #require(compose(Self.stream(10_000)).documents)
    let whole = try #require(compose(Self.stream(10_000, ending: Self.whole)).documents)
    #expect(parts.count == 10_000)
    #expect(whole.count == 10_000)
    #expect(zip(parts, whole).allSatisfy { $0.sameData(as: $1) && Self.places($0) == Self.places($1) })
  }

  @Test(arguments: ["---\na: 1\na: 2\n", "---\na: [1\n", "---\n\"\n---\n\"\n"])
  func leaveMistakesWhereTheyAre(_ ending: String) {
    let parts = compose(Self.stream(10_000, ending: ending))
    let whole = compose(Self.stream(10_000, ending: ending + Self.whole))
    #expect(parts.documents == nil)
    #expect(!parts.diagnostics.isEmpty)
    #expect(parts.diagnostics.map(\.position) == whole.diagnostics.map(\.position))
    #expect(parts.diagnostics.map(\.summary) == whole.diagnostics.map(\.summary))
  }

  @Test(arguments: ["---\na: &x 1\nb: *x\n", "...\n%YAML 1.1\n---\na: 1\n", "---\r\na: 1\r\n", "---\na: é\n"])
  func areNotMadeOfWhatNeedsTheRest(_ ending: String) throws {
    let documents = try #require(compose(Self.stream(10_000, ending: ending)).documents)
    #expect(documents.count == 10_001)
    #expect(documents.last?["a"]?.position.line == UInt32(10_000 * 8 + (ending.hasPrefix("...") ? 3 : 1)))
  }
}
