internal import Resources
internal import YAML

/// What the objects of a set are sorted by, apart from the objects: to copy or move thousands of those costs more
/// than to compare them.
struct SortKeys {
  private struct Key {
    /// The place in the set.
    let index: Int
    let comesFirst: Bool
    /// The place in ``kinds``.
    let kind: Int
    /// Where its namespace and name stand in ``places``.
    let place: Range<Int>
  }

  private struct Kind {
    let rank: Int
    let name: String

    static func precedes(_ a: Self, _ b: Self) -> Bool {
      a.rank == b.rank ? precedesBytewise(a.name, b.name) : a.rank < b.rank
    }
  }

  /// `nil` where objects stay in their order, but for those that come first.
  private let ranks: [KeyBytes: Int]?
  private var keys: [Key] = []
  private var kinds: [Kind] = []
  private var kindIndices: [GroupVersionKind: Int] = [:]
  private var places: [UInt8] = []
  /// That of the last object: most stand beside their like.
  private var last: (gvk: GroupVersionKind, kind: Int)?

  init(_ ranks: [KeyBytes: Int]?) {
    self.ranks = ranks
  }

  /// Notes the next object of the set.
  mutating func add(_ resource: Resource) {
    let start = places.count
    let kind = ranks.map { self.kind(of: resource.gvk, $0) } ?? 0
    if ranks != nil {
      places.append(contentsOf: Self.named(resource.namespace, "~X").utf8)
      places.append(UInt8(ascii: "|"))
      places.append(contentsOf: Self.named(resource.name, "~N").utf8)
    }
    keys.append(
      Key(index: keys.count, comesFirst: resource.comesFirst, kind: kind, place: start..<places.count))
  }

  /// The places of the objects in the set, in their new order; equal ones stay in theirs.
  func sorted() -> [Int] {
    let numbers = kindNumbers
    let bytes = places.span
    let sorted = keys.sorted { a, b in
      if a.comesFirst != b.comesFirst { return a.comesFirst }
      if ranks == nil { return false }
      if a.kind != b.kind, numbers[a.kind] != numbers[b.kind] { return numbers[a.kind] < numbers[b.kind] }
      return bytes.extracting(a.place).precedes(bytes.extracting(b.place))
    }
    return sorted.map(\.index)
  }

  /// The place of each kind among all; kinds that are written alike have the same.
  private var kindNumbers: [Int] {
    var numbers = [Int](repeating: 0, count: kinds.count)
    var number = 0
    let order = kinds.indices.sorted { Kind.precedes(kinds[$0], kinds[$1]) }
    for (before, index) in zip(order, order.dropFirst()) {
      if Kind.precedes(kinds[before], kinds[index]) { number += 1 }
      numbers[index] = number
    }
    return numbers
  }

  private mutating func kind(of gvk: GroupVersionKind, _ ranks: [KeyBytes: Int]) -> Int {
    if let last, last.gvk == gvk { return last.kind }
    let kind = kindIndices[gvk] ?? kinds.count
    if kind == kinds.count {
      kinds.append(Kind(rank: ranks[gvk.kind] ?? 0, name: Self.name(of: gvk)))
      kindIndices[gvk] = kind
    }
    last = (gvk, kind)
    return kind
  }

  /// What objects of one rank are compared by, before their names (kustomize v5 `legacyGVKSortString`), so that
  /// `Ingress` stands before `IngressClass`.
  private static func name(of gvk: GroupVersionKind) -> String {
    // A Namespace proper comes before those of other groups, as the one exception there.
    if gvk.kind == "Namespace", gvk.group.isEmpty { return "" }
    return [named(gvk.group, "~G"), named(gvk.version, "~V"), named(gvk.kind, "~K")].joined(separator: "_")
  }

  /// How kustomize (v5 `legacyResIDSortString`) writes what is absent.
  private static func named(_ text: String, _ absent: String) -> String { text.isEmpty ? absent : text }
}

extension Span<UInt8> {
  /// Whether its bytes come before others'.
  fileprivate func precedes(_ other: Self) -> Bool {
    for index in 0..<Swift.min(count, other.count) where self[index] != other[index] {
      return self[index] < other[index]
    }
    return count < other.count
  }
}
