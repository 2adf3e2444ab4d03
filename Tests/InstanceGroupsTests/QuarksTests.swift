import Diagnostics
import InstanceGroups
import Resources
import Testing
import YAML

@Suite struct QuarksTests {
  private func quarks(
    _ spec: String = "", zones: String = "[z1, z2]", before: String = "", template: String = ""
  ) -> Example {
    Example(
      before + """
        apiVersion: quarks.cloudfoundry.org/v1alpha1
        kind: QuarksStatefulSet
        metadata:
          name: kubecf-nats
          namespace: cf
          creationTimestamp: null
        spec:
          zones: \(zones)
          zoneNodeLabel: topology.kubernetes.io/zone
          template:
            metadata:
              labels: {quarks.cloudfoundry.org/deployment-name: kubecf, quarks.cloudfoundry.org/instance-group-name: nats}
            spec:
              replicas: 3
              serviceName: kubecf-nats
              podManagementPolicy: Parallel
              selector: {matchLabels: {app: gone}}
              template:
                metadata: {labels: {app: nats}}
                spec:
                  containers: [{name: nats, image: nats}]
        \(template)
          \(spec)
        """)
  }

  @Test func becomesOneStatefulSetForEachZone() {
    let example = quarks()
    #expect(example.names == ["StatefulSet/kubecf-nats-z0", "StatefulSet/kubecf-nats-z1"])
    #expect(example.messages == [])
    let labels = Node.yaml(
      """
      quarks.cloudfoundry.org/deployment-name: kubecf
      quarks.cloudfoundry.org/instance-group-name: nats
      quarks.cloudfoundry.org/az-index: "1"
      quarks.cloudfoundry.org/az-name: z2
      quarks.cloudfoundry.org/quarks-statefulset-name: kubecf-nats-z1
      """)
    let set = "kubecf-nats-z1"
    #expect(example.field("StatefulSet", set, "metadata", "labels")?.sameData(as: labels) == true)
    #expect(example.field("StatefulSet", set, "metadata", "namespace")?.text == "cf")
    #expect(
      example.field("StatefulSet", set, "metadata", "annotations")?.sameData(
        as: .yaml("{quarks.cloudfoundry.org/zones: '[\"z1\",\"z2\"]'}")) == true)
    #expect(
      example.field("StatefulSet", set, "spec", "selector")?.sameData(
        as: .yaml(
          """
          matchLabels:
            quarks.cloudfoundry.org/deployment-name: kubecf
            quarks.cloudfoundry.org/instance-group-name: nats
            quarks.cloudfoundry.org/az-index: "1"
            quarks.cloudfoundry.org/quarks-statefulset-name: kubecf-nats-z1
          """)) == true)
    #expect(
      example.field("StatefulSet", set, "spec", "template", "metadata", "labels", "app")?.text == "nats")
    #expect(example.field("StatefulSet", set, "spec", "replicas")?.text == "3")
    #expect(example.field("StatefulSet", set, "spec", "serviceName")?.text == "kubecf-nats")
    #expect(example.field("StatefulSet", set, "spec", "podManagementPolicy")?.text == "Parallel")
    let text = example.text("StatefulSet", set) ?? ""
    #expect(text.contains("key: topology.kubernetes.io/zone") && text.contains("name: CF_OPERATOR_AZ"))
  }

  @Test func isOneStatefulSetWithoutZones() {
    #expect(quarks(zones: "[]").names == ["StatefulSet/kubecf-nats"])
  }

  @Test func leavesReplicasOutOfTheEnvironment() {
    #expect((quarks().text("StatefulSet", "kubecf-nats-z0") ?? "").contains("name: REPLICAS"))
    #expect(
      !(quarks("injectReplicasEnv: false").text("StatefulSet", "kubecf-nats-z0") ?? "REPLICAS").contains(
        "REPLICAS"))
  }

  @Test func warnsOfTheDeprecatedNodeLabel() {
    let text = { (label: String) in
      """
      apiVersion: quarks.cloudfoundry.org/v1alpha1
      kind: QuarksStatefulSet
      metadata: {name: a}
      spec:
        zones: [z1]
        \(label)
        template: {spec: {template: {spec: {containers: [{name: a}]}}}}
      """
    }
    let old = Example(text(""))
    #expect(old.messages == ["warning deprecated-zone-label 1:1"])
    #expect((old.text("StatefulSet", "a-z0") ?? "").contains("key: failure-domain.beta.kubernetes.io/zone"))
    #expect(
      Example(text("zoneNodeLabel: failure-domain.beta.kubernetes.io/zone")).messages == [
        "warning deprecated-zone-label 6:18"
      ])
    let topology =
      "{apiVersion: zonal/v1alpha1, kind: Topology, metadata: {name: t}, spec: {zones: [{name: z1, index: 5}]}}\n---\n"
    let overridden = Example(topology + text("zoneNodeLabel: failure-domain.beta.kubernetes.io/zone"))
    #expect(overridden.messages == [])
    #expect((overridden.text("StatefulSet", "a-z5") ?? "").contains("key: topology.kubernetes.io/zone"))
  }

  @Test func warnsOfProbesThatNothingRuns() {
    #expect(
      quarks("activePassiveProbes: {nats: {exec: {command: [a]}}}").report.diagnostics.map(\.id) == [
        "active-passive-probes"
      ])
  }

  private func hash(_ value: String, _ reference: String, updates: Bool = true) -> String? {
    let config = """
      {apiVersion: v1, kind: ConfigMap, metadata: {name: nats, namespace: cf}, data: {a: \(value)}}
      ---
      {apiVersion: v1, kind: Secret, metadata: {name: nats, namespace: cf}, stringData: {a: \(value)}}
      ---

      """
    let example = quarks(
      "updateOnConfigChange: \(updates)", before: config, template: "          \(reference)")
    return example.field(
      "StatefulSet", "kubecf-nats-z0", "spec", "template", "metadata", "annotations",
      "quarks.cloudfoundry.org/config-hash")?.text
  }

  @Test(
    arguments: [
      "volumes: [{name: c, configMap: {name: nats}}]", "volumes: [{name: c, secret: {secretName: nats}}]",
      "volumes: [{name: c, projected: {sources: [{secret: {name: nats}}]}}]",
      "initContainers: [{name: i, envFrom: [{configMapRef: {name: nats}}]}]",
      "initContainers: [{name: i, env: [{name: A, valueFrom: {secretKeyRef: {name: nats, key: a}}}]}]",
    ])
  func restartsPodsWhenTheirConfigurationChanges(reference: String) {
    let one = hash("one", reference)
    #expect(one?.utf8.count == 10)
    #expect(one == hash("one", reference))
    #expect(one != hash("two", reference))
    #expect(hash("one", reference, updates: false) == nil)
  }

  @Test func passesOverConfigurationOfOthers() {
    let reference = "volumes: [{name: c, configMap: {name: other}}]"
    #expect(hash("one", reference) == hash("two", reference))
  }

  @Test(
    arguments: [
      ("spec: {template: {}}", "missing-field"), ("spec: {template: {spec: {}}}", "missing-field"),
      ("spec: {template: {spec: {template: {spec: {}}}}}", "missing-field"),
      ("spec: {template: 1}", "wrong-type"), ("spec: {}", "missing-field"),
      ("spec: {zone: [], template: {spec: {template: {spec: {containers: [{name: a}]}}}}}", "unknown-field"),
    ])
  func refusesWhatIsIncomplete(spec: String, id: String) {
    let example = Example(
      "{apiVersion: quarks.cloudfoundry.org/v1alpha1, kind: QuarksStatefulSet, metadata: {name: a}, \(spec)}")
    #expect(example.report.diagnostics.first?.id == id)
  }
}
