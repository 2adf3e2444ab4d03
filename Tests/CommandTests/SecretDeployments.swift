private let marker = SecretMarker.text

/// Places in BOSH manifests, and in what gives them their values.
enum SecretDeployments {
  private static let values = ["-l", "vars.yml"]

  /// A manifest that is read for its variables alone.
  private static func text(
    _ name: String, says: String?, flags: [String] = values, _ manifest: String, _ variables: String = "{}\n",
    ops: String? = nil
  ) -> SecretPlace {
    SecretPlace(
      name, says: says, flags: flags,
      [("m.yml", manifest), ("vars.yml", variables)] + (ops.map { [("ops.yml", $0)] } ?? []))
  }

  private static func operation(_ name: String, says: String, _ ops: String) -> SecretPlace {
    text(name, says: says, "name: web\ninstance_groups: []\n", ops: ops)
  }

  static let all: [SecretPlace] = [
    text("variables with a mistake", says: "unquoted-value", "name: ((a))\n", "a: x: \(marker)\n"),
    text("variables that are a list", says: "no-vars-file", "name: ((a))\n", "- \(marker)\n"),
    text("variables that are a text", says: "no-vars-file", "name: ((a))\n", "\(marker)\n"),
    text("variable twice", says: "duplicate-key", "name: ((a))\n", "a: \(marker)\na: \(marker)\n"),
    text(
      "store with a mistake", says: "unquoted-value", flags: ["--vars-store", "vars.yml"], "name: ((a))\n",
      "a: x: \(marker)\n"),
    text(
      "store that is a list", says: "no-vars-store", flags: ["--vars-store", "vars.yml"], "name: ((a))\n",
      "[\(marker)]\n"),
    text(
      "value without a name", says: "bad-flag", flags: ["--vars-env", marker, "-v", "=\(marker)"],
      "name: ((a))\n"),
    text("value alone", says: "bad-flag", flags: ["-v", marker], "name: ((a))\n"),
    text(
      "value of the environment", says: "unclosed-bracket", flags: ["--vars-env", "SECRET"], "name: ((a))\n"),
    text(
      "variable as a key", says: "duplicate-key",
      "((a)): 1\n\(marker.dropLast(2)): 2\nx: {((a)): 1, ((b)): 2}\n", "a: \(marker)\nb: \(marker)\n"),
    text("mapping as a key", says: "variable-as-key", "((a)): 1\n", "a: {b: \(marker)}\n"),
    text("mapping within a text", says: "variable-in-text", "name: x ((a))\n", "a: {b: \(marker)}\n"),
    text("key of a variable", says: "", "name: ((a.c))\n", "a: {b: \(marker)}\n"),
    text(
      "variable within a name of a zone", says: nil,
      "name: web\ninstance_groups: [{name: web, instances: 1, azs: ['z-((a))'], jobs: []}]\n",
      "a: \(marker)\n"),
    text(
      "variable as a key of a mapping", says: nil, "name: web\ninstance_groups: [{((a)): 1, jobs: []}]\n",
      "a: \(marker)\n"),
    operation("unknown operation", says: "", "- {type: replac, path: /name, value: \(marker)}\n"),
    operation(
      "operation with a mistake", says: "unquoted-value",
      "- type: replace\n  path: /name\n  value: x: \(marker)\n"),
    operation("operation without a path", says: "", "- type: replace\n  value: \(marker)\n"),
    operation(
      "operation that removes a value", says: "bad-operation",
      "- {type: remove, path: /name, value: \(marker)}\n"),
    operation(
      "operation that fails", says: "failed-operation", "- {type: replace, path: /a/b/c, value: \(marker)}\n"),
    operation(
      "operation that tests", says: "failed-operation", "- {type: test, path: /name, value: \(marker)}\n"),
    operation("operations that are none", says: "no-ops-file", "value: \(marker)\n"),
  ]

  // MARK: Jobs

  private static func job(_ name: String, says: String?, _ template: String) -> SecretPlace {
    SecretPlace(
      name, says: says,
      [
        (
          "m.yml",
          """
          name: web
          releases: [{name: web, version: 1, url: ghcr.io/cf, stemcell: {os: jammy, version: 2}}]
          instance_groups:
          - name: web
            instances: 1
            jobs: [{name: web, release: web, properties: {password: \(marker)}}]

          """
        ),
        (
          "jobs-src/web/web/job.MF",
          "name: web\ntemplates: {a.erb: a, bpm.erb: config/bpm.yml}\nproperties: {password: {}, list: {default: [1]}}\n"
        ), ("jobs-src/web/web/templates/a.erb", template),
        ("jobs-src/web/web/templates/bpm.erb", "processes: [{name: web, executable: /web}]\n"),
      ])
  }

  static let jobs: [SecretPlace] = [
    job("property", says: nil, "<%= p('password') %>\n"),
    job("template that raises", says: "template-failed", "<% raise \"bad #{p('password')}\" %>\n"),
    job(
      "template that asks a value for what it has not", says: "template-failed",
      "<%= p('password').nothing %>\n"),
    job("template that reads a number", says: "template-failed", "<%= Integer(p('password')) %>\n"),
    job("template that looks up a key", says: "template-failed", "<%= {}.fetch(p('password')) %>\n"),
    job(
      "template that writes elsewhere", says: nil,
      "<% $stderr.puts p('password'); $stdout.puts p('password') %>\n"),
    job("missing property", says: "missing-property", "<%= p('other') %>\n"),
  ]
}
