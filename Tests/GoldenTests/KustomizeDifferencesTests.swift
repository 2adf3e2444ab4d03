import Machine
import Testing

/// Every line of `docs/kustomize-differences.md` that tells a difference has a case that shows it.
@Suite struct KustomizeDifferencesTests {
  private static let page = FilePath.join(
    FilePath.directory(of: #filePath), "../../docs/kustomize-differences.md")

  /// How a line of the page begins, and the cases for it: of the first table each has a twin with `--compat`, whose
  /// output is another.
  private static let cases: [(line: String, cases: [String])] = [
    ("a base and a copy of it with a suffix", ["difference-sibling-suffix"]),
    ("a reference that tells the kind", ["reference-tells-its-kind"]),
    ("labels and annotations that an outer layer", ["labels-of-an-outer-layer"]),
    ("one port number on TCP and on UDP", ["difference-port-on-two-protocols"]),
    ("a patch for one of a StatefulSet's", ["difference-claim-patch"]),
    ("`null` for an annotation or label", ["difference-null-annotation", "older-patch-removes-label"]),
    ("numbers and booleans for labels there", ["labels-that-are-numbers"]),
    ("`annotations` that a patch removes", ["annotations-that-a-patch-replaces"]),
    ("`$patch: replace` in an entry", ["difference-replaced-entry", "object-that-a-patch-replaces"]),
    ("`$retainKeys`, `$setElementOrder/…`", ["directives-that-kustomize-leaves"]),
    ("`$patch` alone in an entry", ["directives-that-kustomize-leaves"]),
    ("two entries for one name", ["difference-entry-twice"]),
    ("an entry without the list's merge key", ["difference-entry-without-key"]),
    ("entries of one name in an object's list", ["patch-beside-entries-of-one-name"]),
    ("a base with an `openapi` schema", ["openapi-of-a-sibling"]),
    ("`namespace`, and kinds without one", ["namespace-and-kinds-without-one"]),
    ("folded texts", ["printed-as-it-is-written", "folded-text-beside-a-json-patch"]),
    ("nothing behind a key within braces", ["printed-as-it-is-written"]),
    ("an annotation that is a mapping", ["annotation-that-is-a-mapping"]),
    ("an object that a JSON patch is for", ["numbers-beside-a-json-patch"]),
    ("numbers, booleans and dates for texts", ["numbers-in-configurations-of-plugins"]),
    ("`on`, `off`, `yes`", ["json-patch-of-older-booleans"]),
    ("a replacement with `delimiter`", ["replacement-splits-structured-text"]),
    ("an empty text that a replacement", ["empty-text-that-a-replacement-writes"]),
    ("`images` for an image with a digest", ["image-digests-of-any-algorithm"]),
    ("a generated object that a patch makes", ["generated-object-of-another-kind"]),
    ("a key `\"<<\"` in quotes", ["keys-that-look-like-merges"]),
    ("A reference that could mean several", ["references-to-the-nearest-layer"]),
    ("A patch for a name that one object has", ["patch-of-a-name-that-a-copy-had-compatible"]),
    ("An empty JSON patch", ["json-patch-of-nothing"]),
    ("Keys that are numbers", ["keys-that-are-numbers", "numbers-in-options-of-plugins"]),
    ("`.inf` and `.nan`", ["number-beyond-json", "number-beyond-json-compatible"]),
    ("A name in `images`", ["image-name-is-no-expression", "image-name-with-tag"]),
    ("An entry that is no mapping", ["entry-that-is-no-mapping"]),
    ("Characters that JSON escapes", ["json-with-surrogate-pairs"]),
    (
      "A file of a generator",
      ["generator-file-begins-with-tab", "vars-label-with-slashes", "configurations-path-with-asterisk"]
    ),
    ("A patch may have comments", ["comment-in-a-patch-of-an-object-in-braces"]),
    ("Generated objects may get one name", ["generated-objects-of-one-name"]),
    ("A kustomization that gives nothing", ["kustomization-gives-nothing"]),
    ("Inputs of its own", ["group-in-two-zones"]),
    ("a JSON patch that RFC 6902 forbids", ["json-patch-wrong-operations", "json-patch-bad-index"]),
    ("a replacement of a text by a mapping", ["replacement-mapping-onto-text"]),
    ("`$setElementOrder` for a list", ["merge-patch-wrong-list-directives"]),
    (
      "a line of an env file",
      ["generator-bad-variables", "env-file-as-kustomize-reads-it-compatible"]
    ),
    (
      "an entry of a patch that could mean",
      ["patch-entry-that-could-mean-several", "patch-entry-that-could-mean-several-compatible"]
    ),
    ("`replicas` without a count", ["replicas-wrong-entries"]),
    ("an entry of `images` without a name", ["images-wrong-entries"]),
    ("with `--strict`", ["patch-target-matches-nothing-strict"]),
    ("`patch-adds-similar-entry`", ["warnings-of-what-is-likely-wrong"]),
    ("`patch-deletes-most`", ["warnings-of-what-is-likely-wrong"]),
    ("`subject-namespace-rewritten`", ["warnings-of-a-binding-elsewhere"]),
    ("`object-without-api-version`", ["objects-without-what-every-object-has"]),
    ("`unclear-reference`", ["reference-to-two-objects"]),
    ("`patch-loses-entries`", ["patch-of-a-kind-without-merge-keys"]),
    ("`unknown-behavior`", ["generator-unknown-behavior"]),
    ("`list-without-merge-key`, `key-not-retained`", ["merge-patch-wrong-list-directives"]),
  ]

  /// What is the same with `--compat`.
  private static let alike = ["generated-object-of-another-kind", "keys-that-look-like-merges"]

  @Test func everyLineHasItsCases() throws {
    let lines = try Self.lines()
    #expect(lines.count == Self.cases.count)
    for line in lines {
      #expect(Self.cases.count { line.hasPrefix($0.line) } == 1, "\(line)")
    }
    for (line, _) in Self.cases {
      #expect(lines.count { $0.hasPrefix(line) } == 1, "\(line)")
    }
  }

  @Test func everyCaseIsThere() {
    let names = Set(GoldenCase.all.map(\.name))
    for name in Self.cases.flatMap(\.cases) { #expect(names.contains(name), "\(name)") }
  }

  @Test func defectsOfKustomizeComeWithCompatOnly() throws {
    let count = try Self.lines(below: "## Where kustomize's output is a defect").count
    for name in Self.cases.prefix(count).flatMap(\.cases) where !Self.alike.contains(name) {
      let twin = GoldenCase.all.first { ["\(name)-compatible", "\(name)-compat"].contains($0.name) }
      let plain = GoldenResult.expected(in: GoldenCase(name: name).folder)
      let other = twin.map { GoldenResult.expected(in: $0.folder) }
      #expect(other.map { $0.manifest != plain.manifest } ?? false, "\(name)")
    }
  }

  /// The rows and entries of the page, or of one of its sections.
  private static func lines(below heading: String? = nil) throws -> [String] {
    let page = try #require(content(of: FilePath.lastComponent(page), in: FilePath.directory(of: page)))
    let headings = [
      "## Where kustomize's output is a defect", "## What only zonal accepts", "## What only zonal refuses",
      "## Warnings",
    ]
    var lines: [String] = []
    var isWithin = false
    var isCode = false
    for line in page.split(separator: "\n") {
      if line.hasPrefix("```") { isCode.toggle() }
      if line.hasPrefix("## ") { isWithin = heading.map { line == $0 } ?? headings.contains(String(line)) }
      guard isWithin, !isCode, line.hasPrefix("| ") || line.hasPrefix("- ") else { continue }
      let text = String(line.dropFirst(2))
      if !["what |", "id |"].contains(where: text.hasPrefix) { lines.append(text) }
    }
    return lines
  }
}
