import Diagnostics
import Resources
import Testing
import YAML

@testable import Changes

@Suite struct MarkdownTests {
  private func set(_ count: Int, _ value: String) -> ResourceSet {
    ResourceSet(
      (0..<count).map { index in
        Resource(
          object: .mapping([
            "apiVersion": "v1", "kind": "ConfigMap",
            "metadata": .mapping(["name": .string("map-\(index)")]),
            "data": .mapping(["value": .string("\(value) \(index)")]),
          ]))
      })
  }

  @Test(arguments: [1, 10, 1_000, 5_000])
  func staysWithinItsBudget(count: Int) {
    let comparison = Comparison(old: set(count, "old"), new: set(count, "new"))
    let text = MarkdownRenderer(comparison).text
    #expect(text.utf8.count <= MarkdownRenderer.githubLimit)
    #expect(text.split(separator: "\n").count { $0.hasPrefix("```") } % 2 == 0)
    #expect(text.contains("too long") == (count >= 1_000))
  }

  @Test func fencesWhatHoldsFences() {
    let comparison = Comparison(old: set(1, "old"), new: set(1, "a\n```\nb"))
    #expect(MarkdownRenderer(comparison).text.contains("\n````diff\n"))
  }

  @Test func keepsCellsWhole() {
    let comparison = Comparison(old: set(1, "a|b"), new: set(1, "a`b"))
    let row =
      MarkdownRenderer(comparison).text.split(separator: "\n").first { $0.hasPrefix("| changed") } ?? ""
    #expect(row.contains("\"a\\|b 0\""))
    #expect(row.contains("``\"a`b 0\"``"))
  }
}
