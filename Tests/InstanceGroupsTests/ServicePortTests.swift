import Diagnostics
import InstanceGroups
import Resources
import Testing
import YAML

@Suite struct ServicePortTests {
  private func group(_ spec: String) -> Example {
    Example(
      """
      apiVersion: zonal/v1alpha1
      kind: InstanceGroup
      metadata: {name: web}
      spec:
        instances: 1
      \(spec)
      """)
  }

  private func ports(_ example: Example) -> Node? { example.field("Service", "web", "spec", "ports") }

  @Test func declaresEachPortOfTheContainersOnce() {
    let example = group(
      """
        template:
          spec:
            containers:
            - name: a
              ports: [{name: http, containerPort: 80}, {name: dns, containerPort: 53, protocol: UDP}]
            - name: b
              ports: [{name: again, containerPort: 80}, {name: dns-tcp, containerPort: 53, protocol: TCP}]
            initContainers:
            - {name: c, restartPolicy: Always, ports: [{name: metrics, containerPort: 9090}]}
            - {name: d, ports: [{name: never, containerPort: 1}]}
      """)
    #expect(
      ports(example)?.sameData(
        as: .yaml(
          """
          - {name: http, port: 80}
          - {name: dns, port: 53, protocol: UDP}
          - {name: dns-tcp, port: 53, protocol: TCP}
          - {name: metrics, port: 9090}
          """)) == true)
    #expect(example.messages == [])
  }

  @Test func takesTheGroupsPortsAsTheyAre() {
    let example = group(
      """
        ports: [{name: http, port: 80, targetPort: web, appProtocol: http}]
        template: {spec: {containers: [{name: a, ports: [{name: web, containerPort: 8080}]}]}}
      """)
    #expect(
      ports(example)?.sameData(as: .yaml("[{name: http, port: 80, targetPort: web, appProtocol: http}]"))
        == true)
  }

  @Test func lacksPortsWhenTheGroupSaysSo() {
    let example = group(
      """
        ports: []
        template: {spec: {containers: [{name: a, ports: [{name: web, containerPort: 8080}]}]}}
      """)
    #expect(example.names == ["Service/web", "StatefulSet/web"])
  }

  @Test func needsNoNameForASinglePort() {
    let example = group("  template: {spec: {containers: [{name: a, ports: [{containerPort: 80}]}]}}")
    #expect(ports(example)?.sameData(as: .yaml("[{port: 80}]")) == true)
    #expect(example.messages == [])
  }

  @Test func needsNamesForSeveralPorts() {
    let example = group(
      "  template: {spec: {containers: [{name: a, ports: [{containerPort: 80}, {name: b, containerPort: 81}]}]}}"
    )
    #expect(example.messages == ["error port-without-name 6:52"])
  }

  @Test func refusesANameForTwoPorts() {
    let example = group(
      """
        ports: [{name: a, port: 80}, {name: a, port: 81}]
        template: {spec: {containers: [{name: a}]}}
      """)
    #expect(example.messages == ["error duplicate-port-name 6:32"])
  }

  @Test(arguments: [0, 65536]) func refusesWhatIsNoPort(port: Int) {
    let example = group("  ports: [{port: \(port)}]\n  template: {spec: {containers: [{name: a}]}}")
    #expect(example.messages == ["error bad-port 6:18"])
  }
}
