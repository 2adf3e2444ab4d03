import Testing
import YAML

@testable import Resources

/// Whatever is asked for, the candidates that a selector takes are the objects that it takes of all.
@Suite struct SelectionIndexTests {
  private static let kinds = ["ConfigMap", "Secret", "Namespace", "Café", "Cafe\u{301}"]
  private static let names = [
    "web-0", "web-1", "web-10", "db-0", "a.b", "a-b", "日本-web", "é", "e\u{301}", "x",
    "long-" + String(repeating: "n", count: 2000),
  ]
  private static let spaces = ["", "default", "cf", "other"]
  private static let values = ["a", "b", "", "team-1", "team-10"]

  private var random = Generator()

  /// The same in every run.
  private struct Generator: RandomNumberGenerator {
    var state: UInt64 = 0x9E37_79B9_7F4A_7C15
    mutating func next() -> UInt64 {
      state ^= state << 13
      state ^= state >> 7
      state ^= state << 17
      return state
    }
  }

  private mutating func pick(_ texts: [String]) -> String { texts.randomElement(using: &random) ?? "" }

  private mutating func marks() -> Node? {
    guard Bool.random(using: &random) else { return nil }
    var mapping = Mapping()
    for key in ["team", "tier", "é"] where Bool.random(using: &random) {
      mapping[key] = Int.random(in: 0..<8, using: &random) == 0 ? .null : .string(pick(Self.values))
    }
    return .mapping(mapping)
  }

  private mutating func object() -> Resource {
    let namespace = pick(Self.spaces)
    var resource = Resource(
      object: .mapping([
        "apiVersion": .string("v1"), "kind": .string(pick(Self.kinds)),
        "metadata": .mapping([
          "name": .string(pick(Self.names)), "namespace": namespace.isEmpty ? nil : .string(namespace),
          "labels": marks(), "annotations": marks(),
        ]),
      ]))
    for _ in 0..<Int.random(in: 0..<3, using: &random) { change(&resource) }
    return resource
  }

  private mutating func change(_ resource: inout Resource) {
    switch Int.random(in: 0..<5, using: &random) {
    case 0: resource.rename(to: pick(Self.names))
    case 1:
      resource.rememberIdentity()
      resource.setMetadata("namespace", to: .string(pick(Self.spaces)))
    case 2:
      resource.rememberIdentity()
      let kind = pick(Self.kinds)
      _ = resource.object.changeMapping { $0["kind"] = .string(kind) }
      resource.refreshKind()
    case 3: resource.setMetadata("labels", to: marks())
    default: resource.setMetadata("annotations", to: marks())
    }
  }

  private static let patterns = [
    "web-0", "web-.*", "web-1", ".*-web", "(web|db)-0", "web-[0-9]+", "a.b", "a\\.b", "é", "(é|x)", "[a-z]",
    "nope.*",
    "long-.*", ".*nnn.*", ".*", "^web-1$", "web-10?", "(?i)WEB-.*", "e\u{301}", "日本.*",
  ]
  private static let marks = [
    "team=a", "team", "!team", "team!=a", "team in (a,b)", "team=,tier", "team=team-1",
    "tier in (b),team notin (a)",
    "nope=a",
  ]

  private mutating func selector() throws -> Selector {
    var selector = Selector()
    func sometimes() -> Bool { Int.random(in: 0..<3, using: &random) == 0 }
    if sometimes() { selector.name = try Pattern(pick(Self.patterns)) }
    if sometimes() { selector.kind = try Pattern(pick(Self.kinds + ["Con.*", "Secret|ConfigMap"])) }
    if sometimes() {
      selector.namespace = try Pattern(
        pick(["cf", "default", "(cf|other)", ".*", "c.", "_non_namespaceable_"]))
    }
    if sometimes() { selector.labels = LabelSelector(pick(Self.marks)) }
    if sometimes() { selector.annotations = LabelSelector(pick(Self.marks)) }
    return selector
  }

  private func expectTheSame(_ selector: Selector, _ set: ResourceSet, _ index: SelectionIndex) {
    let candidates = index.candidates(for: selector)
    #expect(candidates == candidates.sorted() && Set(candidates).count == candidates.count)
    let asTarget = { (resource: Resource) in
      selector.matchesAnyIdentity(of: resource) && selector.labels?.matches(resource.labels) != false
        && selector.annotations?.matches(resource.annotations) != false
    }
    for matches in [{ selector.matches($0) }, asTarget] as [(Resource) -> Bool] {
      let all = set.resources.indices.filter { matches(set.resources[$0]) }
      #expect(candidates.filter { matches(set.resources[$0]) } == all, "\(selector)")
    }
  }

  @Test mutating func tellsAllThatASelectorTakes() throws {
    for _ in 0..<40 {
      var set = ResourceSet((0..<40).map { _ in object() })
      let selectors = try (0..<40).map { _ in try selector() }
      var index = SelectionIndex(&set, for: selectors)
      for selector in selectors {
        expectTheSame(selector, set, index)
        for _ in 0..<5 {
          let place = set.resources.indices.randomElement(using: &random) ?? 0
          let once = set.resources[place].id
          change(&set.resources[place])
          index.note(set.resources[place], once: once, at: place)
        }
        expectTheSame(selector, set, index)
      }
    }
  }

  /// Of thousands, few are candidates.
  @Test func leavesOutWhatDiffers() throws {
    var set = ResourceSet(
      (0..<1000).map { number in
        Resource(
          object: .mapping([
            "apiVersion": .string("v1"), "kind": .string("ConfigMap"),
            "metadata": .mapping([
              "name": .string("app-\(number)-main"), "labels": .mapping(["team": .string("team-\(number)")]),
            ]),
          ]))
      })
    func selector(_ change: (inout Selector) throws -> Void) rethrows -> Selector {
      var selector = Selector()
      try change(&selector)
      return selector
    }
    let selectors = try [
      selector { $0.labels = LabelSelector("team=team-17") },
      selector { $0.name = try Pattern("app-17-.*") },
      selector { $0.name = try Pattern(".*-17-main") },
      selector { $0.name = try Pattern("app-[0-9]+17-main") },
      selector { $0.name = try Pattern("app-(17|18)-main") },
    ]
    let index = SelectionIndex(&set, for: selectors + selectors + selectors)
    for selector in selectors {
      #expect(index.candidates(for: selector).count <= 30)
      #expect(index.candidates(for: selector).contains(17) || selector.matches(set.resources[117]))
    }
    #expect(index.candidates(for: Selector()).count == 1000)
  }
}
