import Testing

/// A command that is run where secrets are, and everything it writes looked through.
struct SecretCommand: Sendable, CustomTestStringConvertible {
  var words: [String]
  var testDescription: String { words.joined(separator: " ") }
  /// Whether standard output has what was asked for, secrets included.
  var isRendering = false

  init(_ line: String, isRendering: Bool = false) {
    words = line.split(separator: " ").map(String.init)
    self.isRendering = isRendering
  }

  /// For the directory `a`, beside which `b` has nothing in it: what there is to say of each place.
  static let ofTrees: [SecretCommand] = [
    .init("build a", isRendering: true), .init("build a --verbose --diagnostics json", isRendering: true),
  ]

  /// All others, each in all of its forms, for `a` with all places at once.
  static let ofAllTrees: [SecretCommand] =
    ofTrees + [
      .init("build a --verbose -o out/ --layout tree --exit-code"),
      .init("check a --verbose --live --kubectl bin/kubectl"),
      .init("check a --verbose --server --kubectl bin/kubectl"),
      .init("diff a --format unified --live --kubectl bin/kubectl"),
      .init("plan a --format markdown --live --kubectl bin/kubectl"), .init("diff b a --format unified"),
      .init("graph a --format html --live --kubectl bin/kubectl"), .init("report a b --verbose"),
      .init("report b a"), .init("report a --live --kubectl bin/kubectl"),
      .init("build a --annotate-sources", isRendering: true),
      .init("explain a --verbose --reverse layers/0/kustomization.yaml:2"),
      .init("explain a --diagnostics json -o json --reverse layers/0/kustomization.yaml:2"),
    ]
    + ["text", "json", "sarif", "github"].map { .init("check a --verbose --format \($0)") }
    + ["table", "json", "yaml"].map { .init("instances a --verbose --output \($0)") }
    + ["paths", "unified", "summary", "markdown", "json", "html"].map { .init("diff a b --format \($0)") }
    + ["text", "markdown", "json", "html"].map { .init("plan b a --verbose --format \($0)") }
    + ["svg", "html", "mermaid", "dot", "json"].flatMap {
      [.init("graph a --verbose --format \($0)"), .init("graph b a --format \($0)")]
    }

  /// For the manifest `m.yml`, with or without the operations in `ops.yml`.
  static let ofManifests: [SecretCommand] = [
    .init("interpolate m.yml OPS", isRendering: true),
    .init(
      "interpolate m.yml --verbose --diagnostics json --var-errs --var-errs-unused OPS", isRendering: true),
    .init("build --bosh m.yml --verbose --diagnostics json --vars-secrets OPS", isRendering: true),
    .init("check b --bosh m.yml --verbose --format github OPS"),
  ]

  /// For the group `web` of a manifest without variables.
  static let ofReleases: [SecretCommand] = [
    .init("template-render --manifest m.yml --group web --base-dir . \(pod)"),
    .init("instance-group m.yml --group web --base-dir . --output out"),
    .init("instance-group m.yml --group web --base-dir . --verbose --diagnostics json", isRendering: true),
    .init("template-render --manifest m.yml --group web --base-dir . \(pod) --verbose --diagnostics json"),
    .init("build --bosh m.yml --base-dir .", isRendering: true),
    .init("instances --bosh m.yml --base-dir . --output yaml"),
    .init("check b --bosh m.yml --base-dir . --format sarif"),
  ]

  private static let pod = "--output-dir out --pod-ordinal 0 --pod-ip 10.0.0.1"
}
