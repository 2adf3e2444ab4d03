import Testing
import YAML

@Suite struct JSONWriterTests {
  private func text(_ node: Node) -> String { String(decoding: json(node), as: UTF8.self) }

  @Test func writesNoSpaces() {
    let node: Node = .mapping([
      "b": .sequence([1, true, .null, "x"]), "a": .mapping([:]), "c": .sequence([]),
    ])
    #expect(text(node) == #"{"a":{},"b":[1,true,null,"x"],"c":[]}"#)
  }

  @Test func sortsKeysByTheirBytes() {
    let node: Node = .mapping(["v2": 1, "v10": 2, "a": 3, "B": 4, "é": 5])
    #expect(text(node) == #"{"B":4,"a":3,"v10":2,"v2":1,"é":5}"#)
  }

  @Test func keepsTheFormWhereThatIsAskedFor() {
    let floats = ["1.0", "-12.50", ".5", "01.5", "1e3"].map { Node.scalar(Scalar($0, kind: .float)) }
    let node: Node = .mapping(["b": .sequence(floats), "a": "<"])
    #expect(
      String(decoding: json(node, form: .kept), as: UTF8.self)
        == #"{"b":[1.0,-12.50,0.5,1.5,1000],"a":"\u003c"}"#)
  }

  @Test func escapesAsGoDoes() {
    #expect(text("a\"b\\c/d") == #""a\"b\\c/d""#)
    #expect(text("\n\r\t\u{8}\u{c}\u{1}\u{1f}\u{7f}") == #""\n\r\t\b\f\u0001\u001f"# + "\u{7f}\"")
    #expect(text("<a> & b") == #""\u003ca\u003e \u0026 b""#)
    #expect(text("\u{2027}\u{2028}\u{2029}\u{202a}") == "\"\u{2027}\\u2028\\u2029\u{202a}\"")
    #expect(text("é日😀\u{85}") == "\"é日😀\u{85}\"")
  }

  @Test(arguments: [
    ("0777", "511"), ("1_000", "1000"), ("18446744073709551616", "18446744073709552000"),
    ("1000000000000000000000", "1e+21"),
  ])
  func writesIntegers(_ spelling: String, expected: String) {
    #expect(text(.scalar(Scalar(spelling, kind: .integer))) == expected)
  }

  @Test(arguments: [
    ("1.0", "1"), ("1234567.5", "1234567.5"), ("1e20", "100000000000000000000"), ("1e21", "1e+21"),
    ("-0.0", "-0"),
    ("0.000001", "0.000001"), ("1e-7", "1e-7"), ("1.5e-10", "1.5e-10"), ("1.5e300", "1.5e+300"),
  ])
  func writesFloats(_ spelling: String, expected: String) {
    #expect(text(.scalar(Scalar(spelling, kind: .float))) == expected)
  }
}
