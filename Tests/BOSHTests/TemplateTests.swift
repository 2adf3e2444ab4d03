import Diagnostics
import Testing
import YAML

@testable import BOSH

struct TemplateTests {
  @Test func `Properties are looked for by their path, then by default`() async throws {
    let fixture = try ReleaseFixture(
      template: """
        <%= p("a.b") %> <%= p(["no", "a.b"]) %> <%= p("no", 7) %> <%= p("off") %> <%= properties.a.b %>
        <% if_p("a.b", "off") do |b, off| -%>
        both <%= b %> <%= off %>
        <% end.else do -%>
        none
        <% end -%>
        <% if_p("no") { } .else_if_p("a.b") do |b| -%>
        then <%= b %>
        <% end -%>
        <%= raw_properties["a"].keys.inspect %>

        """, properties: "{a: {z: 1, b: 2}, off: false}", declared: "{a.z: {}, a.b: {}, off: {}, no: {}}")
    #expect(await fixture.text() == ["2 2 7 false 2\nboth 2 false\nthen 2\n[\"z\", \"b\"]\n"])
    #expect(fixture.summaries == [])
  }

  @Test func `An instance knows itself`() async throws {
    let fixture = try ReleaseFixture(
      template: """
        <%= spec.index %> <%= spec["id"] %> <%= spec.az %> <%= spec.bootstrap %> <%= spec.address %> \
        <%= spec.deployment %> <%= name %> <%= spec.ip %> <%= spec.networks.default.ip %> <%= index %>
        """, instances: 1, azs: "[z1, z2]")
    #expect(
      await fixture.text() == [
        "0 g-0 z1 true g-z0-0.g d g-j 10.0.0.1 10.0.0.1 0",
        "10000 g-10000 z2 false g-z1-0.g d g-j 10.0.0.1 10.0.0.1 10000",
      ])
  }

  @Test func `Before a pod runs its address is its name, with a warning`() async throws {
    let fixture = try ReleaseFixture(template: "<%= spec.ip %> <%= spec.networks.default[\"ip\"] %>")
    #expect(await fixture.text(ip: nil) == ["g-0.g g-0.g"])
    #expect(fixture.ids == ["unknown-address"])
    let careful = try ReleaseFixture(template: "<%= spec.address %>")
    #expect(await careful.text(ip: nil) == ["g-0.g"])
    #expect(careful.ids == [])
  }

  @Test func `A link gives its instances and properties`() async throws {
    let fixture = try ReleaseFixture(
      """
      name: d
      releases: [{name: r, version: "1"}]
      instance_groups:
      - {name: g, instances: 2, jobs: [{name: j, release: r}]}

      """,
      [
        "r/j/job.MF": """
        name: j
        templates: {t.erb: t}
        provides: [{name: me, type: peer, properties: [port]}]
        consumes: [{name: me, type: peer}, {name: no, type: none, optional: true}]
        properties: {port: {default: 1}}

        """,
        "r/j/templates/t.erb": """
        <%= link("me").instances.map { |i| [i.name, i.index, i.id, i.bootstrap, i.address].join(",") }.join(" ") %>
        <%= link("me").p("port") %> <%= link("me").p("x", "y") %> <%= link("me").address(azs: ["z1"]) %>
        <% if_link("no") do |l| -%>
        there
        <% end.else_if_link("me") do |l| -%>
        <% l.if_p("port") do |port| %><%= port %><% end.else do %>none<% end %>
        <% end -%>

        """,
      ])
    #expect(await fixture.text()?.first == "g-j,0,g-0,true,g-0.g g-j,1,g-1,false,g-1.g\n1 y g\n1\n")
    #expect(fixture.summaries == [])
  }

  @Test func `A property without a value names the template, its line and the job`() async throws {
    let fixture = try ReleaseFixture(
      template: "first\n  <%= p('a.b') %>\n", declared: "{a.b: {description: x}}", instances: 3)
    #expect(await fixture.text() == nil)
    #expect(
      fixture.summaries
        == ["the template \"t.erb\" of the job \"j\" needs the property \"a.b\", for which there is no value"]
    )
    #expect(fixture.places == ["r/j/templates/t.erb:2:10"])
    #expect(fixture.hints == ["set it under the properties of the job \"j\""])
  }

  @Test func `Every failing template is told of`() async throws {
    let sources: KeyValuePairs = [
      "r/j/job.MF": """
      name: j
      templates: {link.erb: a, linked.erb: b, syntax.erb: c, raise.erb: d, name.erb: e, exit.erb: f, fine.erb: g}
      provides: [{name: me, type: peer, properties: [port]}]
      consumes: [{name: me, type: peer}]
      properties: {port: {default: 1}, password: {default: sesame}}

      """,
      "r/j/templates/link.erb": "<% link(\"mee\") %>",
      "r/j/templates/linked.erb": "\n<% link(\"me\").p(\"prt\") %>",
      "r/j/templates/syntax.erb": "\n\n<% if true %>",
      "r/j/templates/raise.erb": "<% raise \"out of ideas\" %>",
      "r/j/templates/name.erb": "<% raw_properties.fetsch(1) %>",
      "r/j/templates/exit.erb": "<% exit 0 %>",
      "r/j/templates/fine.erb": "<% puts \"noise\" %>fine",
    ]
    let fixture = try ReleaseFixture(
      """
      name: d
      releases: [{name: r, version: "1"}]
      instance_groups: [{name: g, instances: 1, jobs: [{name: j, release: r}]}]

      """, sources)
    #expect(await fixture.render() == nil)
    #expect(
      fixture.ids == [
        "missing-link", "missing-property", "template-syntax", "template-failed", "template-failed",
        "template-failed",
      ])
    #expect(
      fixture.places == [
        "r/j/templates/link.erb:1:10", "r/j/templates/linked.erb:2:18", "r/j/templates/syntax.erb:3:1",
        "r/j/templates/raise.erb:1:1", "r/j/templates/name.erb:1:1", "r/j/templates/exit.erb:1:1",
      ])
    #expect(fixture.hints.prefix(2) == ["did you mean \"me\"?", "did you mean \"port\"?"])
    #expect(!fixture.summaries.joined().contains("sesame"))
  }

  @Test func `No template sees what another changed`() async throws {
    let fixture = try ReleaseFixture(
      """
      name: d
      releases: [{name: r, version: "1"}]
      instance_groups: [{name: g, instances: 2, jobs: [{name: j, release: r}]}]

      """,
      [
        "r/j/job.MF": "{name: j, templates: {a.erb: bin/a, b.erb: b}, properties: {l: {default: [1]}}}\n",
        "r/j/templates/a.erb": "<% p(\"l\") << 2 %><%= p(\"l\").size %>",
        "r/j/templates/b.erb": "<%= p(\"l\").size %>",
      ])
    #expect(await fixture.text() == ["21", "21"])
    #expect(await fixture.render()?.first?.instances.first?.files.map(\.path) == ["j/bin/a", "j/b"])
    #expect(await fixture.render()?.first?.instances.first?.files.map(\.isExecutable) == [true, false])
  }

  @Test func `What is not text stays as it is`() async throws {
    let fixture = try ReleaseFixture(template: "<%= [0xff, 0x00, 0x0a].pack(\"C*\") %>")
    #expect(await fixture.render()?.first?.instances.first?.files.first?.content == [0xff, 0x00, 0x0a])
  }

  @Test func `Values of YAML that JSON does not have are texts`() async throws {
    let fixture = try ReleaseFixture(
      template: "<%= %w[a b c d e f].map { |name| p(name).inspect }.join(\" \") %>",
      properties: "{a: .inf, b: 2001-12-14, c: 0o17, d: 1e3, e: 1_000, f: 1.0}",
      declared: "{a: {}, b: {}, c: {}, d: {}, e: {}, f: {}}")
    #expect(await fixture.text() == ["\".inf\" \"2001-12-14\" 15 1000 1000 1.0"])
  }

  @Test(arguments: [
    "exit!(0)", "exec(\"true\")", "Process.kill(:KILL, $$)", "Thread.current.kill", "Process.exit!(true)",
    "ObjectSpace.each_object(IO) { |io| io.write(\"ok 0 0 0\\n\") unless io.closed? || io.fileno < 3 rescue nil }",
    "TOPLEVEL_BINDING.local_variables.each { |v| TOPLEVEL_BINDING.local_variable_get(v).write(\"ok 0 0 0\") }; exit!(0)",
    "at_exit { puts }; def exit!(*) = nil; exit!(0); Thread.main.kill",
  ])
  func `A template that ends Ruby is named`(_ code: String) async throws {
    let fixture = try ReleaseFixture(
      """
      name: d
      releases: [{name: r, version: "1"}]
      instance_groups: [{name: g, instances: 1, jobs: [{name: j, release: r}]}]

      """,
      [
        "r/j/job.MF": "{name: j, templates: {a.erb: a, b.erb: b, c.erb: c}}\n",
        "r/j/templates/a.erb": "fine", "r/j/templates/b.erb": "<% \(code) %>", "r/j/templates/c.erb": "fine",
      ])
    #expect(await fixture.render() == nil)
    #expect(fixture.ids == ["template-failed"])
    #expect(fixture.places.allSatisfy { $0.hasPrefix("r/j/templates/b.erb") }, "\(fixture.places)")
  }

  @Test func `A template may start programs, print and leave work for the end`() async throws {
    let fixture = try ReleaseFixture(
      template: "<% at_exit { exit!(1) } %><%= `echo out` %><% system(\"echo noise\"); $stdout.puts 1 %>")
    #expect(await fixture.text() == ["out\n"])
    #expect(fixture.ids == [])
  }

  @Test func `Answers that make no sense are refused`() {
    func read(_ text: String) -> TemplateAnswers { TemplateAnswers(Array(text.utf8), seal: "S") }
    #expect(read("S ok 3 0 0\nabcS late\n").answers.count == 2)
    #expect(read("S ok 3 0 0\nabcS late\n").isWhole)
    #expect(read("S ok 3 0 0\nabcS done\n").answers.count == 1)
    #expect(read("S ok 3 0 0\nabcS done\n").isWhole)
    for text in [
      "", "S ok 5 0 0\nabc", "nonsense", "S ok 3 0 0\nabc", "ok 3 0 0\nabcS done\n", "S ok -1 0 0\nS done\n",
      "S done\nS ok 0 0 0\n", "T done\n", "S done",
    ] {
      #expect(!read(text).isWhole, "\(text)")
    }
  }
}
