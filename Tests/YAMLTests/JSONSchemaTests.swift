import Testing
import YAML

@Suite struct JSONSchemaTests {
  private struct Pump {
    enum Mode: String, CaseIterable { case slow, fast }

    var name = ""
    var mode = Mode.slow
    var speed: Int? = nil
    var isOn = true
    var tags: [String] = []
  }

  private static let schema = Schema("Pump", initial: Pump()) {
    Field("name", .string, \.name, required: true, "Its name.")
    Field("mode", .choice(), \.mode, "How it runs.")
    Field("speed", .integer(in: 1...9), \.speed, "How fast.")
    Field("on", .boolean, \.isOn, "Whether it runs.")
    Field("tags", .list(of: .scalarText, atMost: 3), \.tags, "Words.")
  }

  private func written(_ type: ShapeType, wantsStrings: Bool = false) -> String {
    String(decoding: json(JSONSchema(wantsStrings: wantsStrings).write(type), form: .kept), as: UTF8.self)
  }

  @Test func objectsListTheirFields() {
    #expect(
      written(Self.schema.type) == """
        {"type":"object","properties":{\
        "name":{"description":"Its name.","type":"string"},\
        "mode":{"description":"How it runs.","default":"slow","enum":["slow","fast",null]},\
        "speed":{"description":"How fast.","type":["integer","null"],"minimum":1,"maximum":9},\
        "on":{"description":"Whether it runs.","default":true,"type":["boolean","null"]},\
        "tags":{"description":"Words.","type":["array","null"],\
        "items":{"type":["string","number","boolean","null"]},"maxItems":3}},\
        "required":["name"],"additionalProperties":false}
        """)
  }

  @Test func textsAreStringsWhereTheReaderWantsThem() {
    #expect(written(.text) == #"{"type":["string","number","boolean","null"]}"#)
    #expect(written(.text, wantsStrings: true) == #"{"type":["string","null"]}"#)
  }

  @Test func alternativesAndFormsAreKept() {
    let percentage = ShapeType.matching("%$", .string)
    #expect(
      written(.named("amount", .oneOf([.choice(["all"]), percentage])))
        == #"{"anyOf":[{"enum":["all"]},{"type":"string","pattern":"%$"}],"title":"amount"}"#)
    #expect(written(.list(.map(.any), counts: 1...Int.max)).hasSuffix(#""minItems":1}"#))
  }

  @Test func openObjectsTakeOtherFields() {
    let open = ObjectShape("open", isOpen: true) {
      [FieldDescription(name: "either", summary: "One or the other.", type: .oneOf([.string, .boolean]))]
    }
    #expect(
      written(.object(open)) == """
        {"type":"object","properties":{"either":{"description":"One or the other.",\
        "anyOf":[{"type":"string"},{"type":"boolean"},{"type":"null"}]}}}
        """)
  }

  @Test func editorsGetALineForEachMember() {
    let node: Node = .mapping(["a": .sequence([1, "<b>"]), "c": .mapping([:]), "d": .sequence([])])
    #expect(
      String(decoding: json(node, form: .indented), as: UTF8.self) == """
        {
          "a": [
            1,
            "<b>"
          ],
          "c": {},
          "d": []
        }
        """)
  }
}
