internal import YAML

/// Which objects of a set a selector may take: to ask all of them for each of thousands would be quadratic.
///
/// It tells candidates, which have to be asked. What an object becomes is noted, and what it was is kept, so that a
/// candidate may be there for what it was.
package struct SelectionIndex: Sendable {
  package private(set) var names: NameIndex
  private let asked: Questions
  private var places: [Trait: [Int]] = [:]
  /// Parts of names.
  private var parts = GramIndex()
  private let all: [Int]

  /// - Parameters:
  ///   - set: that lends its names.
  ///   - selectors: all that it will be asked for.
  package init(_ set: inout ResourceSet, for selectors: [Selector]) {
    names = set.takeNames()
    asked = Questions(selectors)
    all = Array(set.resources.indices)
    guard asked.isAny else { return }
    for (index, resource) in set.resources.enumerated() {
      note(traitsOf: resource, at: index)
      if asked.ofParts { for id in resource.identities { parts.note(id.name, at: index) } }
    }
  }

  /// Notes what an object is by now.
  ///
  /// - Parameter once: what it was called when it was noted before.
  package mutating func note(_ resource: Resource, once: ResourceID, at index: Int) {
    let id = resource.id
    if id != once {
      names.note(id, at: index)
      if asked.ofParts { parts.note(id.name, at: index) }
    }
    if asked.isAny { note(traitsOf: resource, at: index) }
  }

  /// The places of all objects that a selector takes, and of some others, in the set's order.
  package func candidates(for selector: Selector) -> [Int] {
    let ways: [Lists?] = [
      named(selector.name),
      asked.ofKinds ? having(selector.kind, Trait.kind) : nil,
      asked.ofNamespaces ? having(selector.namespace, Trait.namespace) : nil,
      marked(selector.labels, asked.ofLabels, Trait.label),
      marked(selector.annotations, asked.ofAnnotations, Trait.annotation),
    ]
    guard let fewest = Self.fewest(ways) else { return all }
    return fewest.count == 1 ? fewest[0] : Set(fewest.joined()).sorted()
  }

  // MARK: One part of a selector

  /// Lists that have all the objects between them; `nil` when that can be any.
  private typealias Lists = [[Int]]

  private static func fewest(_ ways: [Lists?]) -> Lists? {
    func size(_ lists: Lists) -> Int { lists.reduce(0) { $0 + $1.count } }
    return ways.compactMap(\.self).min { size($0) < size($1) }
  }

  private func named(_ pattern: Pattern?) -> Lists? {
    guard let pattern else { return nil }
    if let texts = pattern.texts { return texts.map { names[$0] } }
    guard asked.ofParts, !pattern.held.isEmpty else { return nil }
    let lists = pattern.held.map(parts.candidates)
    return lists.contains { $0 == nil } ? nil : lists.flatMap { $0 ?? [] }.filter { !$0.isEmpty }
  }

  private func having(_ pattern: Pattern?, _ trait: (KeyBytes) -> Trait) -> Lists? {
    pattern?.texts?.map { places[trait(KeyBytes(text: $0))] ?? [] }
  }

  private func marked(
    _ selector: LabelSelector?, _ keys: Set<KeyBytes>, _ trait: (KeyBytes, KeyBytes?) -> Trait
  ) -> Lists? {
    let ways = (selector?.requirements ?? []).map { requirement -> Lists? in
      let key = KeyBytes(text: requirement.key)
      guard keys.contains(key) else { return nil }
      switch requirement {
      case .among(_, let values): return values.map { places[trait(key, KeyBytes(text: $0))] ?? [] }
      case .exists: return [places[trait(key, nil)] ?? []]
      case .notAmong, .absent: return nil
      }
    }
    return Self.fewest(ways)
  }

  // MARK: One object

  private mutating func note(traitsOf resource: Resource, at index: Int) {
    if asked.ofKinds {
      note(.kind(KeyBytes(text: resource.gvk.kind)), index)
      for id in resource.earlier { note(.kind(KeyBytes(text: id.gvk.kind)), index) }
    }
    if asked.ofNamespaces {
      for id in resource.identities {
        note(.namespace(KeyBytes(text: id.namespace)), index)
        note(.namespace(KeyBytes(text: id.effectiveNamespace)), index)
      }
    }
    if !asked.ofLabels.isEmpty { note(resource.labels, asked.ofLabels, index, Trait.label) }
    if !asked.ofAnnotations.isEmpty {
      note(resource.annotations, asked.ofAnnotations, index, Trait.annotation)
    }
  }

  private mutating func note(
    _ marks: Mapping?, _ keys: Set<KeyBytes>, _ index: Int, _ trait: (KeyBytes, KeyBytes?) -> Trait
  ) {
    for pair in marks?.pairs ?? [] {
      let key = KeyBytes(text: pair.key.text)
      guard keys.contains(key), let value = pair.value.text else { continue }
      note(trait(key, nil), index)
      note(trait(key, KeyBytes(text: value)), index)
    }
  }

  private mutating func note(_ trait: Trait, _ index: Int) { places[trait, default: []].insertOnce(index) }
}

/// What objects have in common.
private enum Trait: Hashable {
  case kind(KeyBytes)
  case namespace(KeyBytes)
  /// With any value, too.
  case label(KeyBytes, KeyBytes?)
  case annotation(KeyBytes, KeyBytes?)
}

/// What selectors ask of objects: nothing else is noted.
private struct Questions: Sendable {
  private(set) var ofKinds = false
  private(set) var ofNamespaces = false
  private(set) var ofLabels: Set<KeyBytes> = []
  private(set) var ofAnnotations: Set<KeyBytes> = []
  private(set) var ofParts = false

  var isAny: Bool {
    ofKinds || ofNamespaces || ofParts || !ofLabels.isEmpty || !ofAnnotations.isEmpty
  }

  init(_ selectors: [Selector]) {
    var patterns = 0
    for selector in selectors {
      // A name leads to so few that nothing else is needed.
      if selector.name?.texts != nil { continue }
      if let name = selector.name, !name.held.isEmpty { patterns += 1 }
      if selector.kind?.texts != nil { ofKinds = true }
      if selector.namespace?.texts != nil { ofNamespaces = true }
      for requirement in selector.labels?.requirements ?? [] { ofLabels.insert(requirement.key) }
      for requirement in selector.annotations?.requirements ?? [] { ofAnnotations.insert(requirement.key) }
    }
    ofParts = patterns >= Self.fewPatterns
  }

  /// To try a few on all names takes less time than to take the names apart.
  private static let fewPatterns = 8
}
