import Changes
import Cryptography
import Machine
import Resources
import Testing

@testable import Graph

@Suite struct RendererTests {
  private typealias Setup = GraphSetup

  private let hostile = GraphSetup.graph(
    GraphSetup.statefulSet("\"</script><!--\\u0022\"", replicas: 1),
    GraphSetup.service("\"</script><script>\"", "{app: db}"))

  @Test func nothingOfTheInputEndsTheScriptOfThePage() {
    let page = GraphHTML(hostile).text
    #expect(page.components(of: "</script>") == 2)
    #expect(page.components(of: "<script") == 2)
    #expect(page.components(of: "<!--") == 0)
  }

  @Test func aPageRunsNothingButItsOwnScript() {
    let page = GraphHTML(Setup.graph())
    let hash = Digest.sha256.sum(Array(page.part.script.utf8))
    let base = String(decoding: Base64.encode(hash), as: UTF8.self)
    #expect(page.text.contains("default-src 'none'"))
    #expect(page.text.contains("script-src 'sha256-\(base)'"))
    #expect(page.text.contains("<script>\(page.part.script)</script>"))
    #expect(page.text.contains(page.part.body))
    #expect(!page.text.contains("unsafe-inline") && !page.text.contains(" style=\""))
  }

  @Test func theProgramCarriesTheScriptAndStyleAsTheyAre() throws {
    let tests = FilePath.directory(of: FilePath.directory(of: #filePath))
    let sources = FilePath.join(FilePath.directory(of: tests), "Sources/CPages")
    func content(_ names: String...) throws -> [UInt8] {
      try names.flatMap { try FileSystem.read(FilePath.join(sources, $0)).get() }
    }
    let page = GraphHTML(Setup.graph())
    let script = try content("graph-text.js", "graph-state.js", "graph-page.js", "graph.js")
    #expect(Array(page.part.script.utf8) == script)
    #expect(Array(page.part.style.utf8) == (try content("graph.css")))
    let style = String(decoding: try content("page.css", "graph.css"), as: UTF8.self)
    #expect(page.text.contains("<style>\(style)</style>"))
  }

  @Test func aPictureHasNoScript() {
    let svg = GraphSVG(hostile).text
    #expect(svg.hasPrefix("<svg xmlns=\"http://www.w3.org/2000/svg\""))
    #expect(!svg.contains("<script") && !svg.contains("href") && svg.components(of: "</svg>") == 1)
  }

  @Test func aLongNameIsShortenedAndItsTitleHasAllOfIt() {
    let name = String(repeating: "m", count: 63)
    let svg = GraphSVG(Setup.graph(Setup.statefulSet(name, replicas: 1))).text
    #expect(svg.contains("<title>\(name)</title>"))
    #expect(svg.contains(String(repeating: "m", count: 20) + "…</text>"))
    #expect(!svg.contains("\(name)</text>"))
  }

  @Test func ordinalsAreShownInFull() {
    let set = Setup.statefulSet("db", replicas: 2).split(separator: "replicas: 2")
      .joined(separator: "replicas: 2\n  ordinals: {start: 10000}")
    #expect(GraphSVG(Setup.graph(set)).text.contains(">10001</text>"))
  }

  @Test func manyGroupsAreOneLineEach() {
    let few = (0..<12).map { Setup.statefulSet("db\($0)", replicas: 3) }.joined()
    let many = few + Setup.statefulSet("db12", replicas: 3)
    #expect(!GraphRows(Setup.graph(few)).isFolded)
    #expect(GraphRows(Setup.graph(many)).isFolded)
    #expect(GraphMermaid(Setup.graph(many)).text.contains("g12[\"db9<br>no zone: 3\"]"))
  }

  @Test func mermaidDrawsNoMoreLinesThanItsLimit() {
    let sets = (0..<60).map { Setup.statefulSet("db\($0)", replicas: 1) }.joined()
    let services = (0..<20).map { Setup.service("s\($0)", "{app: db}") }.joined()
    let text = GraphMermaid(Setup.graph(sets, services)).text
    #expect(text.components(of: " --> ") == 400)
    #expect(text.contains("%% 800 more lines are left out"))
  }

  @Test func sixtyGroupsOverSixZonesFitInAPicture() {
    let zones = (0..<6).map { Setup.zoned($0, replicas: 3) }.joined()
    let groups = (0..<60).map { number in
      zones.replacing("name: db", with: "name: db\(number)").replacing("app: db", with: "app: db\(number)")
        .replacing("group-name: db", with: "group-name: db\(number)")
    }.joined()
    let graph = Setup.graph(groups)
    #expect(graph.groups.count == 60 && graph.zones.count == 6 && graph.podCount == 1080)
    #expect(GraphSVG(graph).text.utf8.count < 400_000)
  }
}

extension String {
  fileprivate func components(of word: String) -> Int { ranges(of: word).count }

  fileprivate func replacing(_ word: String, with other: String) -> String {
    split(separator: word, omittingEmptySubsequences: false).joined(separator: other)
  }
}
