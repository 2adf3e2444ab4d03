import Diagnostics
import Testing
import YAML

@testable import BOSH

struct LinksTests {
  private static let provider = """
    name: server
    templates: {}
    provides: [{name: db, type: sql, properties: [db.port, db.tls.ca]}]
    properties: {db.port: {default: 5432}, db.tls.ca: {}, db.secret: {default: x}}

    """

  private static let consumer = """
    name: client
    templates: {}
    consumes: [{name: db, type: sql}, {name: cache, type: kv, optional: true}]

    """

  /// - Parameters:
  ///   - client: fields of the consuming job, in flow style.
  ///   - server: fields of the providing job.
  ///   - more: groups behind the two.
  private func fixture(client: String = "", server: String = "", more: String = "") throws -> ReleaseFixture {
    try ReleaseFixture(
      """
      name: d
      releases: [{name: r, version: "1"}]
      instance_groups:
      - name: data
        instances: 2
        azs: [z1, z2]
        jobs: [{name: server, release: r, properties: {db: {tls: {ca: pem}}}\(server)}]
      - name: app
        instances: 1
        jobs: [{name: client, release: r\(client)}]
      \(more)

      """, ["r/server/job.MF": Self.provider, "r/client/job.MF": Self.consumer])
  }

  @Test func `The only provider of a type needs no name`() throws {
    let fixture = try fixture(server: ", provides: {db: {as: storage}}")
    let client = try #require(fixture.resolve().last?.jobs.first)
    #expect(fixture.summaries == [])
    #expect(client.links.map(\.name) == ["db"])
    let link = try #require(client.links.first?.link)
    #expect(link.address == "data")
    #expect(Node.mapping(link.properties).yaml == "db:\n  port: 5432\n  tls:\n    ca: pem\n")
    #expect(
      link.instances.map { $0["address"]?.text }
        == ["data-z0-0.data", "data-z0-1.data", "data-z1-0.data", "data-z1-1.data"])
  }

  @Test func `Every instance is told by its address, zone and number`() throws {
    let group = try #require(fixture().resolve(isInitialRollout: false).first)
    let specs = InstanceSpecs.nodes(group.table, job: "server")
    #expect(specs.map { $0["index"]?.text } == ["0", "1", "10000", "10001"])
    #expect(specs.map { $0["instance"]?.text } == ["0", "1", "0", "1"])
    #expect(specs.map { $0["az"]?.text } == ["z1", "z1", "z2", "z2"])
    #expect(specs.map { $0["bootstrap"]?.text } == ["false", "false", "false", "true"])
    #expect(specs.map { $0["name"]?.text } == Array(repeating: "data-server", count: 4))
  }

  @Test func `A consumer names the provider it means`() throws {
    let more =
      "- {name: other, instances: 1, jobs: [{name: server, release: r, provides: {db: {as: spare}}}]}"
    let ambiguous = try fixture(server: ", provides: {db: {as: main}}", more: more)
    _ = ambiguous.resolve()
    #expect(ambiguous.ids == ["ambiguous-link"])
    let named = try fixture(
      client: ", consumes: {db: {from: spare}}", server: ", provides: {db: {as: main}}", more: more)
    #expect(named.resolve()[1].jobs[0].links.first?.link.address == "other")
    #expect(named.summaries == [])
    // Without "as" and "from", the link's own name decides.
    let own = try fixture(more: more)
    #expect(own.resolve()[1].jobs[0].links.first?.link.address == "data")
  }

  @Test func `A link that nobody provides names the job and the link`() throws {
    let fixture = try fixture(
      client: ", consumes: {db: {from: storag}}", server: ", provides: {db: {as: storage}}")
    _ = fixture.resolve()
    #expect(
      fixture.summaries
        == ["the job \"client\" of the group \"app\" needs the link \"storag\", which no job provides"])
    #expect(fixture.hints == ["did you mean \"storage\"?"])
    #expect(fixture.places == ["manifest.yml:10:59"])
  }

  @Test func `A provider that is blocked provides nothing`() throws {
    let fixture = try fixture(server: ", provides: {db: nil}")
    _ = fixture.resolve()
    #expect(fixture.ids == ["missing-link"])
  }

  @Test func `Only an optional link can be blocked`() throws {
    let fixture = try fixture(client: ", consumes: {db: nil, cache: nil}")
    #expect(fixture.resolve().last?.jobs.first?.links.isEmpty == true)
    #expect(fixture.ids == ["blocked-link"])
  }

  @Test func `A link can be written out`() throws {
    let fixture = try fixture(
      client:
        ", consumes: {db: {address: db.example, instances: [{address: db.example}], properties: {a: 1}}}")
    let link = try #require(fixture.resolve().last?.jobs.first?.links.first?.link)
    #expect(fixture.summaries == [])
    #expect(link.address == "db.example")
    #expect(Node.mapping(link.properties).yaml == "a: 1\n")
  }

  @Test func `Another deployment's links can't be seen`() throws {
    let fixture = try fixture(client: ", consumes: {db: {from: db, deployment: elsewhere}}")
    _ = fixture.resolve()
    #expect(fixture.ids == ["other-deployment"])
  }

  @Test func `Links that a job doesn't have are slips`() throws {
    let fixture = try fixture(client: ", consumes: {bd: {from: db}}", server: ", provides: {dbs: {as: x}}")
    _ = fixture.resolve()
    #expect(fixture.ids == ["unknown-link", "unknown-link"])
    #expect(fixture.hints == ["did you mean \"db\"?", "did you mean \"db\"?"])
  }

  @Test func `Quarks' links to other things are providers`() throws {
    let fixture = try fixture(
      client: ", consumes: {cache: {from: redis}}",
      more: "properties: {quarks_links: {redis: {type: kv, address: redis.ns, instances: []}}}")
    #expect(fixture.resolve().last?.jobs.first?.links.map(\.link.address) == ["data", "redis.ns"])
    #expect(fixture.summaries == [])
  }

  @Test func `What an earlier run resolved is not looked for again`() throws {
    let fixture = try fixture(
      client: ", properties: {quarks: {consumes: {db: {address: kept, instances: [], properties: {}}}}}")
    #expect(fixture.resolve().last?.jobs.first?.links.map(\.link.address) == ["kept"])
  }
}
