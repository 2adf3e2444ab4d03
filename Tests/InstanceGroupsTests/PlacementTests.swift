import Diagnostics
import InstanceGroups
import Resources
import Testing
import YAML

@Suite struct PlacementTests {
  private func affinity(_ template: String, _ more: String = "") -> (Node?, Example) {
    let example = Example(
      """
      apiVersion: zonal/v1alpha1
      kind: InstanceGroup
      metadata: {name: db}
      spec:
        instances: 1
        zones: [z1]
        \(more)
        template:
          spec:
            containers: [{name: db}]
      \(template)
      """)
    return (example.field("StatefulSet", "db-z0", "spec", "template", "spec", "affinity"), example)
  }

  private let inZone = "{key: topology.kubernetes.io/zone, operator: In, values: [z1]}"

  @Test func requiresTheZoneInEveryTermOfTheUsers() {
    let (affinity, _) = affinity(
      """
            affinity:
              nodeAffinity:
                requiredDuringSchedulingIgnoredDuringExecution:
                  nodeSelectorTerms:
                  - matchExpressions: [{key: disk, operator: In, values: [ssd]}]
                  - matchFields: [{key: metadata.name, operator: In, values: [node-1]}]
      """)
    #expect(
      affinity?["nodeAffinity"]?.sameData(
        as: .yaml(
          """
          requiredDuringSchedulingIgnoredDuringExecution:
            nodeSelectorTerms:
            - matchExpressions: [{key: disk, operator: In, values: [ssd]}, \(inZone)]
            - matchFields: [{key: metadata.name, operator: In, values: [node-1]}]
              matchExpressions: [\(inZone)]
          """)) == true)
  }

  /// Such a term matches no node; with a requirement it would match every node of the zone.
  @Test func leavesATermWithoutConditionsAlone() {
    let (affinity, _) = affinity(
      """
            affinity:
              nodeAffinity:
                requiredDuringSchedulingIgnoredDuringExecution:
                  nodeSelectorTerms: [{}, {matchExpressions: []}, {matchExpressions: [{key: a, operator: Exists}]}]
      """)
    #expect(
      affinity?.at("nodeAffinity", "requiredDuringSchedulingIgnoredDuringExecution", "nodeSelectorTerms")?
        .sameData(
          as: .yaml(
            "[{}, {matchExpressions: []}, {matchExpressions: [{key: a, operator: Exists}, \(inZone)]}]"))
        == true)
  }

  @Test func makesATermWhereThereIsNone() {
    let (affinity, _) = affinity("      affinity: {nodeAffinity: null}")
    #expect(
      affinity?["nodeAffinity"]?.sameData(
        as: .yaml(
          "{requiredDuringSchedulingIgnoredDuringExecution: {nodeSelectorTerms: [{matchExpressions: [\(inZone)]}]}}"
        ))
        == true)
  }

  @Test func prefersTheZone() {
    let (affinity, _) = affinity("", "placement: {zoneAffinity: Preferred, hostAntiAffinity: None}")
    #expect(
      affinity?.sameData(
        as: .yaml(
          """
          nodeAffinity:
            preferredDuringSchedulingIgnoredDuringExecution:
            - {weight: 100, preference: {matchExpressions: [\(inZone)]}}
          """)) == true)
  }

  @Test func requiresDifferentHosts() {
    let (affinity, _) = affinity(
      """
            affinity:
              podAntiAffinity:
                requiredDuringSchedulingIgnoredDuringExecution:
                - {topologyKey: rack, labelSelector: {}}
      """, "placement: {hostAntiAffinity: Required}")
    #expect(
      affinity?["podAntiAffinity"]?.sameData(
        as: .yaml(
          """
          requiredDuringSchedulingIgnoredDuringExecution:
          - {topologyKey: rack, labelSelector: {}}
          - topologyKey: kubernetes.io/hostname
            labelSelector: {matchLabels: {quarks.cloudfoundry.org/instance-group-name: db}}
          """)) == true)
  }

  @Test func addsSpreadConstraintsToThoseOfTheTemplate() {
    let (_, example) = affinity(
      "      topologySpreadConstraints: [{maxSkew: 1, topologyKey: a}]",
      "placement: {spread: [{maxSkew: 1, topologyKey: b}, {maxSkew: 1, topologyKey: c, labelSelector: {}}]}")
    #expect(
      example.field("StatefulSet", "db-z0", "spec", "template", "spec", "topologySpreadConstraints")?
        .sameData(
          as: .yaml(
            """
            - {maxSkew: 1, topologyKey: a}
            - maxSkew: 1
              topologyKey: b
              labelSelector: {matchLabels: {quarks.cloudfoundry.org/instance-group-name: db}}
            - {maxSkew: 1, topologyKey: c, labelSelector: {}}
            """)) == true)
  }

  @Test func reportsAnAffinityThatIsNoMapping() {
    let (_, example) = affinity("      affinity: none")
    #expect(
      example.report.diagnostics.first?.summary
        == "\"spec.template.spec.affinity\" must be a mapping, not a string")
    #expect(example.messages.first == "error wrong-type 11:17")
  }

  @Test func reportsATermThatIsNoMapping() {
    let (_, example) = affinity(
      """
            affinity:
              nodeAffinity: {requiredDuringSchedulingIgnoredDuringExecution: {nodeSelectorTerms: [ssd]}}
      """)
    #expect(example.messages == ["error wrong-type 12:93"])
  }
}
