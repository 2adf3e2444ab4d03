import Diagnostics
import Testing
import YAML

@testable import InstanceGroups

/// Every number of the product's own kinds, found in the tables that decode them.
@Suite struct NumberTests {
  private struct Number: CustomTestStringConvertible {
    var path: [String]
    var bounds: ClosedRange<Int>

    var testDescription: String { path.joined(separator: ".") }
  }

  private static let groups = numbers(InstanceGroup.schema.fields.map(\.description))
  private static let topologies = numbers(Topology.schema.fields.map(\.description))

  private static func numbers(_ fields: [FieldDescription], below path: [String] = []) -> [Number] {
    fields.flatMap { numbers($0.type, at: path + [$0.name]) }
  }

  private static func numbers(_ type: ShapeType, at path: [String]) -> [Number] {
    switch type {
    case .integer(let bounds): [Number(path: path, bounds: bounds)]
    case .object(let object): numbers(object.fields, below: path)
    case .list(let item, _): numbers(item, at: path + ["-"])
    case .map(let item): numbers(item, at: path + ["z1"])
    case .oneOf(let types): types.flatMap { numbers($0, at: path) }
    case .named(_, let inner), .matching(_, let inner): numbers(inner, at: path)
    case .string, .text, .boolean, .any, .choice: []
    }
  }

  /// A document with nothing but the number.
  private func document(_ path: ArraySlice<String>, _ text: String) -> String {
    guard let first = path.first else { return text }
    let rest = document(path.dropFirst(), text)
    return first == "-" ? "[\(rest)]" : "{\(first): \(rest)}"
  }

  /// What is said of the number itself.
  private func messages(_ number: Number, _ text: String, isGroup: Bool) -> [Diagnostic] {
    let report = Report()
    let source = SourceFile(path: "input.yaml", bytes: Array(document(number.path[...], text).utf8))
    let node = Composer.compose(source, index: 1, report: report)?.first ?? .null
    if isGroup {
      _ = InstanceGroup.schema.decode(node, Reader(report: report))
    } else {
      _ = Topology.schema.decode(node, Reader(report: report))
    }
    return report.diagnostics.filter { !["missing-field", "empty-budget"].contains($0.id) }
  }

  private func check(_ number: Number, isGroup: Bool) {
    let beyond = [number.bounds.lowerBound - 1, number.bounds.upperBound + 1].map(String.init)
    let texts =
      beyond + ["9223372036854775807", "9223372036854775808", "-9223372036854775808", "1e30", "1.5"]
    for text in texts {
      let messages = messages(number, text, isGroup: isGroup)
      #expect(messages.map(\.severity) == [.error], "\(text)")
      #expect(messages.first?.position?.isKnown == true, "\(text)")
    }
    for bound in [number.bounds.lowerBound, number.bounds.upperBound] {
      #expect(messages(number, "\(bound)", isGroup: isGroup).isEmpty, "\(bound)")
    }
    #expect(number.bounds.upperBound <= Int(Int32.max))
  }

  @Test(arguments: groups) private func boundsNumbersOfGroups(number: Number) { check(number, isGroup: true) }

  @Test(arguments: topologies) private func boundsNumbersOfTopologies(number: Number) {
    check(number, isGroup: false)
  }

  @Test func findsTheNumbers() {
    #expect(Self.groups.map(\.testDescription).contains("spec.zoneOverrides.z1.instances"))
    #expect(Self.groups.count >= 9)
    #expect(Self.topologies.map(\.testDescription) == ["spec.zones.-.index"])
  }

  // MARK: What several numbers make

  private func group(_ more: String, zones: String = "", instances: Int = 1) -> Example {
    Example(
      """
      apiVersion: zonal/v1alpha1
      kind: Topology
      metadata: {name: t}
      spec: {zones: [\(zones)]}
      ---
      apiVersion: zonal/v1alpha1
      kind: InstanceGroup
      metadata: {name: db}
      spec:
        instances: \(instances)
        zones: ["*"]
        template: {spec: {containers: [{name: db}]}}
        \(more)
      """)
  }

  @Test func refusesMoreInstancesThanCanBeBuilt() {
    let example = group("", zones: "{name: z1}, {name: z2}", instances: 600_000)
    #expect(example.messages == ["error too-many-instances 10:14"])
    #expect(example.resources.isEmpty)
  }

  @Test func refusesOrdinalsBeyond32Bits() {
    let zones = "{name: z1, index: 1000000}, {name: z2, index: 0}"
    #expect(group("ordinals: {stride: 2147483647}", zones: zones).message("number-out-of-bounds") != nil)
    #expect(group("ordinals: {stride: 2147}", zones: zones).message("number-out-of-bounds") == nil)
  }

  @Test func computesWhatSurvives() {
    let zones = "{name: z1}, {name: z2}"
    #expect(
      group("survive: {quorum: 1000000}", zones: zones).message("zone-loss")?.hint
        == "add 999999 instances in z1 and 999999 instances in z2")
    let many = (1...1000).map { "{name: z\($0)}" }.joined(separator: ", ")
    #expect(
      group("survive: {zones: 999, quorum: Any}\n  zoneOverrides: {z7: {instances: 0}}", zones: many)
        .message("zone-loss")?.hint == "add 1 instance in z7")
  }
}
