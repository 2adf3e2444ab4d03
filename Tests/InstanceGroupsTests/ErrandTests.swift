import Diagnostics
import InstanceGroups
import Resources
import Testing
import YAML

@Suite struct ErrandTests {
  private func errand(
    _ more: String = "", lifecycle: String = "Errand", zones: String = "[]", image: String = "a"
  ) -> Example {
    Example(
      """
      apiVersion: zonal/v1alpha1
      kind: InstanceGroup
      metadata: {name: smoke}
      spec:
        instances: 1
        lifecycle: \(lifecycle)
        zones: \(zones)
        template: {spec: {containers: [{name: a, image: \(image)}]}}
        \(more)
      """)
  }

  @Test func waitsToBeStartedByHand() {
    let example = errand()
    #expect(example.names == ["CronJob/smoke"])
    #expect(example.field("CronJob", "smoke", "spec", "suspend")?.sameData(as: true) == true)
    let pod = example.field("CronJob", "smoke", "spec", "jobTemplate", "spec", "template")
    #expect(pod?.at("spec", "restartPolicy")?.text == "OnFailure")
    #expect(pod?.at("metadata", "labels", "quarks.cloudfoundry.org/pod-ordinal")?.text == "0")
    #expect(example.messages == [])
  }

  @Test func runsOnceForEveryChange() {
    let example = errand(lifecycle: "AutoErrand")
    #expect(example.names == ["Job/smoke"])
    #expect(example.resource("Job", "smoke")?.needsNameHash == true)
    #expect(errand().resource("CronJob", "smoke")?.needsNameHash == false)
  }

  @Test func countsItsOnlyPodAsTheFirst() {
    let example = errand(lifecycle: "AutoErrand")
    let env = example.field("Job", "smoke", "spec", "template", "spec", "containers", "0", "env")?.items ?? []
    #expect(env.first { $0["name"]?.text == "POD_ORDINAL" }?["value"]?.text == "0")
    #expect(env.first { $0["name"]?.text == "AZ_INDEX" }?["value"]?.text == "1")
  }

  @Test func runsInAnyOfItsZones() {
    let example = errand(zones: "[z1, z2]")
    let values = example.resource("CronJob", "smoke")?.object.fields(
      "spec", "jobTemplate", "spec", "template", "spec", "affinity", "nodeAffinity",
      "requiredDuringSchedulingIgnoredDuringExecution", "nodeSelectorTerms")
    #expect(
      values?.sameData(
        as: .yaml(
          "[{matchExpressions: [{key: topology.kubernetes.io/zone, operator: In, values: [z1, z2]}]}]"))
        == true)
  }

  @Test func knowsItsZoneWhenThereIsOne() {
    let text = errand(zones: "[z1]").text("CronJob", "smoke") ?? ""
    #expect(text.contains("name: KUBE_AZ") && text.contains("quarks.cloudfoundry.org/az-name: z1"))
    #expect(!(errand(zones: "[z1, z2]").text("CronJob", "smoke") ?? "KUBE_AZ").contains("KUBE_AZ"))
  }

  @Test func keepsAnotherRestartPolicy() {
    let text = nats("lifecycle: Errand").replacingInstances(1)
    let example = Example(
      text.split(separator: "\n").map {
        $0 == "    spec:" ? "    spec:\n      restartPolicy: Never" : String($0)
      }.joined(separator: "\n"))
    #expect((example.text("CronJob", "nats") ?? "").contains("restartPolicy: Never"))
  }

  @Test func refusesToRestartAlways() {
    let example = Example(
      """
      apiVersion: zonal/v1alpha1
      kind: InstanceGroup
      metadata: {name: smoke}
      spec: {instances: 1, lifecycle: Errand, template: {spec: {restartPolicy: Always, containers: [{name: a}]}}}
      """)
    #expect(example.messages == ["error errand-restarts 4:74"])
  }

  @Test func leavesOutAnErrandOfNoInstances() {
    let text = nats("lifecycle: AutoErrand").replacingInstances(0)
    #expect(Example(text).names == [])
    #expect(Example(text).messages == [])
  }

  @Test func refusesSeveralInstances() {
    #expect(Example(nats("lifecycle: Errand")).messages == ["error errand-instances 13:14"])
  }

  @Test(
    arguments: [
      "services: {}", "ports: []", "statefulSet: {}", "volumeClaimTemplates: []",
      "rollout: {strategy: OnDelete}",
      "disruptionBudget: {maxUnavailable: 1}", "survive: {}", "ordinals: {stride: 1}", "activePassive: true",
      "selector: {matchLabels: {a: b}}", "instancesPolicy: Total", "instanceTable: {configMap: true}",
    ])
  func refusesWhatOnlyServicesHave(field: String) {
    let example = errand(field)
    #expect(example.message("setting-without-use")?.position == Position(file: 1, line: 9, column: 3))
  }

  @Test func saysThatItsNameIsTooLong() {
    let name = String(repeating: "e", count: 53)
    let example = Example(nats("lifecycle: Errand", topology: nil, name: name).replacingInstances(1))
    #expect(
      example.message("name-too-long")?.summary == "the CronJob name \"\(name)\" is 1 character too long")
    #expect(
      Example(nats("lifecycle: AutoErrand", topology: nil, name: name).replacingInstances(1)).message(
        "name-too-long")?.summary.hasPrefix("the Job name") == true)
  }
}

extension Node {
  fileprivate func fields(_ path: String...) -> Node? {
    path.reduce(Optional(self)) { $0?[$1] }
  }
}
