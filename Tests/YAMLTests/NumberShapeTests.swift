import Diagnostics
import Testing
import YAML

/// Numbers of fields, and what is too large or too small for them.
@Suite struct NumberShapeTests {
  private func read(_ text: String, _ shape: Shape<Int>) -> (value: Int?, messages: [Diagnostic]) {
    let report = Report()
    let file = SourceFile(path: "input.yaml", bytes: Array("n: \(text)".utf8))
    let node = Composer.compose(file, index: 1, report: report)?.first?["n"] ?? .null
    return (shape.read(node, Reader(report: report, path: "n")), report.diagnostics)
  }

  @Test(arguments: [-3, 0, 7]) func takesWhatIsWithinBounds(number: Int) {
    let (value, messages) = read("\(number)", .integer(in: -3...7))
    #expect(value == number)
    #expect(messages.isEmpty)
  }

  /// As Go reads them, and as they are printed.
  @Test(arguments: ["0o7", "007", "0x7", "0b111", "7.0", "7e0", "0.7e1"])
  func takesAnySpelling(text: String) {
    let (value, messages) = read(text, .integer(in: -3...7))
    #expect(value == 7)
    #expect(messages.isEmpty)
  }

  @Test(
    arguments: [
      "-4", "8", "9223372036854775807", "9223372036854775808", "-9223372036854775808",
      "-9223372036854775809", "99999999999999999999999999",
    ])
  func refusesWhatIsBeyondThem(text: String) {
    let (value, messages) = read(text, .integer(in: -3...7))
    #expect(value == nil)
    #expect(messages.count == 1)
    // A number beyond 64 bits is none of YAML's whole numbers.
    #expect(["number-out-of-bounds", "wrong-type"].contains(messages.first?.id))
    #expect(messages.first?.position?.line == 1)
    #expect(messages.first?.position?.column == 4)
  }

  @Test(arguments: ["1e30", "1.5", ".inf", "two", "'2'", "[2]"])
  func refusesWhatIsNoWholeNumber(text: String) {
    let (value, messages) = read(text, .integer(in: -3...7))
    #expect(value == nil)
    #expect(messages.map(\.id) == ["wrong-type"])
  }

  @Test func saysTheBounds() {
    #expect(
      read("8", .integer(in: 1...7)).messages.first?.summary == "\"n\" must be from 1 to 7, but is 8")
    #expect(read("-1", .count).messages.map(\.id) == ["negative-number"])
    #expect(read("2147483648", .count).messages.map(\.id) == ["number-out-of-bounds"])
    #expect(read("2147483647", .count).value == 2_147_483_647)
    #expect(read("65536", .port).messages.map(\.id) == ["bad-port"])
    #expect(read("0", .port).messages.map(\.id) == ["bad-port"])
    #expect(read("65535", .port).value == 65535)
  }

  @Test func boundsTheLengthOfLists() {
    let report = Report()
    let list = Shape<[Int]>.list(of: .count, atMost: 2)
    #expect(
      list.read(.sequence(["1", "2"].map { .scalar(Scalar($0, kind: .integer)) }), Reader(report: report))?
        .count == 2)
    #expect(report.diagnostics.isEmpty)
    #expect(
      list.read(
        .sequence(["1", "2", "3"].map { .scalar(Scalar($0, kind: .integer)) }), Reader(report: report)) == nil
    )
    #expect(report.diagnostics.map(\.id) == ["too-many-items"])
  }
}
