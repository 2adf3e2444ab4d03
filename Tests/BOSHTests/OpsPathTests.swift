import BOSH
import Testing

@Suite struct OpsPathTests {
  @Test(arguments: [
    "", "/", "/a", "/a/b", "/0", "/-1", "/a/-", "/name=api", "/a?", "/a?/b/c", "/name=api?/jobs/-",
    "/name=api:prev", "/name=api:next:after", "/0:before", "/a~1b", "/a~0b", "/a~2b", "/a~3b=c", "/a~7b",
    "/name=",
    "/name=a=b~3",
  ])
  func isWrittenAsItIsRead(_ text: String) throws {
    let path = try OpsPath(text)
    // A second "=" needs no escape, but gets one.
    #expect(path.description == text.replacing("a=b", with: "a~3b"))
  }

  @Test func knowsItsParts() throws {
    let path = try OpsPath("/groups/name=a~1b?/jobs/-1:prev/-")
    #expect(path.parts.map(\.step.description) == ["groups", "name=a~1b", "jobs", "-1", "-"])
    #expect(path.parts.map(\.isOptional) == [false, true, true, false, false])
    #expect(path.parts[3].modifiers == [.prev])
    #expect(path.offsets == [1, 8, 19, 24, 32])
    guard case .item("name", "a/b") = path.parts[1].step else {
      Issue.record("no item: \(path.parts[1].step)")
      return
    }
  }

  @Test func takesADashForAKeyUnlessItIsLast() throws {
    guard case .key("-") = try OpsPath("/-/a").parts[0].step else {
      Issue.record("a dash in the middle is a key")
      return
    }
  }

  @Test(arguments: [
    ("a", 0), ("/a:after", 1), ("/a/-:before", 3), ("/a/name=b:behind", 3), ("/a/name=b:after?", 3),
  ])
  func refuses(_ text: String, offset: Int) {
    let mistake = #expect(throws: OpsPath.Mistake.self) { try OpsPath(text) }
    #expect(mistake?.offset == offset)
  }

  @Test func writesTheFirstParts() throws {
    let path = try OpsPath("/a/b?/c/d")
    #expect(path.text(of: 2) == "/a/b?")
    #expect(path.text(of: 0) == "")
  }
}
