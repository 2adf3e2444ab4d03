import Testing

/// A place where a secret can stand, next to a mistake or to something else that is worth a message.
struct SecretPlace: Sendable, CustomTestStringConvertible {
  var name: String
  var files: [(name: String, text: String)]
  /// What the build has to say of it; `nil` where nothing is wrong.
  var says: String?
  var flags: [String] = []
  var testDescription: String { name }

  init(_ name: String, says: String?, flags: [String] = [], _ files: [(String, String)]) {
    self.name = name
    self.says = says
    self.flags = flags
    self.files = files.map { (name: $0.0, text: $0.1) }
  }
}

private let marker = SecretMarker.text

/// In kustomizations, and in what they name.
enum SecretPlaces {
  private static func tree(
    _ name: String, says: String?, flags: [String] = [], _ kustomization: String,
    _ files: [(String, String)] = []
  ) -> SecretPlace {
    SecretPlace(name, says: says, flags: flags, [("kustomization.yaml", kustomization)] + files)
  }

  /// A file with a Secret.
  private static func secret(_ name: String, says: String?, _ body: String) -> SecretPlace {
    tree(name, says: says, "resources: [secret.yaml]\n", [("secret.yaml", head + body)])
  }

  private static func generator(
    _ name: String, says: String?, _ fields: String, _ files: [(String, String)] = []
  )
    -> SecretPlace
  {
    tree(name, says: says, "secretGenerator:\n- name: a\n" + fields, files)
  }

  /// A change to a Secret.
  private static func change(
    _ name: String, says: String?, flags: [String] = [], _ fields: String, _ files: [(String, String)] = []
  ) -> SecretPlace {
    tree(
      name, says: says, flags: flags, "resources: [secret.yaml, map.yaml]\n" + fields,
      [("secret.yaml", full), ("map.yaml", map)] + files)
  }

  private static let head = "apiVersion: v1\nkind: Secret\nmetadata: {name: a}\n"
  private static let full =
    head + "data: {a: \(SecretMarker.encoded)}\nstringData: {s: \(marker), t: 'x \(marker) y'}\n"
  private static let map = "{apiVersion: v1, kind: ConfigMap, metadata: {name: m}, data: {x: y, n: '{}'}}\n"
  private static let json = "patches: [{path: patch.yaml, target: {name: a}}]\n"

  static let all =
    manifests + generators + patches + copies + charts + functions + SecretBOSHDeployments.all

