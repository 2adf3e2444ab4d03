import Diagnostics
import InstanceGroups
import Resources
import Testing
import YAML

@Suite struct InstanceTableTests {
  private func rows(_ example: Example) -> [InstanceTable.Instance] { example.tables.first?.rows ?? [] }

  @Test func listsInstancesByZoneAndOrdinal() {
    let rows = rows(Example(nats()))
    #expect(rows.map(\.name) == ["nats-z0-0", "nats-z0-1", "nats-z1-0", "nats-z1-1"])
    #expect(rows.map(\.id) == ["nats-0", "nats-1", "nats-10000", "nats-10001"])
    #expect(rows.map(\.index) == [0, 1, 2, 3])
    #expect(rows.map(\.specIndex) == [0, 1, 10000, 10001])
    #expect(rows.map(\.zone) == ["z1", "z1", "z2", "z2"])
    #expect(rows.map(\.azIndex) == [0, 0, 1, 1])
    #expect(rows.map(\.ordinal) == [0, 1, 0, 1])
    #expect(rows.map(\.address) == ["nats-z0-0", "nats-z0-1", "nats-z1-0", "nats-z1-1"])
  }

  @Test func bootstrapsTheFirstInstanceOnTheInitialRollout() {
    #expect(rows(Example(nats())).map(\.bootstrap) == [true, false, false, false])
  }

  @Test func bootstrapsTheLastInstanceLater() {
    let rows = rows(Example(nats(), options: .init(initialRollout: false)))
    #expect(rows.map(\.bootstrap) == [false, false, false, true])
  }

  @Test func bootstrapsOneInstanceWhenTheFirstZoneIsDrained() {
    let text = nats("zoneOverrides: {z1: {instances: 0}}")
    #expect(rows(Example(text)).map(\.bootstrap) == [true, false])
    #expect(rows(Example(text)).map(\.name) == ["nats-z1-0", "nats-z1-1"])
    let drainedLast = nats("zoneOverrides: {z2: {instances: 0}}")
    #expect(
      rows(Example(drainedLast, options: .init(initialRollout: false))).map(\.bootstrap) == [false, true])
  }

  @Test func keepsSpecIndexesAndIDsWhenAZoneGrows() {
    let before = rows(Example(nats())).filter { $0.zone == "z2" }
    let after = rows(Example(nats("zoneOverrides: {z1: {instances: 9}}"))).filter { $0.zone == "z2" }
    #expect(before.map(\.specIndex) == after.map(\.specIndex))
    #expect(before.map(\.id) == after.map(\.id))
    #expect(before.map(\.index) != after.map(\.index))
  }

  @Test func countsOrdinalsFromTheStride() {
    let rows = rows(Example(nats("ordinals: {stride: 100}")))
    #expect(rows.map(\.ordinal) == [0, 1, 100, 101])
    #expect(rows.map(\.name) == ["nats-z0-0", "nats-z0-1", "nats-z1-100", "nats-z1-101"])
  }

  @Test func writesTheTableAsAConfigMap() {
    let example = Example(
      nats("instanceTable: {configMap: true}\nzoneOverrides: {z1: {instances: 1}, z2: {instances: 0}}"))
    #expect(
      example.text("ConfigMap", "nats-instances") == """
        apiVersion: v1
        data:
          instances.yaml: |
            - address: nats-z0-0
              azIndex: 0
              bootstrap: true
              id: nats-0
              index: 0
              name: nats-z0-0
              ordinal: 0
              specIndex: 0
              zone: z1
        kind: ConfigMap
        metadata:
          labels:
            quarks.cloudfoundry.org/deployment-name: kubecf
            quarks.cloudfoundry.org/instance-group-name: nats
          name: nats-instances

        """)
  }

  @Test func writesNoConfigMapUnlessAsked() {
    #expect(Example(nats()).resource("ConfigMap", "nats-instances") == nil)
  }

  @Test func namesTheGroupInEachRow() {
    let node = Example(nats()).tables.first?.node.items?.first
    #expect(node?["group"]?.text == "nats")
    #expect(node?["bootstrap"]?.sameData(as: true) == true)
    #expect(node?["zone"]?.text == "z1")
  }

  @Test func saysNullForTheZoneOfAGroupWithoutZones() {
    let example = Example(
      """
      apiVersion: zonal/v1alpha1
      kind: InstanceGroup
      metadata: {name: db}
      spec: {instances: 1, template: {spec: {containers: [{name: db, image: db}]}}}
      """)
    #expect(example.tables.first?.rows.first?.node["zone"]?.isNull == true)
    #expect(example.tables.first?.rows.first?.address == "db-0.db")
  }

  @Test func givesErrandsATableWhereThatIsAskedFor() {
    let text = nats("lifecycle: Errand").replacingInstances(1)
    let file = SourceFile(path: "nats.yaml", bytes: Array(text.utf8))
    let documents = Composer.compose(file, index: 0, report: Report()) ?? []
    let expansion = Expansion(report: Report(), files: SourceFiles())
    let tables = expansion.instances(
      of: ResourceSet(documents.map { Resource(object: $0) }), includingErrands: true)
    #expect(tables.map(\.rows.count) == [1])
    #expect(tables.first?.rows.first?.bootstrap == true)
  }

  @Test func leavesErrandsOut() {
    #expect(Example(nats("lifecycle: Errand").replacingInstances(1)).tables.isEmpty)
  }
}
