import Diagnostics
import InstanceGroups
import Resources
import Testing
import YAML

@Suite struct SchemaTests {
  private func group(_ spec: String) -> String {
    "{apiVersion: zonal/v1alpha1, kind: InstanceGroup, metadata: {name: nats}, spec: {\(spec)}}"
  }

  private let template = "template: {spec: {containers: [{name: a, image: a}]}}"

  @Test(
    arguments: [
      ("instance: 2", "spec", "instances"), ("zoneOverride: {}", "spec", "zoneOverrides"),
      ("statefulSet: {podManagmentPolicy: Parallel}", "spec.statefulSet", "podManagementPolicy"),
      ("services: {perInstances: {}}", "spec.services", "perInstance"),
      ("services: {aggregate: [{name: a, headles: true}]}", "spec.services.aggregate[0]", "headless"),
      ("placement: {hostAntiaffinity: None}", "spec.placement", "hostAntiAffinity"),
      ("zoneOverrides: {z1: {instance: 1}}", "spec.zoneOverrides.z1", "instances"),
      ("rollout: {strateg: OnDelete}", "spec.rollout", "strategy"),
    ])
  func suggestsFields(field: String, place: String, meant: String) {
    let unknown = Example(group("instances: 1, \(template), \(field)")).message("unknown-field")
    #expect(unknown?.summary.hasPrefix("\"\(place)\" has no field") == true)
    #expect(unknown?.hint == "did you mean \"\(meant)\"?")
  }

  @Test(
    arguments: [
      ("instances: two", "instances"), ("zones: z1", "zones"), ("zones: [1]", "zones[0]"),
      ("activePassive: 1", "activePassive"), ("selectorLabels: {a: 1}", "selectorLabels.a"),
      ("ports: [4222]", "ports[0]"), ("ports: [{port: http}]", "ports[0].port"),
      ("volumeClaimTemplates: {}", "volumeClaimTemplates"),
      ("patches: [{target: {}, patch: 1}]", "patches[0].patch"),
      ("statefulSet: {minReadySeconds: soon}", "statefulSet.minReadySeconds"),
      ("placement: {spread: [hostname]}", "placement.spread[0]"),
    ])
  func refusesWrongTypes(field: String, path: String) {
    let wrong = Example(group("\(field), \(template)")).message("wrong-type")
    #expect(wrong?.summary.hasPrefix("\"spec.\(path)\" must be") == true)
    #expect(wrong?.position?.line == 1)
  }

  @Test(
    arguments: [
      ("lifecycle: Service2", "Service"), ("lifecycle: errand", "Errand"),
      ("instancesPolicy: total", "Total"),
      ("rollout: {strategy: Rolling}", nil), ("placement: {zoneAffinity: Prefered}", "Preferred"),
      ("services: {perInstance: {type: Nodeport}}", "NodePort"),
    ] as [(String, String?)])
  func suggestsValues(field: String, meant: String?) {
    let unknown = Example(group("instances: 1, \(template), \(field)")).message("unknown-value")
    #expect(unknown != nil)
    if let meant { #expect(unknown?.hint?.hasPrefix("did you mean \"\(meant)\"") == true) }
  }

  @Test func namesTheFieldsThatAreMissing() {
    let example = Example(group(""))
    #expect(
      example.report.diagnostics.map(\.summary) == [
        "InstanceGroup needs the field \"spec.instances\"", "InstanceGroup needs the field \"spec.template\"",
      ])
  }

  @Test func asksForAName() {
    let example = Example("{apiVersion: zonal/v1alpha1, kind: InstanceGroup, metadata: {}, spec: {}}")
    #expect(example.report.diagnostics.first?.summary == "metadata needs the field \"metadata.name\"")
  }

  @Test func asksForContainers() {
    #expect(Example(group("instances: 1, template: {spec: {}}")).messages == ["error missing-field 1:113"])
    #expect(
      Example(group("instances: 1, template: {spec: {containers: []}}")).messages == [
        "error missing-field 1:113"
      ])
    #expect(Example(group("instances: 1, template: {}")).messages == ["error missing-field 1:106"])
  }

  @Test func refusesLabelsThatAreNoStrings() {
    let example = Example(
      group("instances: 1, template: {metadata: {labels: {a: true}}, spec: {containers: [{name: a}]}}"))
    #expect(example.message("wrong-type")?.hint == "write it in quotes: \"true\"")
  }

  @Test func reportsAllMistakesAtOnce() {
    let example = Example(group("instances: two, zones: z1, foo: 1, \(template)"))
    #expect(example.report.diagnostics.count == 3)
  }
}
