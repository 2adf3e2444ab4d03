import Diagnostics
import InstanceGroups
import Resources
import Testing
import YAML

@Suite struct WorkedExampleTests {
  @Test func namesWhatAZonedGroupBecomes() {
    let example = Example(nats())
    #expect(
      example.names == [
        "Service/nats",
        "Service/nats-z0-0", "Service/nats-z0-1", "Service/nats-z1-0", "Service/nats-z1-1",
        "StatefulSet/nats-z0", "StatefulSet/nats-z1",
      ])
    #expect(example.messages == [])
  }

  @Test func writesTheServiceOfTheFirstInstance() {
    #expect(
      Example(nats()).text("Service", "nats-z0-0") == """
        apiVersion: v1
        kind: Service
        metadata:
          labels:
            quarks.cloudfoundry.org/az-index: "0"
            quarks.cloudfoundry.org/az-name: z1
            quarks.cloudfoundry.org/deployment-name: kubecf
            quarks.cloudfoundry.org/instance-group-name: nats
            quarks.cloudfoundry.org/pod-ordinal: "0"
            quarks.cloudfoundry.org/service-role: instance
          name: nats-z0-0
        spec:
          ports:
          - name: nats
            port: 4222
          selector:
            apps.kubernetes.io/pod-index: "0"
            quarks.cloudfoundry.org/az-index: "0"
            quarks.cloudfoundry.org/deployment-name: kubecf
            quarks.cloudfoundry.org/instance-group-name: nats

        """)
  }

  @Test func writesTheStatefulSetOfTheSecondZone() {
    #expect(
      Example(nats()).text("StatefulSet", "nats-z1") == """
        apiVersion: apps/v1
        kind: StatefulSet
        metadata:
          labels:
            quarks.cloudfoundry.org/az-index: "1"
            quarks.cloudfoundry.org/az-name: z2
            quarks.cloudfoundry.org/deployment-name: kubecf
            quarks.cloudfoundry.org/instance-group-name: nats
          name: nats-z1
        spec:
          replicas: 2
          selector:
            matchLabels:
              quarks.cloudfoundry.org/az-index: "1"
              quarks.cloudfoundry.org/deployment-name: kubecf
              quarks.cloudfoundry.org/instance-group-name: nats
          serviceName: nats
          template:
            metadata:
              labels:
                quarks.cloudfoundry.org/az-index: "1"
                quarks.cloudfoundry.org/az-name: z2
                quarks.cloudfoundry.org/deployment-name: kubecf
                quarks.cloudfoundry.org/instance-group-name: nats
            spec:
              affinity:
                nodeAffinity:
                  requiredDuringSchedulingIgnoredDuringExecution:
                    nodeSelectorTerms:
                    - matchExpressions:
                      - key: topology.kubernetes.io/zone
                        operator: In
                        values:
                        - z2
                podAntiAffinity:
                  preferredDuringSchedulingIgnoredDuringExecution:
                  - podAffinityTerm:
                      labelSelector:
                        matchLabels:
                          quarks.cloudfoundry.org/deployment-name: kubecf
                          quarks.cloudfoundry.org/instance-group-name: nats
                      topologyKey: kubernetes.io/hostname
                    weight: 100
              containers:
              - env:
                - name: AZ_INDEX
                  value: "2"
                - name: KUBE_AZ
                  value: z2
                - name: POD_ORDINAL
                  valueFrom:
                    fieldRef:
                      fieldPath: metadata.labels['apps.kubernetes.io/pod-index']
                - name: POD_NAME
                  valueFrom:
                    fieldRef:
                      fieldPath: metadata.name
                - name: POD_NAMESPACE
                  valueFrom:
                    fieldRef:
                      fieldPath: metadata.namespace
                image: nats
                name: nats
                ports:
                - containerPort: 4222
                  name: nats

        """)
  }

  @Test func selectsAllInstancesOfAllZonesWithTheAggregate() {
    #expect(
      Example(nats()).text("Service", "nats") == """
        apiVersion: v1
        kind: Service
        metadata:
          labels:
            quarks.cloudfoundry.org/deployment-name: kubecf
            quarks.cloudfoundry.org/instance-group-name: nats
            quarks.cloudfoundry.org/service-role: group
          name: nats
        spec:
          clusterIP: None
          ports:
          - name: nats
            port: 4222
          selector:
            quarks.cloudfoundry.org/deployment-name: kubecf
            quarks.cloudfoundry.org/instance-group-name: nats

        """)
  }

  private static let coordinator = """
    apiVersion: zonal/v1alpha1
    kind: InstanceGroup
    metadata: {name: coordinator}
    spec:
      instances: 1
      template:
        metadata: {labels: {app.kubernetes.io/name: coordinator}}
        spec:
          containers:
          - name: coordinator
            image: ghcr.io/edgelesssys/contrast/coordinator:latest
            ports: [{name: userapi, containerPort: 1313}, {name: meshapi, containerPort: 7777}]
            readinessProbe: {tcpSocket: {port: 1313}, initialDelaySeconds: 1, periodSeconds: 5}
      selector: {matchLabels: {app.kubernetes.io/name: coordinator}}
      services:
        perInstance: {enabled: false}
        aggregate:
        - {name: coordinator-peers, headless: true, publishNotReadyAddresses: true}
        - {name: coordinator, publishNotReadyAddresses: true}
        - {name: coordinator-ready}
    """

  @Test func givesTheCoordinatorThreeServices() {
    let example = Example(Self.coordinator)
    #expect(
      example.names == [
        "Service/coordinator-peers", "Service/coordinator", "Service/coordinator-ready",
        "StatefulSet/coordinator",
      ])
    #expect(example.messages == [])
    #expect(
      example.field("Service", "coordinator-peers", "spec")?.sameData(
        as: .yaml(
          """
          clusterIP: None
          publishNotReadyAddresses: true
          ports: [{name: userapi, port: 1313}, {name: meshapi, port: 7777}]
          selector: {app.kubernetes.io/name: coordinator}
          """)) == true)
    #expect(
      example.field("Service", "coordinator-ready", "spec")?.sameData(
        as: .yaml(
          """
          ports: [{name: userapi, port: 1313}, {name: meshapi, port: 7777}]
          selector: {app.kubernetes.io/name: coordinator}
          """)) == true)
    #expect(example.field("StatefulSet", "coordinator", "spec", "serviceName")?.text == "coordinator-peers")
    #expect(
      example.field("StatefulSet", "coordinator", "spec", "selector")?.sameData(
        as: .yaml("matchLabels: {app.kubernetes.io/name: coordinator}")) == true)
  }

  @Test func addressesMembersUnderTheGoverningService() {
    let example = Example(Self.coordinator)
    #expect(example.tables.map { $0.rows.map(\.address) } == [["coordinator-0.coordinator-peers"]])
  }
}
