internal import Resources
internal import Synchronization
internal import YAML

/// What is selected by its labels: pod templates, and Services.
protocol Labelled: Sendable {
  var namespace: String { get }
  var labels: Mapping? { get }
  func isSelected(by selector: PodSelector) -> Bool
}

/// What a selector means, the same object for all that mean the same: what a rule finds out of thousands of pods, it need
/// not find out again for thousands of Services.
final class Selection<Member: Sendable>: Sendable {
  let members: [Member]

  init(_ members: [Member]) { self.members = members }
}

/// What is known of selections, each looked at once.
struct Remembered<Member: Sendable, Value> {
  private var values: [ObjectIdentifier: (selection: Selection<Member>, value: Value)] = [:]

  mutating func value(of selection: Selection<Member>, _ make: ([Member]) -> Value) -> Value {
    if let known = values[ObjectIdentifier(selection)] { return known.value }
    let value = make(selection.members)
    values[ObjectIdentifier(selection)] = (selection, value)
    return value
  }
}

/// Labelled things by their labels: a selector looks only at those that have all of the labels that it names.
struct LabelIndex<Member: Labelled>: Sendable {
  private let members: [Member]
  /// Places among the members, in their order.
  private var byLabel: [NamespacedLabel: [Int]] = [:]
  private var byNamespace: [KeyBytes: [Int]] = [:]
  private var values: [NamespacedLabel: [String]] = [:]
  private let selections = KnownSelections<Member>()
  private let isOfAllNamespaces: Bool

  /// - Parameter isOfAllNamespaces: whether namespaces make no difference.
  init(_ members: [Member], isOfAllNamespaces: Bool = false) {
    self.members = members
    self.isOfAllNamespaces = isOfAllNamespaces
    for (place, member) in members.enumerated() {
      let namespace = isOfAllNamespaces ? "" : member.namespace
      byNamespace[namespace, default: []].append(place)
      for pair in member.labels?.pairs ?? [] {
        guard let value = pair.value.text else { continue }
        let label = NamespacedLabel(namespace: namespace, key: pair.key.text, value: value)
        let key = NamespacedLabel(namespace: namespace, key: pair.key.text, value: nil)
        if byLabel[label] == nil { values[key, default: []].append(value) }
        byLabel[key, default: []].append(place)
        byLabel[label, default: []].append(place)
      }
    }
  }

  /// In the order of the members.
  func selected(by selector: PodSelector, in namespace: String) -> Selection<Member> {
    let namespace = isOfAllNamespaces ? "" : namespace
    let lists = lists(selector, namespace)
    let shortest = lists.min { $0.count < $1.count } ?? []
    guard shortest.count > Self.few else {
      return Selection(shortest.map { members[$0] }.filter { $0.isSelected(by: selector) })
    }
    return selections.selection(of: [KeyBytes(text: namespace)] + selector.key, among: members) {
      let places = lists.reduce(shortest) { $0.intersection($1) }
      let isTold = selector.requirements.allSatisfy(\.isToldByLabels)
      return isTold ? places : places.filter { members[$0].isSelected(by: selector) }
    }
  }

  /// To look at so many again takes less than to remember what was found.
  private static var few: Int { 8 }

  func has(_ label: String, _ value: String, in namespace: String) -> Bool {
    byLabel[NamespacedLabel(namespace: namespace, key: label, value: value)] != nil
  }

  func hasMembers(in namespace: String) -> Bool { byNamespace[namespace] != nil }

  func values(of label: String, in namespace: String) -> [String] {
    values[NamespacedLabel(namespace: namespace, key: label, value: nil)] ?? []
  }

  /// Who is in the namespace, and who meets each requirement of which labels tell.
  private func lists(_ selector: PodSelector, _ namespace: String) -> [[Int]] {
    let told = selector.requirements.filter(\.isToldByLabels).map { requirement -> [Int] in
      guard case .among(let key, let values) = requirement else {
        return byLabel[NamespacedLabel(namespace: namespace, key: requirement.key, value: nil)] ?? []
      }
      let lists = Set(texts: values).map {
        byLabel[NamespacedLabel(namespace: namespace, key: key, value: $0.text)] ?? []
      }
      return lists.count == 1 ? lists[0] : lists.joined().sorted()
    }
    return [byNamespace[namespace] ?? []] + told
  }
}

/// What was selected: thousands of objects may select the same thousands of pods.
private final class KnownSelections<Member: Labelled>: Sendable {
  private struct Known {
    /// By namespace and selector.
    var bySelector: [[KeyBytes]: Selection<Member>] = [:]
    /// By what they are.
    var byPlaces: [[Int]: Selection<Member>] = [:]
  }

  private let known = Mutex(Known())

  /// - Parameter places: those that the selector means among the members.
  func selection(
    of selector: [KeyBytes], among members: [Member], _ places: () -> [Int]
  ) -> Selection<Member> {
    known.withLock { known in
      if let selection = known.bySelector[selector] { return selection }
      let places = places()
      let selection = known.byPlaces[places] ?? Selection(places.map { members[$0] })
      known.byPlaces[places] = selection
      known.bySelector[selector] = selection
      return selection
    }
  }
}

extension LabelRequirement {
  /// Whether the labels that are there tell who meets it.
  fileprivate var isToldByLabels: Bool {
    switch self {
    case .among, .exists: !RuntimeLabels.mayMeet(self)
    case .notAmong, .absent: false
    }
  }
}

extension [Int] {
  /// Of two that are in order.
  fileprivate func intersection(_ other: [Int]) -> [Int] {
    if count == other.count && self == other { return self }
    var both: [Int] = []
    var place = other.startIndex
    for number in self {
      while place < other.endIndex, other[place] < number { place += 1 }
      if place < other.endIndex, other[place] == number { both.append(number) }
    }
    return both
  }
}