  private static let manifests: [SecretPlace] = [
    secret("missing space", says: "missing-space", "stringData:\n  password:\(marker)\n  a: b\n"),
    secret("colon in a value", says: "unquoted-value", "stringData:\n  password: x: \(marker)\n"),
    secret("missing colon", says: "missing-colon", "stringData:\n  a: b\n  \(marker)\n"),
    secret("unclosed quote", says: "unclosed-quote", "stringData:\n  password: \"\(marker)\n"),
    secret("bad start", says: "unquoted-value", "stringData:\n  password: @\(marker)\n"),
    secret("alias", says: "unquoted-value", "stringData:\n  password: *\(marker)\n"),
    secret("key twice", says: "duplicate-key", "stringData:\n  p: \(marker)\n  p: \(marker)2\n"),
    secret("wrong tag", says: "", "stringData:\n  password: !!int \(marker)\n"),
    secret("tab", says: "tab-indentation", "stringData:\n\tpassword: \(marker)\n"),
    secret("text behind a quote", says: "text-after-value", "stringData:\n  password: \"a\" \(marker)\n"),
    secret("metadata twice", says: "duplicate-key", "stringData: {p: \(marker)}\nmetadata: \(marker)\n"),
    secret("data that is a text", says: nil, "data: \(marker)\n"),
    secret("data that is a list", says: nil, "stringData: [\(marker)]\n"),
    secret("value that is a mapping", says: nil, "stringData: {a: {b: \(marker)}}\n"),
    secret("no Base64", says: nil, "data: {a: \(marker)!}\n"),
    secret("nothing wrong", says: nil, "data: {a: \(SecretMarker.encoded)}\nstringData: {s: \(marker)}\n"),
    SecretPlace(
      "what kubectl applied last", says: nil,
      [
        ("kustomization.yaml", "resources: [secret.yaml]\n"),
        (
          "secret.yaml",
          """
          apiVersion: v1
          kind: Secret
          metadata:
            name: a
            annotations:
              kubectl.kubernetes.io/last-applied-configuration: |
                {"apiVersion":"v1","kind":"Secret","metadata":{"name":"a"},"stringData":{"s":"\(marker)"}}
          data: {a: b}

          """
        ),
      ]),
    tree(
      "kind in JSON", says: "unclosed-bracket", "resources: [secret.json]\n",
      [("secret.json", "{\"kind\":\"Secret\", \"stringData\": {\"a\": \"\(marker)\" \"b\"}}\n")]),
    tree(
      "kind on the next line", says: "missing-space", "resources: [s.yaml]\n",
      [
        (
          "s.yaml",
          "apiVersion: v1\nkind:\n  Secret\nmetadata: {name: a}\nstringData:\n  a:\(marker)\n  b: c\n"
        )
      ]),
    tree(
      "kind behind an anchor", says: "missing-space", "resources: [s.yaml]\n",
      [
        (
          "s.yaml",
          "apiVersion: v1\nkind: &k Secret\nmetadata: {name: a}\nstringData:\n  a:\(marker)\n  b: c\n"
        )
      ]),
    tree(
      "kind that is an alias", says: "missing-space", "resources: [s.yaml]\n",
      [("s.yaml", "x: &k 'Secret'\nkind: *k\nmetadata: {name: a}\nstringData:\n  a:\(marker)\n  b: c\n")]),
    tree(
      "kind with a tag", says: "missing-space", "resources: [s.yaml]\n",
      [("s.yaml", "? kind\n: !!str\n  Secret\nmetadata: {name: a}\nstringData:\n  a:\(marker)\n  b: c\n")]),
    tree(
      "list with a mistake", says: "missing-space", "resources: [s.yaml]\n",
      [
        (
          "s.yaml",
          "apiVersion: v1\nkind: List\nitems:\n- kind: Secret\n  stringData:\n    a:\(marker)\n    b: c\n"
        )
      ]),
    tree(
      "list", says: nil, "resources: [s.yaml]\n",
      [
        (
          "s.yaml",
          "apiVersion: v1\nkind: List\nitems:\n- {apiVersion: v1, kind: Secret, metadata: {name: a}, stringData: {s: \(marker)}}\n"
        )
      ]),
    tree(
      "same Secret twice", says: "duplicate-object", "resources: [s.yaml, t.yaml]\n",
      [("s.yaml", full), ("t.yaml", full)]),
    tree(
      "NUL", says: "control-character", "resources: [s.yaml]\n", [("s.yaml", full + "x: \0\(marker)\n")]),
  ]

