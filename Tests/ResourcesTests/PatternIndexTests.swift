import Testing

@testable import Resources

@Suite struct PatternIndexTests {
  private let patterns = [
    "registry/app", "registry/app-.*", "registry.example.com/app", ".*", "app", "a.", "(web|cache)",
    "[a-z]+-app",
    "registry/app", "^registry/(app|web)$", "é.*", "(?i)REGISTRY/app",
  ]
  private let texts = [
    "registry/app", "registry/app-1", "registryXexample.com/app", "registry.example.com/app", "app", "ab",
    "web", "cache",
    "x-app", "", "é1", "e\u{301}1", "registry/web", "registry/apps", "registryregistryregistry/app", "ap",
  ]

  @Test(arguments: [Pattern.Extent.whole, .part])
  func tellsAllThatMatch(_ extent: Pattern.Extent) throws {
    let all = try patterns.map { try Pattern($0, extent) }
    let index = PatternIndex(all.enumerated().map { ($0.offset, $0.element) })
    for text in texts {
      let candidates = index.candidates(for: text)
      #expect(candidates == Set(candidates).sorted())
      let told = Set(candidates + index.others)
      for place in all.indices where all[place].matches(text) {
        #expect(told.contains(place), "\(patterns[place]) \(text)")
      }
    }
  }

  @Test func leavesOutWhatDiffers() throws {
    let all = try (0..<1000).map { try Pattern("registry.example.com/team-\($0)/app") }
    let index = PatternIndex(all.enumerated().map { ($0.offset, $0.element) })
    #expect(index.others.isEmpty)
    let candidates = index.candidates(for: "registry.example.com/team-123/app")
    #expect(candidates.contains(123) && candidates.count < 20)
  }
}
