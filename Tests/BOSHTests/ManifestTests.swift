import Diagnostics
import Testing
import YAML

@testable import BOSH

struct ManifestTests {
  private static let nats = """
    name: cf
    releases: [{name: nats, version: 1.10, url: registry/cf, stemcell: {os: SLE, version: 15.1-7}}]
    stemcells: [{alias: default, os: ubuntu-jammy, version: "1.2"}]
    update: {canaries: 1, max_in_flight: 50%, canary_watch_time: 1000-30000, update_watch_time: 5000}
    director_uuid: x
    instance_groups:
    - name: nats
      instances: 2
      azs: [z1, z2]
      vm_type: small
      stemcell: default
      update: {serial: false, canaries: 2}
      env: {bosh: {agent: {settings: {labels: {tier: "1"}, serviceAccountName: nats}}}}
      jobs:
      - name: nats
        release: nats
        consumes: {peers: {from: other}, gone: nil}
        provides: {nats: {as: messages}, secret: nil}
        properties:
          nats: {port: 4222}
          quarks: {ports: [{name: nats, protocol: TCP, internal: 4222}]}

    """

  @Test func `Everything has its place`() throws {
    let fixture = try ManifestFixture(Self.nats)
    #expect(fixture.summaries == [])
    let manifest = fixture.manifest
    #expect(manifest.releases.map(\.version.value) == ["1.10"])
    #expect(manifest.releases.first?.stemcell?.os == "SLE")
    #expect(manifest.ignored.map(\.text) == ["director_uuid", "vm_type"])
    let group = try #require(manifest.group(named: "nats"))
    #expect(group.azs.map(\.value) == ["z1", "z2"])
    #expect(group.environment.settings.labels.map(\.key.text) == ["tier"])
    let update = group.update.filled(from: manifest.update)
    #expect(update.canaries?.value == "2")
    #expect(update.canaryWatchTime?.value == "1000-30000")
    #expect(update.serial == false)
    let job = try #require(group.jobs.first)
    #expect(job.properties.pairs.map(\.key.text) == ["nats"])
    #expect(job.quarks.ports.map(\.internal.value) == [4222])
    guard case .found(let peers) = job.consumes[0].value, case .blocked = job.consumes[1].value,
      case .offered(let offer) = job.provides[0].value, case .blocked = job.provides[1].value
    else {
      Issue.record("links are read wrongly")
      return
    }
    #expect(peers.from?.value == "other")
    #expect(offer.alias?.value == "messages")
  }

  @Test func `A field of someone else's passes, a slip is warned of`() throws {
    let fixture = try ManifestFixture("{name: cf, x_team: blue, relases: [], instance_groups: []}")
    #expect(fixture.summaries == ["deployment manifest has no field \"relases\""])
    #expect(!fixture.report.hasErrors)
  }

  @Test func `Names are unique, and releases are listed`() throws {
    let fixture = try ManifestFixture(
      """
      name: cf
      releases: [{name: nats, version: "1"}]
      instance_groups:
      - {name: a, instances: 1, jobs: [{name: j, release: nats}, {name: j, release: nat}]}
      - {name: a, instances: 1, jobs: []}

      """)
    #expect(fixture.ids == ["duplicate-name", "duplicate-name", "unknown-release"])
    #expect(fixture.report.diagnostics.last?.hint == "did you mean \"nats\"?")
  }

  @Test func `An addon's jobs go to the groups that all its rules fit`() throws {
    let fixture = try ManifestFixture(
      """
      name: cf
      releases: [{name: logs, version: "1", stemcell: {os: SLE, version: "15"}}]
      instance_groups:
      - {name: api, instances: 1, azs: [z1], jobs: [{name: web, release: logs}]}
      - {name: worker, instances: 1, jobs: [{name: work, release: logs}]}
      - {name: smoke, instances: 1, lifecycle: errand, jobs: [{name: test, release: logs}]}
      addons:
      - {name: everywhere, jobs: [{name: agent, release: logs}]}
      - {name: bosh-dns-aliases, jobs: [{name: aliases, release: logs}]}
      - name: zoned
        jobs: [{name: zone-agent, release: logs}]
        include: {stemcell: [{os: SLE}], azs: [z1]}
      - name: not-web
        jobs: [{name: other, release: logs}]
        exclude: {jobs: [{name: web, release: logs}]}
      - name: errands
        jobs: [{name: helper, release: logs}]
        include: {lifecycle: errand, instance_groups: [smok]}

      """)
    let jobs = fixture.manifest.groups.map { $0.jobs.map(\.name.value) }
    #expect(jobs == [["web", "agent", "zone-agent"], ["work", "agent", "other"], ["test"]])
    #expect(fixture.ids == ["unknown-group"])
    #expect(fixture.manifest.groups[0].jobs.map(\.isAddon) == [false, true, true])
  }
}
