import BOSH
import Diagnostics
import Testing

@Suite struct InterpolatingTests {
  @Test(arguments: [
    ("((a))", ["a"]), ("x((a))y((!b.c))", ["a", "b.c"]), ("(((a)))", ["a"]), ("((a)", []), ("(())", []),
    ("((!))", []),
    ("((a b))", []), ("((a))((a))", ["a", "a"]), ("((/x/y-z_1))", ["/x/y-z_1"]), ("((Ω))", ["Ω"]),
    ("((e\u{301}))", []),
    ("(( (a) ((b))", ["b"]), ("((a!b))", []),
    ("(( a )) ((b )) (( !c))", ["a", "b", "c"]), ("((  a))", []), ("((a  ))", []), ("(( ))", []),
  ])
  func findsReferences(_ text: String, names: [String]) {
    #expect(VariableReference.all(in: text).map(\.name) == names)
  }

  @Test func stopsValuesThatMultiply() {
    let doubling = Example(
      "a: " + String(repeating: "((x))", count: 40), values: "x: ((x))((x))\nb: c\n")
    #expect(doubling.messages.first?.hasPrefix("too-long-text manifest.yml:1:4") == true)
    let once = Example("a: ((x))", values: "x: ((x))((x))")
    #expect(once.text == "a: ((x))((x))\n")
  }

  @Test(arguments: [
    ("((int))", "1\n"), ("((bool))", "true\n"), ("((text))", "t\n"), ("((null))", "null\n"),
    ("((digits))", "\"1\"\n"),
    ("((map))", "key:\n- 1\n- x\n"), ("((map.key.1))", "x\n"), ("((map.key.-1))", "x\n"),
    ("((lines))", "|\n  a\n  b\n"),
    ("'x-((int))-((text))((!text))'", "x-1-tt\n"), ("((!int))", "1\n"), ("((none))", "((none))\n"),
    ("((!none))", "((!none))\n"),
    ("a-((none))-((int))", "a-((none))-1\n"), ("((text)): 1", "t: 1\n"), ("((int)): 1", "1: 1\n"),
    ("((null)): 1", "null: 1\n"),
    ("x((int))y: ((bool))", "x1y: true\n"), ("[((int)), {a: ((text))}]", "- 1\n- a: t\n"),
    ("((hex))x", "16x\n"),
    ("((dotted.a.b))", "2\n"), ("((quoting))", "((text))\n"), ("((quoting))((text))", "tt\n"),
    ("on: ((bool))", "true: true\n"),
  ])
  func putsValuesIn(_ manifest: String, expected: String) {
    let example = Example(
      manifest,
      values: """
        {int: 1, bool: yes, text: t, "null": ~, digits: "1", map: {key: [1, x]}, lines: "a\\nb\\n", hex: 0x10,
        dotted.a.b: 2, quoting: ((text))}
        """)
    #expect(example.messages == [])
    #expect(example.text == expected)
  }

  @Test(arguments: [
    ("a: x((map))", "variable-in-text manifest.yml:1:5"),
    ("a: x((float))", "variable-in-text manifest.yml:1:5"),
    ("a: x((bool))", "variable-in-text manifest.yml:1:5"), ("((map)): 1", "variable-as-key manifest.yml:1:1"),
    ("a: ((map.none))", "no-variable-key manifest.yml:1:4"),
    ("a: ((map.key.2))", "no-variable-key manifest.yml:1:4"),
    ("a: ((text.sub))", "no-variable-key manifest.yml:1:4"),
    ("{a: 1, ((name)): 2}", "duplicate-key manifest.yml:1:8"),
  ])
  func refuses(_ manifest: String, message: String) {
    let example = Example(manifest, values: "{map: {key: [1, x]}, float: 1.5, bool: true, text: t, name: a}")
    #expect(example.messages.count == 1)
    #expect(example.messages.first?.hasPrefix(message) == true, "\(example.messages)")
  }

  @Test func listsAllThatIsMissing() {
    let example = Example(
      "a: ((one))\nb: x((two.sub))((known))\nc: [((one))]", values: "{known: 1, onee: 2}",
      requiresValues: true)
    #expect(
      example.messages == [
        "missing-variable manifest.yml:1:4 the variable \"one\" has no value",
        "missing-variable manifest.yml:2:5 the variable \"two\" has no value",
      ])
    #expect(example.report.diagnostics[0].hint == "did you mean \"onee\"?")
    #expect(example.report.diagnostics[0].notes.map(\.text) == ["and used here"])
  }

  @Test func listsAllThatIsUnused() {
    let example = Example("a: ((one))", values: "{one: 1, two: 2, three: 3}", requiresUse: true)
    #expect(
      example.messages == [
        "unused-variable vars.yml:1:10 nothing uses the variable \"two\"",
        "unused-variable vars.yml:1:18 nothing uses the variable \"three\"",
      ])
  }

  @Test func setsPartsOfAVariable() {
    let example = Example("a: ((v))", values: "{v.x: 1, v.y.z: 2}")
    #expect(example.text == "a:\n  x: 1\n  \"y\":\n    z: 2\n")
    #expect(Example("a: 1", values: "{v: 1, v.x: 2}").ids == ["variable-no-mapping"])
  }

  @Test func leavesDefinitionsWithoutAValue() {
    let manifest = "variables: [{name: a, type: password}, {name: b, type: password}]"
    #expect(Example(manifest).text.contains("- name: a\n  type: password\n- name: b\n"))
    #expect(Example(manifest, values: "a: 1").text == "variables:\n- name: b\n  type: password\n")
  }

  @Test func interpolatesAfterOperations() {
    #expect(
      Example("a: b", ops: "[{type: replace, path: /a, value: ((c))}]", values: "c: x").text == "a: x\n")
  }
}
