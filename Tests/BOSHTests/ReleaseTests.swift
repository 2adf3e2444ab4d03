import Diagnostics
import Testing
import YAML

@testable import BOSH

struct ReleaseTests {
  private static let manifest = """
    name: d
    releases: [{name: r, version: "1"}]
    instance_groups:
    - {name: g, instances: 1, jobs: [{name: web, release: r}]}

    """

  @Test func `Missing sources name the path, and the jobs that are there`() throws {
    let fixture = try ReleaseFixture(Self.manifest, ["r/wep/job.MF": "{name: wep}\n"])
    _ = fixture.resolve()
    #expect(fixture.summaries == ["there are no sources of the job \"web\" of the release \"r\""])
    #expect(
      fixture.report.diagnostics.first?.notes.map(\.text)
        == ["\(fixture.base)/jobs-src/r/web/job.MF is looked for"])
    #expect(fixture.hints == ["did you mean \"wep\"?"])
    #expect(fixture.places == ["manifest.yml:4:41"])
    #expect(fixture.report.isSystemFailure)
  }

  @Test func `A job whose processes the manifest gives needs no sources`() async throws {
    let fixture = try ReleaseFixture(
      """
      name: d
      releases: [{name: r, version: "1"}]
      instance_groups:
      - name: g
        instances: 1
        jobs:
        - {name: web, release: r, properties: {quarks: {bpm: {processes: [{name: web, executable: /web}]}}}}

      """, [:])
    let groups = fixture.resolve(needsSources: false)
    let rendered = await fixture.render(groups.map { RenderTarget($0) })
    let first = try #require(rendered?.first)
    let processes = BPMProcesses.gather(first, fixture.files, fixture.report)
    #expect(processes.map(\.config.processes.first?.executable) == ["/web"])
    #expect(first.instances.map(\.files.count) == [0])
    #expect(fixture.summaries == [])
  }

  @Test func `Declared properties get their defaults, others are dropped`() throws {
    let fixture = try ReleaseFixture(
      template: "", properties: "{a: {b: given, elsewhere: dropped}, off: null, zzzzzzzz: dropped}",
      declared: "{a.b: {default: d}, a.c.d: {default: [1]}, off: {default: true}, none: {}}")
    let properties = try #require(fixture.resolve().first?.jobs.first?.properties)
    #expect(Node.mapping(properties).yaml == "a:\n  b: given\n  c:\n    d:\n    - 1\n\"off\": true\n")
    #expect(fixture.summaries == [])
  }

  @Test func `A slip in a property's name is warned of`() throws {
    let fixture = try ReleaseFixture(
      template: "", properties: "{server: {prot: 1}}", declared: "{server.port: {default: 2}}")
    _ = fixture.resolve()
    #expect(fixture.summaries == ["the job \"j\" has no property \"server.prot\""])
    #expect(!fixture.report.hasErrors)
  }

  @Test func `A property that others lie below is a mapping`() throws {
    let fixture = try ReleaseFixture(template: "", properties: "{a: text}", declared: "{a.b: {default: d}}")
    _ = fixture.resolve()
    #expect(fixture.summaries == ["the property \"a\" must be a mapping, not a string"])
  }

  @Test func `Templates lie below the job, and so does what they become`() throws {
    let fixture = try ReleaseFixture(
      Self.manifest,
      [
        "r/web/job.MF": "{name: web, templates: {../x: config/x, a.erb: /etc/a, c.erb: config/c}}\n",
        "r/web/templates/b.erb": "",
      ])
    _ = fixture.resolve()
    #expect(fixture.ids == ["path-outside", "path-outside", "missing-template", "missing-template"])
    #expect(fixture.hints.last == "did you mean \"b.erb\"?")
  }

  @Test func `Names of releases and jobs are no paths`() async throws {
    let fixture = try ReleaseFixture(
      """
      name: d
      releases: [{name: .., version: "1"}]
      instance_groups:
      - {name: g, instances: 1, jobs: [{name: web, release: ..}]}

      """, [:])
    _ = fixture.resolve()
    #expect(fixture.ids == ["bad-name"])
  }

  /// What becomes of `bpm.yml` with a preset of the manifest's on top.
  private func processes(
    _ template: String, preset: String, instances: Int = 1
  ) async throws -> (
    ReleaseFixture, BPMConfig?
  ) {
    let fixture = try ReleaseFixture(
      """
      name: d
      releases: [{name: r, version: "1"}]
      instance_groups:
      - name: g
        instances: \(instances)
        jobs: [{name: web, release: r, properties: {quarks: \(preset)}}]

      """,
      [
        "r/web/job.MF": "{name: web, templates: {bpm.yml.erb: config/bpm.yml}}\n",
        "r/web/templates/bpm.yml.erb": template,
      ])
    let groups = await fixture.render()
    let rendered = try #require(groups?.first)
    return (fixture, BPMProcesses.gather(rendered, fixture.files, fixture.report).first?.config)
  }

  @Test func `The manifest's processes go over the release's`() async throws {
    let (fixture, config) = try await processes(
      """
      processes:
      - {name: web, executable: /web, args: [a, b], env: {A: "1", B: "2"}, hooks: {pre_start: /pre}}

      """,
      preset: """
        {bpm: {processes: [{name: web, args: [c], env: {B: "3"}, executable: ""}, {name: side, executable: /s}]}}
        """)
    let first = try #require(config?.processes.first)
    #expect(config?.processes.map(\.name.value) == ["web", "side"])
    #expect(first.executable == "/web")
    #expect(first.args == ["c"])
    #expect(first.env.map(\.value) == ["1", "3"])
    #expect(first.preStart == "/pre")
    #expect(fixture.summaries == [])
  }

  @Test func `A process needs a program`() async throws {
    let (fixture, _) = try await processes("processes: [{name: web}]\n", preset: "{}")
    #expect(fixture.ids == ["missing-field"])
    #expect(fixture.places == ["r/web/templates/bpm.yml.erb, rendered:1:20"])
  }

  @Test func `Processes that differ between instances are warned of`() async throws {
    let (fixture, config) = try await processes(
      "processes: [{name: web, executable: /web, args: [<%= spec.index %>]}]\n", preset: "{}", instances: 2)
    #expect(fixture.ids == ["processes-differ"])
    #expect(config?.unsupportedTemplate == true)
    #expect(config?.processes.first?.args == ["0"])
  }

  @Test func `A job must say what it runs`() async throws {
    let fixture = try ReleaseFixture(template: "x")
    let groups = await fixture.render()
    let rendered = try #require(groups?.first)
    #expect(BPMProcesses.gather(rendered, fixture.files, fixture.report).isEmpty)
    #expect(fixture.ids == ["no-processes"])
  }
}
