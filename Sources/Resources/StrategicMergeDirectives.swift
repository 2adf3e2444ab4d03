internal import Diagnostics
internal import YAML

/// What `$patch` asks for.
enum PatchDirective: String, CaseIterable {
  case delete, replace, merge

  static let key = "$patch"
}

/// The directives of a mapping that speak of its fields; they never reach the object.
struct FieldDirectives {
  fileprivate var retained: Node?
  fileprivate var orders: [ElementOrder] = []
  fileprivate var deletions: [(field: String, values: Node)] = []

  fileprivate static let retainKeys = "$retainKeys"
  fileprivate static let elementOrder = "$setElementOrder/"
  fileprivate static let primitiveDeletion = "$deleteFromPrimitiveList/"

  static func isDirective(_ key: String) -> Bool {
    key.utf8.first == UInt8(ascii: "$")
      && (key == PatchDirective.key || key == retainKeys || key.utf8.starts(with: elementOrder.utf8)
        || key.utf8.starts(with: primitiveDeletion.utf8))
  }
}

extension StrategicMergeWalk {
  /// The `$patch` of a mapping; one that isn't known is reported and counts as none.
  func directive(of mapping: Mapping) -> PatchDirective? {
    guard let node = mapping[PatchDirective.key] else { return nil }
    if let directive = node.text.flatMap(PatchDirective.init) { return directive }
    let shown = node.text.map { "\"\($0)\"" } ?? node.kindName
    report.error(
      "unknown-patch-directive", "\"$patch\" can't be \(shown)", at: node.position,
      hint: suggestion(
        for: node.text ?? "", among: PatchDirective.allCases.map(\.rawValue), otherwise: "it is one of"))
    return nil
  }

  /// The other directives of a mapping; `nil` when it has none at all, as nearly all have.
  func fieldDirectives(
    in patch: Mapping, _ target: Mapping, _ type: MergeSchema.TypeID?
  ) -> FieldDirectives? {
    guard patch.pairs.contains(where: { FieldDirectives.isDirective($0.key.text) }) else { return nil }
    var directives = FieldDirectives()
    for pair in patch.pairs {
      if pair.key.text == FieldDirectives.retainKeys {
        directives.retained = pair.value
      } else if let name = field(of: pair.key, after: FieldDirectives.primitiveDeletion) {
        directives.deletions.append((name, pair.value))
      } else if let name = field(of: pair.key, after: FieldDirectives.elementOrder) {
        guard let wanted = pair.value.items, case .list(let keys, _) = schema.field(name, of: type) else {
          reportUnorderable(pair, name)
          continue
        }
        directives.orders.append(
          ElementOrder(field: name, keys: keys, wanted: wanted, before: target[name]?.items ?? []))
      }
    }
    return directives
  }

  private func field(of key: Scalar, after prefix: String) -> String? {
    guard key.text.utf8.starts(with: prefix.utf8) else { return nil }
    return String(Substring(key.text.utf8.dropFirst(prefix.utf8.count)))
  }

  /// `$retainKeys`: removes what the target has besides the listed keys.
  func retainKeys(_ directives: FieldDirectives, _ patch: Mapping, _ target: inout Mapping) {
    guard let retained = directives.retained else { return }
    guard let keys = retained.items.map({ Set(texts: $0.compactMap(\.text)) }) else {
      report.error(
        "wrong-type", "\"$retainKeys\" must be a sequence of keys, not \(retained.kindName)",
        at: retained.position, hint: "write each key on a line after \"- \"")
      return
    }
    for pair in patch.pairs
    where !pair.value.isNull && !FieldDirectives.isDirective(pair.key.text)
      && !keys.contains(pair.key.text)
    {
      report.warning(
        "key-not-retained", "\"$retainKeys\" leaves out \"\(pair.key.text)\", which the patch sets",
        at: pair.key.position, hint: "list \"\(pair.key.text)\" in \"$retainKeys\"")
    }
    target.pairs.removeAll { !keys.contains($0.key.text) }
  }

  /// Carries out what can only be done when the fields are merged.
  func finishLists(_ directives: FieldDirectives, _ target: inout Mapping) {
    for (field, values) in directives.deletions { deleteFromList(field, values, &target) }
    for order in directives.orders {
      guard let index = target.index(of: order.field) else { continue }
      target.pairs[index].value.changeSequence { order.apply(to: &$0) }
    }
  }

  /// `$deleteFromPrimitiveList/field`: removes scalars from a list.
  private func deleteFromList(_ field: String, _ values: Node, _ target: inout Mapping) {
    guard let unwanted = values.items.map({ Set(texts: $0.compactMap(\.text)) }) else {
      report.error(
        "wrong-type",
        "\"\(FieldDirectives.primitiveDeletion)\(field)\" must be a sequence, not \(values.kindName)",
        at: values.position, hint: "write each value to delete on a line after \"- \"")
      return
    }
    guard let index = target.index(of: field) else { return }
    target.pairs[index].value.changeSequence { list in
      list.items.removeAll { $0.text.map(unwanted.contains) ?? false }
    }
  }

  private func reportUnorderable(_ pair: Mapping.Pair, _ field: String) {
    guard pair.value.items != nil else {
      report.error(
        "wrong-type", "\"\(pair.key.text)\" must be a sequence, not \(pair.value.kindName)",
        at: pair.value.position, hint: "write each entry on a line after \"- \"")
      return
    }
    report.error(
      "list-without-merge-key",
      "\"\(pair.key.text)\" can't order \"\(field)\": that list is replaced as a whole",
      at: pair.key.position, hint: "write the list in the order that it is to have")
  }
}

/// `$setElementOrder/field`: the order that a merged list is to have.
struct ElementOrder {
  let field: String
  let keys: [String]
  let wanted: [Node]
  /// The list before it was merged.
  let before: [Node]

  /// Listed entries take the listed order; the others stay before those that they stood before.
  func apply(to list: inout Sequence) {
    let ranks = places(of: list.items, in: wanted)
    let positions = places(of: list.items, in: before)
    let listed = list.items.indices.filter { ranks[$0] != nil }.sorted { ranks[$0] ?? 0 < ranks[$1] ?? 0 }
    let others = list.items.indices.filter { ranks[$0] == nil }
      .sorted { (positions[$0] ?? .max, $0) < (positions[$1] ?? .max, $1) }
    var order: [Int] = []
    var rest = others[...]
    for index in listed {
      while let other = rest.first, let a = positions[other], let b = positions[index], a < b {
        order.append(other)
        rest.removeFirst()
      }
      order.append(index)
    }
    list.items = (order + rest).map { list.items[$0] }
  }

  /// Where each entry stands in another list: at the first place of one that is the same.
  private func places(of entries: [Node], in list: [Node]) -> [Int?] {
    var candidates: [KeyBytes: [Int]] = [:]
    for (place, node) in list.enumerated() {
      if let text = primary(node) { candidates[text, default: []].append(place) }
    }
    return entries.map { entry in
      primary(entry).flatMap { candidates[$0]?.first { isSame(list[$0], entry) } }
    }
  }

  private func primary(_ node: Node) -> String? { keys.isEmpty ? node.text : node[keys[0]]?.text }

  /// Whether two entries with one first key agree in the others, as far as both have them.
  private func isSame(_ a: Node, _ b: Node) -> Bool {
    keys.dropFirst().allSatisfy { key in
      guard let left = a[key]?.text, let right = b[key]?.text else { return true }
      return sameBytes(left, right)
    }
  }
}
