import Diagnostics
import InstanceGroups
import Resources
import Testing
import YAML

@Suite struct VolumeClaimTests {
  private func classes(_ claim: String, _ more: String = "") -> ([String?], Example) {
    let example = Example(
      """
      apiVersion: zonal/v1alpha1
      kind: Topology
      metadata: {name: t}
      spec: {zones: [{name: z1, storageClassName: gp3-1a}, {name: z2}]}
      ---
      apiVersion: zonal/v1alpha1
      kind: InstanceGroup
      metadata: {name: db}
      spec:
        instances: 1
        zones: ["*"]
        \(more)
        template: {spec: {containers: [{name: db}]}}
        volumeClaimTemplates: [\(claim)]
      """)
    let classes = ["db-z0", "db-z1"].map {
      example.field("StatefulSet", $0, "spec", "volumeClaimTemplates", "0", "spec", "storageClassName")?.text
    }
    return (classes, example)
  }

  @Test func takesTheClassOfTheZone() {
    #expect(classes("{metadata: {name: data}, spec: {accessModes: [ReadWriteOnce]}}").0 == ["gp3-1a", nil])
    #expect(classes("{metadata: {name: data}}").0 == ["gp3-1a", nil])
    #expect(classes("{metadata: {name: data}, spec: {storageClassName: null}}").0 == ["gp3-1a", nil])
  }

  @Test(arguments: ["fast", ""]) func keepsAClassOfItsOwn(name: String) {
    #expect(classes("{metadata: {name: data}, spec: {storageClassName: \"\(name)\"}}").0 == [name, name])
  }

  @Test func replacesItByTheOverrideOfAZone() {
    let override = "zoneOverrides: {z1: {storageClassName: slow}}"
    #expect(
      classes("{metadata: {name: data}, spec: {storageClassName: fast}}", override).0 == ["slow", "fast"])
    #expect(classes("{metadata: {name: data}}", override).0 == ["slow", nil])
  }

  @Test func reportsAClaimThatIsNoMapping() {
    #expect(classes("data").1.report.diagnostics.map(\.id) == ["wrong-type"])
    #expect(
      classes("{metadata: {name: data}, spec: 1}").1.report.diagnostics.map(\.summary)
        == ["\"spec.volumeClaimTemplates[0].spec\" must be a mapping, not a number"])
  }
}
