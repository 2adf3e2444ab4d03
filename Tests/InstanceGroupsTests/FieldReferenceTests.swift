import Glibc
import Testing

@Suite struct FieldReferenceTests {
  /// `docs/fields.md`, found from where this file stands.
  private var path: String {
    #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(3).joined(separator: "/")
      + "/docs/fields.md"
  }

  @Test func agreesWithThePageOfFields() throws {
    if getenv("RECORD").map({ String(cString: $0) == "1" }) ?? false { try write(FieldReference.markdown) }
    #expect(
      try read() == FieldReference.markdown, "write it anew: RECORD=1 swift test --filter FieldReferenceTests"
    )
  }

  @Test func listsFieldsBelowTheirObjects() {
    let page = FieldReference.markdown
    #expect(page.contains("| `spec.services.aggregate[].headless` | true or false |"))
    #expect(page.contains("| `spec.zoneOverrides.NAME.instances` | number, 0 to 1000000 |"))
    #expect(
      page.contains(
        "| `spec.instances` | number, 0 to 1000000 | The number of instances, in each zone or over all of them. *Required.* |"
      ))
  }

  private func read() throws -> String {
    let file = try #require(fopen(path, "r"))
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var byte = fgetc(file)
    while byte != EOF {
      bytes.append(UInt8(truncatingIfNeeded: byte))
      byte = fgetc(file)
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private func write(_ text: String) throws {
    let file = try #require(fopen(path, "w"))
    defer { fclose(file) }
    fputs(text, file)
  }
}