  private static let generators: [SecretPlace] = [
    generator("literal without =", says: "bad-literal", "  literals:\n  - \(marker)\n"),
    generator("literal without key", says: "bad-literal", "  literals:\n  - =\(marker)\n"),
    generator("literal twice", says: "duplicate-key", "  literals: [a=\(marker), a=\(marker)2]\n"),
    generator("syntax beside a literal", says: "unquoted-value", "  literals:\n  - a=\(marker): x: y\n"),
    generator("literals of another type", says: "wrong-type", "  literals: {a: \(marker)}\n"),
    generator("literals that are a text", says: "wrong-type", "  literals: a=\(marker)\n"),
    generator("literals in another field", says: "unknown-field", "  literal: [a=\(marker)]\n"),
    generator("literal where a file should be", says: "missing-file", "  files: [\(marker), a=\(marker)]\n"),
    generator("literal where an env file should be", says: "missing-file", "  envs: [\(marker)]\n"),
    generator("files with two signs", says: "bad-file-source", "  files: [a=b=\(marker)]\n"),
    generator("merge into nothing", says: "", "  behavior: merge\n  literals: [a=\(marker)]\n"),
    generator(
      "line of an env file", says: "bad-variable", "  envs: [a.env]\n",
      [("a.env", "9\(marker)\n!\(marker)=x\n")]),
    generator(
      "line of an env file twice", says: "duplicate-key", "  envs: [a.env]\n",
      [("a.env", "a=\(marker)\na=\(marker)\n")]),
    generator("file", says: nil, "  files: [a.txt]\n", [("a.txt", marker)]),
    tree(
      "generator in braces", says: "bad-literal",
      "{\"secretGenerator\": [{\"name\": \"a\", \"literals\": [\"\(marker)\"]}]}\n"),
    tree(
      "generator with a slip", says: "unknown-field",
      "secretsGenerator:\n- name: a\n  literals: [a=\(marker), a]\n"),
    tree(
      "generator of a file", says: "bad-literal", "generators: [g.yaml]\n",
      [
        (
          "g.yaml",
          "apiVersion: builtin\nkind: SecretGenerator\nmetadata: {name: a}\nliterals: [\(marker), =x\(marker)]\n"
        )
      ]),
  ]

  private static let patches: [SecretPlace] = [
    change(
      "inline patch", says: "patch-without-name",
      "patches:\n- patch: |\n    kind: Secret\n    data:\n      a:\(marker)\n"),
    change(
      "directive", says: "unknown-patch-directive", "patches: [{path: patch.yaml}]\n",
      [("patch.yaml", head + "stringData: [\(marker)]\n$patch: bogus\(marker)\n")]),
    change(
      "directive of an item", says: "patch-type-mismatch", "patches: [{path: patch.yaml}]\n",
      [("patch.yaml", head + "stringData: {s: {$patch: \(marker)}}\n")]),
    change(
      "list in a patch", says: "patch-type-mismatch", "patches: [{path: patch.yaml}]\n",
      [("patch.yaml", head + "stringData: [\(marker)]\n")]),
    change(
      "patch that fits nothing", says: "", "patches: [{path: patch.yaml}]\n",
      [("patch.yaml", "apiVersion: v1\nkind: Secret\nmetadata: {name: b}\ndata: {a: \(marker)}\n")]),
    change(
      "older patch", says: "", "patchesStrategicMerge:\n- |\n  kind: Secret\n  stringData: {a: \(marker)}\n"),
    change(
      "test of a JSON patch", says: "patch-test-failed", json,
      [("patch.yaml", "- {op: test, path: /data/a, value: \(marker)}\n")]),
    change(
      "replacing nothing", says: "patch-replaces-nothing", json,
      [("patch.yaml", "- {op: replace, path: /data/b, value: \(marker)}\n")]),
    change(
      "removing below a value", says: "", json, [("patch.yaml", "- {op: remove, path: /stringData/s/t}\n")]),
    change(
      "unknown operation", says: "", json,
      [("patch.yaml", "- {op: replac, path: /data/a, value: \(marker)}\n")]),
    change(
      "operation without a path", says: "", json, [("patch.yaml", "- {op: replace, value: \(marker)}\n")]),
    change(
      "syntax of a JSON patch", says: "missing-space", json,
      [("patch.yaml", "- op: replace\n  path: /data/a\n  value:\(marker)\n")]),
    change(
      "inline JSON patch", says: "",
      "patches: [{target: {name: a}, patch: '[{op: replace, path: /data/a, value: \(marker), x: y}, {op: x}]'}]\n"
    ),
    change(
      "older JSON patch", says: "",
      "patchesJson6902: [{path: patch.yaml, target: {version: v1, kind: Secret, name: a}}]\n",
      [("patch.yaml", "- {op: replace, path: /data/a, valu: \(marker)}\n")]),
  ]

