import BOSH
import Diagnostics
import Testing

/// The examples of go-patch and its edges.
@Suite struct OperationTests {
  private static let document = """
    key: 1
    key2:
      nested: {super_nested: 2}
      other: 3
    array: [4, 5, 6]
    items:
    - {name: item7, count: 7}
    - {name: item8, count: 8}
    - {name: item8, count: 9}
    - {name: 10}
    8080: port
    """

  private func changed(_ type: String, _ path: String, value: String? = nil) -> Example {
    let value = value.map { ", value: \($0)" } ?? ""
    return Example(Self.document, ops: "[{type: \(type), path: \"\(path)\"\(value)}]")
  }

  @Test(arguments: [
    ("/key", "key: 10"), ("/key_not_there?", "key_not_there: 10"), ("/new?/deep", "new:\n  deep: 10"),
    ("/key2/nested/super_nested", "    super_nested: 10"), ("/key2/nested/another?", "    another: 10"),
    ("/array/0", "array:\n- 10\n- 5\n- 6\n"), ("/array/-1", "array:\n- 4\n- 5\n- 10\n"),
    ("/array/-", "array:\n- 4\n- 5\n- 6\n- 10\n"), ("/array/0:prev", "array:\n- 4\n- 5\n- 10\n"),
    ("/array/0:next", "array:\n- 4\n- 10\n- 6\n"), ("/array/0:before", "array:\n- 10\n- 4\n- 5\n- 6\n"),
    ("/array/0:after", "array:\n- 4\n- 10\n- 5\n- 6\n"), ("/array/-1:after", "array:\n- 4\n- 5\n- 6\n- 10\n"),
    ("/array/0:next:next:before", "array:\n- 4\n- 5\n- 10\n- 6\n"), ("/array2?/-", "array2:\n- 10\n"),
    ("/items/name=item7/count", "- count: 10\n  name: item7"), ("/items/name=item7", "items:\n- 10\n"),
    ("/items/name=item7:after", "  name: item7\n- 10\n"),
    ("/items/name=item7:next/count", "- count: 10\n  name: item8"),
    ("/items/name=item9?/count", "- count: 10\n  name: item9"), ("/items/count=item9?", "- name: 10\n- 10\n"),
    ("/groups?/name=new/jobs/-", "groups:\n- jobs:\n  - 10\n  name: new\n"),
  ])
  func replaces(_ path: String, expected: String) {
    let example = changed("replace", path, value: "10")
    #expect(example.messages == [])
    #expect(example.text.contains(expected))
  }

  @Test func replacesTheWholeDocument() {
    #expect(changed("replace", "", value: "{a: b}").text == "a: b\n")
  }

  @Test(arguments: [
    ("/key", "key: 1"), ("/key2/nested", "nested:"), ("/array/0", "- 4"), ("/array/-1", "- 6"),
    ("/array/0:next", "- 5"),
    ("/items/name=item7", "item7"), ("/items/name=item7:next", "count: 8"),
    ("/items/name=item7/count", "count: 7"),
  ])
  func removes(_ path: String, gone: String) {
    let example = changed("remove", path)
    #expect(example.messages == [])
    #expect(!example.text.contains(gone))
  }

  @Test(arguments: ["/none?", "/none?/deep", "/items/name=none?", "/key2/none?/0"])
  func removesNothingWhereItIsOptional(_ path: String) {
    let example = changed("remove", path)
    #expect(example.messages == [])
    #expect(example.text == Example(Self.document).text)
  }

  @Test(arguments: [
    ("replace", "/none", "finds no key \"none\" at \"/none\""),
    ("replace", "/8080", "needs an array at \"/8080\", but finds a mapping"),
    ("replace", "/key/deep", "needs a mapping at \"/key/deep\", but finds a number"),
    ("replace", "/key2/0", "needs an array at \"/key2/0\", but finds a mapping"),
    ("replace", "/items/count", "needs a mapping at \"/items/count\", but finds a sequence"),
    ("replace", "/array/3", "finds no item 3 at \"/array/3\": the array has 3 items"),
    ("replace", "/array/-4", "finds no item -4 at \"/array/-4\": the array has 3 items"),
    ("replace", "/items/name=none/count", "finds no item at \"/items/name=none\""),
    ("replace", "/items/name=item8", "must find one item at \"/items/name=item8\", but finds 2"),
    ("replace", "/items/name=10", "finds no item at \"/items/name=10\""),
    ("replace", "/new?/0", "can't create an array for an index at \"/new?/0\""),
    (
      "replace", "/items/name=item7:after/count",
      "can't insert with \":after\" at \"/items/name=item7:after\""
    ),
    ("replace", "/array/0:after:next", "has \":next\" after \":after\" at \"/array/0:after:next\""),
    ("remove", "/array/-", "can't remove what is after the last item at \"/array/-\""),
    ("remove", "/array/0:after", "can't insert with \":after\" at \"/array/0:after\""),
    ("remove", "/none/deep?", "finds no key \"none\" at \"/none\""),
    ("remove", "", "can't remove the whole document at \"\""),
  ])
  func refuses(_ type: String, _ path: String, summary: String) {
    let example = changed(type, path, value: type == "replace" ? "10" : nil)
    #expect(example.ids == ["failed-operation"])
    #expect(example.messages.first?.hasSuffix("operation [0] of ops.yml \(summary)") == true)
  }

  @Test(arguments: [
    ("/key", "value: 1", true), ("/key", "value: 2", false), ("/key", "value: '1'", false),
    ("/key2/nested", "value: {super_nested: 2}", true), ("/none?", "absent: false", true),
    ("/none", "absent: true", true), ("/array/3", "absent: true", true), ("/key", "absent: true", false),
    ("/none/deep", "absent: true", false), ("/items/name=none", "absent: true", false),
    ("/items/name=item7?/count", "value: 7", true), ("/array/-", "absent: true", false),
  ])
  func tests(_ path: String, expectation: String, passes: Bool) {
    let example = Example(Self.document, ops: "[{type: test, path: \"\(path)\", \(expectation)}]")
    #expect(example.report.hasErrors == !passes, "\(example.messages)")
    if passes { #expect(example.text == Example(Self.document).text) }
  }

  @Test func saysTheSamePlaceOnce() {
    let example = Example(
      "a: {}",
      ops: """
        - {type: replace, path: /b/c, value: 1}
        - {type: replace, path: /b/d, value: 1}
        - {type: replace, path: /c/d, value: 1}
        """)
    #expect(
      example.messages == [
        "failed-operation ops.yml:1:26 operation [0] of ops.yml finds no key \"b\" at \"/b\"",
        "failed-operation ops.yml:3:26 operation [2] of ops.yml finds no key \"c\" at \"/c\"",
      ])
  }

  @Test func keepsAValueApartFromLaterOperations() {
    let example = Example(
      "a: [1]\nb: [2]",
      ops: """
        - {type: replace, path: /a, value: &v [3]}
        - {type: replace, path: /b, value: *v}
        - {type: replace, path: /a/-, value: 4}
        """)
    #expect(example.text == "a:\n- 3\n- 4\nb:\n- 3\n")
  }
}
