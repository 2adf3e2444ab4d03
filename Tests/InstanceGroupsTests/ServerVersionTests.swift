import Diagnostics
import InstanceGroups
import Resources
import Testing
import YAML

@Suite struct ServerVersionTests {
  private func build(_ version: String, _ topology: String = "", _ group: String = "") -> Example {
    Example(nats(group, topology: "kubernetesVersion: \"\(version)\"\n\(topology)"))
  }

  // MARK: - Where ordinals come from

  @Test func proposesPodNamesToOldServers() {
    let example = build("1.27")
    #expect(example.messages == ["error too-new-for-server 7:22"])
    #expect(
      example.message("too-new-for-server")?.hint
        == "write \"podOrdinalSource: PodName\", which every server knows")
    #expect(build("1.28").messages == [])
  }

  @Test func setsTheOrdinalLabelByAPolicyOfTheServer() {
    let example = build("1.36", "podOrdinalSource: Label")
    #expect(example.messages == [])
    #expect(
      example.names.prefix(2)
        == [
          "MutatingAdmissionPolicy/kubecf-pod-ordinal", "MutatingAdmissionPolicyBinding/kubecf-pod-ordinal",
        ])
    #expect(
      example.resource("MutatingAdmissionPolicy", "kubecf-pod-ordinal")?.object.sameData(
        as: .yaml(
          """
          apiVersion: admissionregistration.k8s.io/v1
          kind: MutatingAdmissionPolicy
          metadata:
            name: kubecf-pod-ordinal
            labels: {quarks.cloudfoundry.org/apply-first: "true"}
            annotations: {argocd.argoproj.io/sync-wave: "-1"}
          spec:
            failurePolicy: Fail
            reinvocationPolicy: Never
            matchConstraints:
              objectSelector:
                matchExpressions:
                - {key: quarks.cloudfoundry.org/instance-group-name, operator: Exists}
                - {key: quarks.cloudfoundry.org/pod-ordinal, operator: DoesNotExist}
              resourceRules:
              - {apiGroups: [""], apiVersions: [v1], operations: [CREATE], resources: [pods]}
            mutations:
            - patchType: ApplyConfiguration
              applyConfiguration:
                expression: "Object{metadata: Object.metadata{labels: {\\"quarks.cloudfoundry.org/pod-ordinal\\": object.metadata.name.substring(object.metadata.name.lastIndexOf('-') + 1)}}}"
          """)) == true)
    #expect(
      example.field("MutatingAdmissionPolicyBinding", "kubecf-pod-ordinal", "spec", "policyName")?.text
        == "kubecf-pod-ordinal")
  }

  @Test func selectsByTheOrdinalLabel() {
    let example = build("1.36", "podOrdinalSource: Label")
    #expect(
      example.field("Service", "nats-z0-1", "spec", "selector")?.sameData(
        as: .yaml(
          """
          quarks.cloudfoundry.org/pod-ordinal: "1"
          quarks.cloudfoundry.org/deployment-name: kubecf
          quarks.cloudfoundry.org/instance-group-name: nats
          quarks.cloudfoundry.org/az-index: "0"
          """)) == true)
  }

  @Test func warnsOfAServerWhereThePolicyIsOff() {
    let example = build("1.34", "podOrdinalSource: Label")
    #expect(example.messages == ["warning off-by-default 8:21"])
    #expect(
      example.resource("MutatingAdmissionPolicy", "kubecf-pod-ordinal")?.gvk.apiVersion
        == "admissionregistration.k8s.io/v1beta1")
  }

  @Test func refusesAServerWithoutSuchPolicies() {
    let example = build("1.33", "podOrdinalSource: Label")
    #expect(example.messages == ["error too-new-for-server 8:21"])
    #expect(example.message("too-new-for-server")?.hint == "write \"podOrdinalSource: PodIndex\"")
    #expect(
      build("1.27", "podOrdinalSource: Label").message("too-new-for-server")?.hint
        == "write \"podOrdinalSource: PodName\"")
  }

  // MARK: - Ordinals

  @Test func startsTheOrdinalsOfAZoneAtItsStride() {
    let example = build("1.31", "", "ordinals: {stride: 10000}")
    #expect(example.messages == [])
    #expect(example.field("StatefulSet", "nats-z0", "spec", "ordinals") == nil)
    #expect(example.field("StatefulSet", "nats-z1", "spec", "ordinals", "start")?.text == "10000")
    #expect(
      example.field("Service", "nats-z1-10001", "spec", "selector", "apps.kubernetes.io/pod-index")?.text
        == "10001")
  }

  @Test func refusesAStrideThatTheServerDoesNotKnow() {
    let example = build("1.30", "", "ordinals: {stride: 10000}")
    #expect(example.messages == ["error too-new-for-server 21:22"])
  }

  @Test func refusesAStrideThatZonesExceed() {
    let example = build("1.32", "", "ordinals: {stride: 1}")
    #expect(example.messages == ["error stride-too-small 21:22"])
    #expect(example.message("stride-too-small")?.hint == "use a stride of at least 2, such as 10000")
  }

  // MARK: - Fields

  @Test(
    arguments: [
      (
        "1.26", "statefulSet: {persistentVolumeClaimRetentionPolicy: {}}",
        "persistentVolumeClaimRetentionPolicy", "1.27"
      ),
      (
        "1.30", "services: {perInstance: {spec: {trafficDistribution: PreferClose}}}", "trafficDistribution",
        "1.31"
      ),
      (
        "1.34", "statefulSet: {updateStrategy: {rollingUpdate: {maxUnavailable: 2}}}", "maxUnavailable",
        "1.35"
      ),
    ])
  func warnsOfFieldsThatTheOldestServerDrops(version: String, field: String, key: String, since: String) {
    let dropped = build(version, "podOrdinalSource: PodName", field).message("field-dropped-by-server")
    #expect(dropped?.summary == "\"\(key)\" needs Kubernetes \(since); an older server drops it")
    #expect(dropped?.severity == .warning)
    #expect(build(since, "podOrdinalSource: PodName", field).message("field-dropped-by-server") == nil)
  }

  @Test func warnsOfFieldsInTheTemplate() {
    let example = Example(
      """
      apiVersion: zonal/v1alpha1
      kind: Topology
      metadata: {name: t}
      spec: {kubernetesVersion: "1.28"}
      ---
      apiVersion: zonal/v1alpha1
      kind: InstanceGroup
      metadata: {name: db}
      spec:
        instances: 1
        template:
          spec:
            containers: [{name: db, lifecycle: {preStop: {sleep: {seconds: 1}}}}]
            initContainers: [{name: a, restartPolicy: Always}]
      """)
    #expect(
      example.messages == ["warning field-dropped-by-server 14:34", "warning field-dropped-by-server 13:53"])
  }
}
