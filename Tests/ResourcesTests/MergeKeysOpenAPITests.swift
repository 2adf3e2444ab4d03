import Diagnostics
import Resources
import Testing
import YAML

@Suite struct MergeKeysOpenAPITests {
  private static let document = """
    definitions:
      example.v1.Fleet:
        properties:
          spec:
            properties:
              ships:
                type: array
                items: {$ref: "#/definitions/example.v1.Ship"}
                x-kubernetes-patch-merge-key: name
                x-kubernetes-patch-strategy: merge
              byPort:
                additionalProperties: {$ref: "#/definitions/example.v1.Ship"}
              flags: {type: array, items: {type: string}, x-kubernetes-patch-strategy: merge}
              log: {type: array, items: {type: object}}
        x-kubernetes-group-version-kind:
        - {group: example.com, version: v1, kind: Fleet}
      example.v1.Ship:
        properties:
          holds:
            type: array
            items: {properties: {id: {type: string}}}
            x-kubernetes-list-map-keys: [deck, side]
            x-kubernetes-patch-merge-key: deck
            x-kubernetes-patch-strategy: retainKeys,merge
    """

  private func apply(
    _ patch: String, to target: String, kind: String = "example.com/v1/Fleet"
  ) throws -> String {
    let report = Report()
    let schema = try #require(MergeSchema(openAPI: Flow.read(Self.document), report: report))
    #expect(report.diagnostics.isEmpty)
    return AppliedPatch(patch, to: target, kind: kind, schema: schema).text
  }

  @Test func listsOfCustomResourcesMerge() throws {
    #expect(
      try apply("{spec: {ships: [{name: b, crew: 2}]}}", to: "{spec: {ships: [{name: a}, {name: b, x: 1}]}}")
        == Flow.normalized("{spec: {ships: [{name: b, x: 1, crew: 2}, {name: a}]}}"))
    #expect(
      try apply("{spec: {flags: [z]}}", to: "{spec: {flags: [a]}}")
        == Flow.normalized("{spec: {flags: [z, a]}}"))
  }

  @Test func referencesAndFreeKeysAreFollowed() throws {
    let target = "{spec: {byPort: {rotterdam: {holds: [{deck: 1, side: l, x: 1}, {deck: 1, side: r}]}}}}"
    #expect(
      try apply("{spec: {byPort: {rotterdam: {holds: [{deck: 1, side: r, y: 2}]}}}}", to: target)
        == Flow.normalized(
          "{spec: {byPort: {rotterdam: {holds: [{deck: 1, side: l, x: 1}, {deck: 1, side: r, y: 2}]}}}}"))
  }

  /// Definitions whose names differ only in their Unicode form are two.
  @Test func definitionsAreToldApartByTheirBytes() throws {
    func fleet(_ reference: String) throws -> String {
      let document = """
        definitions:
          e\u{301}: {properties: {x: {type: array, items: {type: string}, x-kubernetes-patch-strategy: merge}}}
          \u{e9}: {properties: {x: {type: array, items: {type: string}}}}
          Fleet:
            properties: {spec: {$ref: "#/definitions/\(reference)"}}
            x-kubernetes-group-version-kind: [{group: example.com, version: v1, kind: Fleet}]
        """
      let schema = try #require(MergeSchema(openAPI: Flow.read(document), report: Report()))
      return AppliedPatch(
        "{spec: {x: [b]}}", to: "{spec: {x: [a]}}", kind: "example.com/v1/Fleet", schema: schema
      ).text
    }
    #expect(try fleet("e\u{301}") == Flow.normalized("{spec: {x: [b, a]}}"))
    #expect(try fleet("\u{e9}") == Flow.normalized("{spec: {x: [b]}}"))
  }

  @Test func listsWithoutStrategyAreReplaced() throws {
    #expect(try apply("{spec: {log: [{a: 1}]}}", to: "{spec: {log: [{b: 2}]}}") == "{spec: {log: [{a: 1}]}}")
  }

  @Test func itStandsInPlaceOfWhatIsBuiltIn() throws {
    #expect(
      try apply("{spec: {containers: [{name: b}]}}", to: "{spec: {containers: [{name: a}]}}", kind: "v1/Pod")
        == Flow.normalized("{spec: {containers: [{name: b}]}}"))
  }

  @Test(arguments: ["{}", "[]", "{definitions: []}", "{definitions: null}", "text"])
  func refusesADocumentWithoutDefinitions(document: String) {
    let report = Report()
    #expect(MergeSchema(openAPI: Flow.read(document), report: report) == nil)
    #expect(report.diagnostics.map(\.id) == ["openapi-without-definitions"])
  }

  @Test func aReferenceToNothingIsNoType() throws {
    let document = Flow.read("{definitions: {A: {properties: {x: {$ref: '#/definitions/B'}}}}}")
    #expect(MergeSchema(openAPI: document, report: Report()) != nil)
  }
}
