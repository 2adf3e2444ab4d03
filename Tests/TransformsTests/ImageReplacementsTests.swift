import Diagnostics
import Testing

@testable import Transforms

@Suite struct ImageReplacementsTests {
  @Test func replacesTagsAndDigests() {
    #expect(replace("nginx:1", tag: "2") == "nginx:2")
    #expect(replace("nginx@sha256:ab", tag: "2") == "nginx:2")
    #expect(replace("nginx:1", digest: "sha256:cd") == "nginx@sha256:cd")
    #expect(replace("nginx:1", name: "my/nginx") == "my/nginx:1")
    #expect(replace("nginx:1", suffix: "-debug") == "nginx:1-debug")
    #expect(replace("nginx-extra:1", tag: "2") == nil)
  }

  private func replace(
    _ image: String, name: String = "", tag: String = "", suffix: String = "", digest: String = ""
  ) -> String? {
    replace(image, [entry("nginx", name: name, tag: tag, suffix: suffix, digest: digest)])
  }

  // MARK: Several entries

  /// One after the other: what one made, the next may replace again; what stands before it may not.
  @Test func followsTheOrderOfTheEntries() {
    let chain = [entry("a", name: "b"), entry("b", name: "c"), entry("c", tag: "3"), entry("a", name: "d")]
    #expect(replace("a:1", chain) == "c:3")
    #expect(replace("b:1", chain) == "c:3")
    #expect(replace("c:1", chain) == "c:3")
    #expect(replace("d:1", chain) == nil)
    #expect(replace("a:1", [entry("b", name: "c"), entry("a", name: "b")]) == "b:1")
    #expect(
      replace("a:1", [entry("a", tag: "2"), entry("a", suffix: "-x"), entry("a", suffix: "-y")]) == "a:2-x-y")
  }

  @Test func triesExpressionsInTheirPlace() {
    let mixed = [
      entry("x", tag: "0"), entry("a.*", name: "b"), entry("b", tag: "1"), entry("[bc]", name: "z"),
    ]
    #expect(replace("abc:5", mixed) == "z:1")
    #expect(replace("b:5", mixed) == "z:1")
    #expect(replace("c:5", mixed) == "z:5")
    #expect(replace("z:5", mixed) == nil)
    #expect(replace("x:5", mixed) == "x:0")
    // A dot stands for any character, so that this is no plain text.
    #expect(replace("a/b:5", [entry("a.b", tag: "1")]) == "a/b:1")
    #expect(
      replace("a.b:5", [entry("q", tag: "0"), entry("a.b", tag: "1"), entry("a.b", suffix: "-2")])
        == "a.b:1-2")
  }

  private func entry(
    _ image: String, name: String = "", tag: String = "", suffix: String = "", digest: String = ""
  ) -> Images.Entry {
    let values = [image, name, tag, suffix, digest].map { Located($0, .none) }
    return Images.Entry(
      name: values[0], newName: values[1], newTag: values[2], tagSuffix: values[3], digest: values[4])
  }

  private func replace(_ image: String, _ entries: [Images.Entry]) -> String? {
    ImageReplacements(entries, Growth(), Report()).replace(image, Report())?.value
  }
}
