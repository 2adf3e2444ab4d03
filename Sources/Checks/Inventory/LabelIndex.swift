internal import Resources
internal import YAML

/// What is selected by its labels: pod templates, and Services.
protocol Labelled {
  var namespace: String { get }
  var labels: Mapping? { get }
  func isSelected(by selector: PodSelector) -> Bool
}

/// What one selector means, the same object for all that select in the same words: what a rule finds out of thousands
/// of pods, it need not find out again for thousands of Services.
final class Selection<Member> {
  let members: [Member]

  init(_ members: [Member]) { self.members = members }
}

/// What is known of selections, each looked at once.
struct Remembered<Member, Value> {
  private var values: [ObjectIdentifier: (selection: Selection<Member>, value: Value)] = [:]

  mutating func value(of selection: Selection<Member>, _ make: ([Member]) -> Value) -> Value {
    if let known = values[ObjectIdentifier(selection)] { return known.value }
    let value = make(selection.members)
    values[ObjectIdentifier(selection)] = (selection, value)
    return value
  }
}

/// Labelled things by their labels: a selector looks only at those that have its rarest label.
struct LabelIndex<Member: Labelled> {
  private struct Label: Hashable {
    let namespace: KeyBytes
    let key: KeyBytes
    let value: KeyBytes

    init(namespace: String, key: String, value: String) {
      self.namespace = KeyBytes(text: namespace)
      self.key = KeyBytes(text: key)
      self.value = KeyBytes(text: value)
    }
  }

  private struct Key: Hashable {
    let namespace: KeyBytes
    let key: KeyBytes

    init(namespace: String, key: String) {
      self.namespace = KeyBytes(text: namespace)
      self.key = KeyBytes(text: key)
    }
  }

  private var byLabel: [Label: [Member]] = [:]
  private var byNamespace: [KeyBytes: [Member]] = [:]
  private var byKey: [Key: [Member]] = [:]
  private var values: [Key: [String]] = [:]
  private let selections = Selections()
  private let isOfAllNamespaces: Bool

  /// What was selected, by namespace and selector: thousands of objects may select the same thousands of pods.
  private final class Selections {
    var known: [[KeyBytes]: Selection<Member>] = [:]
  }

  /// - Parameter isOfAllNamespaces: whether namespaces make no difference.
  init(_ members: [Member], isOfAllNamespaces: Bool = false) {
    self.isOfAllNamespaces = isOfAllNamespaces
    for member in members {
      let namespace = isOfAllNamespaces ? "" : member.namespace
      byNamespace[namespace, default: []].append(member)
      for pair in member.labels?.pairs ?? [] {
        let value = pair.value.text ?? ""
        let label = Label(namespace: namespace, key: pair.key.text, value: value)
        let key = Key(namespace: namespace, key: pair.key.text)
        if byLabel[label] == nil { values[key, default: []].append(value) }
        byKey[key, default: []].append(member)
        byLabel[label, default: []].append(member)
      }
    }
  }

  func selected(by selector: PodSelector, in namespace: String) -> Selection<Member> {
    let namespace = isOfAllNamespaces ? "" : namespace
    let candidates = candidates(selector, namespace)
    guard candidates.count > Self.fewCandidates else {
      return Selection(candidates.filter { $0.isSelected(by: selector) })
    }
    let key = [KeyBytes(text: namespace)] + selector.key
    if let known = selections.known[key] { return known }
    let selected = Selection(candidates.filter { $0.isSelected(by: selector) })
    selections.known[key] = selected
    return selected
  }

  /// To look at so many again takes less than to remember what was found.
  private static var fewCandidates: Int { 8 }

  func has(_ label: String, _ value: String, in namespace: String) -> Bool {
    byLabel[Label(namespace: namespace, key: label, value: value)] != nil
  }

  func hasMembers(in namespace: String) -> Bool { byNamespace[namespace] != nil }

  /// In the set's order for one value of a label, in the order of the values for several: each has one of them.
  private func candidates(_ selector: PodSelector, _ namespace: String) -> [Member] {
    var candidates = byNamespace[namespace] ?? []
    for requirement in selector.requirements where !RuntimeLabels.mayMeet(requirement) {
      switch requirement {
      case .among(let key, let values):
        let labels = Set(texts: values).map(\.text).sorted(by: precedesBytewise).map {
          Label(namespace: namespace, key: key, value: $0)
        }
        let count = labels.reduce(0) { $0 + (byLabel[$1]?.count ?? 0) }
        if count < candidates.count { candidates = labels.flatMap { byLabel[$0] ?? [] } }
      case .exists(let key):
        let labelled = byKey[Key(namespace: namespace, key: key)] ?? []
        if labelled.count < candidates.count { candidates = labelled }
      case .notAmong, .absent: continue
      }
    }
    return candidates
  }

  func values(of label: String, in namespace: String) -> [String] {
    values[Key(namespace: namespace, key: label)] ?? []
  }
}
