import Diagnostics
import InstanceGroups
import Resources
import Testing
import YAML

@Suite struct ServiceTests {
  @Test(
    arguments: [
      ("ClusterIP", "{ports: [{name: nats, port: 4222}]}"),
      ("Headless", "{clusterIP: None, ports: [{name: nats, port: 4222}]}"),
      ("NodePort", "{type: NodePort, ports: [{name: nats, port: 4222}]}"),
      ("LoadBalancer", "{type: LoadBalancer, ports: [{name: nats, port: 4222}]}"),
    ])
  func writesTheTypesOfInstanceServices(type: String, expected: String) {
    let example = Example(nats("services: {perInstance: {type: \(type)}}"))
    var spec = example.field("Service", "nats-z1-0", "spec")?.mapping ?? Mapping()
    spec["selector"] = nil
    #expect(Node.mapping(spec).sameData(as: .yaml(expected)))
  }

  @Test func mergesTheUsersFieldsIntoServices() {
    let example = Example(
      nats(
        """
        services:
          perInstance:
            labels: {role: member}
            annotations: {dns: "$(zone.name).$(workload.name).$(group.name)"}
            publishNotReadyAddresses: true
            spec:
              externalTrafficPolicy: Local
              selector: {role: leader}
        """))
    let service = "nats-z1-1"
    #expect(example.field("Service", service, "metadata", "labels", "role")?.text == "member")
    #expect(example.field("Service", service, "metadata", "annotations", "dns")?.text == "z2.nats-z1.nats")
    #expect(example.field("Service", service, "spec", "publishNotReadyAddresses")?.sameData(as: true) == true)
    #expect(example.field("Service", service, "spec", "externalTrafficPolicy")?.text == "Local")
    #expect(example.field("Service", service, "spec", "selector", "role")?.text == "leader")
    #expect(
      example.field("Service", service, "spec", "selector", "quarks.cloudfoundry.org/az-index")?.text == "1")
    #expect(example.field("Service", "nats", "metadata", "labels", "role") == nil)
    #expect(example.messages == [])
  }

  @Test func replacesThePortsOfOneAggregate() {
    let example = Example(
      nats("services: {aggregate: [{name: nats, headless: true}, {name: web, spec: {ports: [{port: 80}]}}]}"))
    #expect(example.field("Service", "web", "spec", "ports")?.sameData(as: .yaml("[{port: 80}]")) == true)
  }

  @Test func makesOneServiceForEachZone() {
    let example = Example(
      nats("services: {perZone: {enabled: true, labels: {a: b}}, perInstance: {enabled: false}}"))
    #expect(
      example.names == [
        "Service/nats", "Service/nats-z0", "Service/nats-z1", "StatefulSet/nats-z0", "StatefulSet/nats-z1",
      ])
    #expect(
      example.resource("Service", "nats-z1")?.object.sameData(
        as: .yaml(
          """
          apiVersion: v1
          kind: Service
          metadata:
            name: nats-z1
            labels:
              a: b
              quarks.cloudfoundry.org/deployment-name: kubecf
              quarks.cloudfoundry.org/instance-group-name: nats
              quarks.cloudfoundry.org/az-index: "1"
              quarks.cloudfoundry.org/az-name: z2
              quarks.cloudfoundry.org/service-role: zone
          spec:
            ports: [{name: nats, port: 4222}]
            selector:
              quarks.cloudfoundry.org/deployment-name: kubecf
              quarks.cloudfoundry.org/instance-group-name: nats
              quarks.cloudfoundry.org/az-index: "1"
          """)) == true)
  }

  @Test func addressesInstancesWithoutServicesUnderTheGoverningOne() {
    let example = Example(nats("services: {perInstance: {enabled: false}}"))
    #expect(example.tables.first?.rows.map(\.address).first == "nats-z0-0.nats")
  }

  @Test func selectsActivePodsOnly() {
    let example = Example(nats("activePassive: true\nservices: {perZone: {enabled: true}}"))
    for service in ["nats", "nats-z0", "nats-z0-0"] {
      #expect(
        example.field("Service", service, "spec", "selector", "quarks.cloudfoundry.org/pod-active")?.text
          == "active")
    }
    #expect(!(example.text("StatefulSet", "nats-z0") ?? "pod-active").contains("pod-active"))
  }

  @Test func selectsByThePodsName() {
    let example = Example(nats(topology: "podOrdinalSource: PodName"))
    #expect(
      example.field("Service", "nats-z0-1", "spec", "selector")?.sameData(
        as: .yaml(
          """
          statefulset.kubernetes.io/pod-name: nats-z0-1
          quarks.cloudfoundry.org/deployment-name: kubecf
          quarks.cloudfoundry.org/instance-group-name: nats
          quarks.cloudfoundry.org/az-index: "0"
          """)) == true)
  }

  @Test func governsByTheFirstHeadlessService() {
    let example = Example(
      nats("services: {aggregate: [{name: a}, {name: b, headless: true}, {name: c, headless: true}]}"))
    #expect(example.field("StatefulSet", "nats-z0", "spec", "serviceName")?.text == "b")
    #expect(example.messages == [])
  }

  @Test func warnsWhenNoServiceIsHeadless() {
    let example = Example(nats("services: {aggregate: [{name: a}, {name: b}]}"))
    #expect(example.field("StatefulSet", "nats-z0", "spec", "serviceName")?.text == "a")
    #expect(example.messages == ["warning no-headless-service 21:33"])
  }

  @Test func warnsWhenNoServiceGoverns() {
    let example = Example(nats("services: {aggregate: []}"))
    #expect(example.field("StatefulSet", "nats-z0", "spec", "serviceName") == nil)
    #expect(example.messages == ["warning no-governing-service 11:18"])
  }

  @Test func adoptsAnotherGoverningService() {
    let example = Example(
      nats(
        "statefulSet: {serviceName: \"old-$(zone.index)\"}\nservices: {aggregate: [], perInstance: {enabled: false}}"
      ))
    #expect(example.field("StatefulSet", "nats-z1", "spec", "serviceName")?.text == "old-1")
    #expect(example.tables.first?.rows.last?.address == "nats-z1-1.old-1")
    #expect(example.messages == [])
  }

  // MARK: - Without ports

  private func portless(_ more: String = "", zones: String = "[z1]") -> String {
    """
    apiVersion: zonal/v1alpha1
    kind: InstanceGroup
    metadata: {name: db}
    spec:
      instances: 2
      zones: \(zones)
      template: {spec: {containers: [{name: db, image: db}]}}
      \(more)
    """
  }

  @Test func makesOnlyTheHeadlessServiceWithoutPorts() {
    let example = Example(portless())
    #expect(example.names == ["Service/db", "StatefulSet/db-z0"])
    #expect(example.field("Service", "db", "spec", "ports") == nil)
    #expect(example.field("Service", "db", "spec", "clusterIP")?.text == "None")
    #expect(example.messages == [])
  }

  @Test func refusesOtherServicesWithoutPorts() {
    let example = Example(portless("services: {perZone: {enabled: true}, aggregate: [{name: db}]}"))
    #expect(
      example.messages.filter { $0.hasPrefix("error") }
        == ["error service-without-ports 8:59", "error service-without-ports 8:33"])
  }

  @Test func warnsOfInstanceServicesThatWereAskedFor() {
    let example = Example(portless("services: {perInstance: {enabled: true}}"))
    #expect(example.messages == ["warning service-without-ports 8:37"])
  }

  @Test func refusesZoneServicesWithoutZones() {
    let example = Example(portless("services: {perZone: {enabled: true, type: Headless}}", zones: "[]"))
    #expect(example.messages == ["error zone-service-without-zones 8:33"])
  }

  // MARK: - Starting together

  @Test func warnsOfUnreadyPeersThatStartTogether() {
    let example = Example(
      nats(
        """
        statefulSet: {podManagementPolicy: Parallel}
        services: {aggregate: [{name: a, headless: true}, {name: b, headless: true, publishNotReadyAddresses: true}]}
        """))
    #expect(example.messages == ["warning unready-peers-in-parallel 22:105"])
    #expect(example.report.diagnostics.first?.notes.first?.position?.line == 21)
  }

  @Test(
    arguments: [
      "services: {aggregate: [{name: a, headless: true, publishNotReadyAddresses: true}]}",
      "statefulSet: {podManagementPolicy: Parallel}\nservices: {aggregate: [{name: a, headless: true, publishNotReadyAddresses: true}]}",
      "statefulSet: {podManagementPolicy: Parallel}\nservices: {perInstance: {publishNotReadyAddresses: true}}",
    ])
  func acceptsUnreadyPeersOneAfterAnotherOrByName(fields: String) {
    #expect(Example(nats(fields)).messages == [])
  }
}