  private static let copies: [SecretPlace] = [
    change(
      "part of a replacement", says: "field-mismatch",
      "replacements:\n- source: {kind: Secret, name: a, fieldPath: stringData.s, options: {delimiter: x, index: 9}}\n"
        + "  targets: [{select: {kind: ConfigMap}, fieldPaths: [data.x]}]\n"),
    change(
      "path through a value", says: "field-mismatch",
      "replacements:\n- source: {kind: Secret, name: a, fieldPath: 'stringData.s.[x=y]'}\n"
        + "  targets: [{select: {kind: ConfigMap}, fieldPaths: [data.x]}]\n"),
    change(
      "replacement into a name", says: "no-replacement-source",
      "replacements:\n- source: {kind: Secret, name: a, fieldPath: stringData.s}\n"
        + "  targets: [{select: {kind: ConfigMap}, fieldPaths: [metadata.name]}]\n"
        + "- source: {kind: ConfigMap, name: zz}\n  targets: [{select: {kind: Secret}, fieldPaths: [data.x]}]\n"
    ),
    change(
      "replacement into a name, within a text", says: "no-replacement-source",
      "replacements:\n- source: {kind: Secret, name: a, fieldPath: stringData.s}\n"
        + "  targets: [{select: {kind: ConfigMap}, fieldPaths: [metadata.name], options: {delimiter: '-', index: 1}}]\n"
        + "- source: {kind: ConfigMap, name: zz}\n  targets: [{select: {kind: Secret}, fieldPaths: [data.x]}]\n"
    ),
    change(
      "replacement by a text of its own", says: "field-mismatch",
      "replacements:\n- sourceValue: x\n  targets: [{select: {kind: Secret}, fieldPaths: [stringData.s.b.c]}]\n"
    ),
    change(
      "var", says: "unused-variable",
      "vars:\n- name: V\n  objref: {apiVersion: v1, kind: Secret, name: a}\n  fieldref: {fieldpath: stringData.s}\n"
    ),
    change(
      "var below a value", says: "missing-variable-field",
      "vars:\n- name: V\n  objref: {apiVersion: v1, kind: Secret, name: a}\n  fieldref: {fieldpath: stringData.s.b}\n"
    ),
  ]

  private static let charts: [SecretPlace] = [
    tree(
      "values of a chart", says: "duplicate-key",
      "helmCharts:\n- name: c\n  valuesInline: {a: \(marker), a: \(marker)}\n"),
    tree(
      "values that helm repeats", says: "program-failed", flags: helm,
      "helmCharts:\n- name: c\n  valuesInline: {a: \(marker)}\n", [("charts/c/values.yaml", "b: 1\n")]),
    tree(
      "file of values that helm repeats", says: "program-failed", flags: helm,
      "helmCharts:\n- name: c\n  valuesFile: v.yaml\n  additionalValuesFiles: [w.yaml]\n",
      [("charts/c/values.yaml", "b: 1\n"), ("v.yaml", "a: \(marker)\n"), ("w.yaml", "l: [\(marker)]\n")]),
    tree(
      "file of values with a mistake", says: "unquoted-value", flags: helm,
      "helmCharts:\n- name: c\n  valuesFile: v.yaml\n  valuesInline: {a: b}\n",
      [("charts/c/values.yaml", "b: 1\n"), ("v.yaml", "password: x: \(marker)\n")]),
    tree(
      "chart that makes a Secret", says: "", flags: helm + ["--helm-command", "bad-helm"],
      "helmCharts:\n- name: c\n", [("charts/c/values.yaml", "b: 1\n")]),
  ]
  private static let helm = ["--enable-helm"]

  private static let functions: [SecretPlace] = ["repeats-errors", "repeats-results", "repeats-output"].map {
    change(
      "function that \($0)", says: "", flags: ["--enable-alpha-plugins", "--enable-exec"],
      "transformers: [f.yaml]\n",
      [
        (
          "f.yaml",
          """
          apiVersion: example/v1
          kind: F
          metadata:
            name: f
            annotations:
              config.kubernetes.io/function: "exec: {path: ./\($0)}"

          """
        ), ($0, SecretPrograms.function($0)),
      ])
  }
}
