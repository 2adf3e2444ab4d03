package import Changes
package import Diagnostics
package import Resources
internal import YAML

/// Follows fields back through what a build noted of its objects.
package final class FieldHistory {
  private let states: [BuildTrace.State]
  private let removals: [BuildTrace.Removal]
  private let files: SourceFiles
  /// The fields of groups by their places.
  private var settings: [Int: [Position: [(path: ChangePath, node: Node)]]] = [:]

  /// - Parameter files: those that the build read.
  package init(_ trace: BuildTrace, _ files: SourceFiles) {
    states = trace.states
    removals = trace.removals
    self.files = files
  }

  package func state(_ number: Int) -> BuildTrace.State { states[number] }

  /// The states of an object, newest first, without those of the group that it was made of.
  package func states(to number: Int) -> [Int] {
    var found: [Int] = []
    var number = number
    while number != 0 {
      found.append(number)
      let before = states[number].before
      if isExpansion(number) { break }
      number = before
    }
    return found
  }

  private func isExpansion(_ number: Int) -> Bool {
    let before = states[number].before
    guard before != 0 else { return false }
    let (old, new) = (states[before].gvk, states[number].gvk)
    return old != new && BuildTrace.becomesOthers(old) && !BuildTrace.becomesOthers(new)
  }

  // MARK: Events

  /// What became of a field, oldest first.
  ///
  /// - Parameters:
  ///   - path: as it is in the state, or would be.
  ///   - removal: the step that took the object away, if one did.
  package func events(of path: ChangePath, to number: Int, removal: TraceStep? = nil) -> [FieldEvent] {
    var walk = Walk(number: number, path: path, node: FieldTree(states[number].object).node(at: path))
    if let removal { walk.events.append(event(.removed, removal, walk.node, nil, number)) }
    while follow(&walk) {}
    return walk.events.reversed()
  }

  private struct Walk {
    var number: Int
    var path: ChangePath
    var node: Node?
    var events: [FieldEvent] = []
  }

  /// Goes one state back.
  ///
  /// - Returns: `false` where the field begins.
  private func follow(_ walk: inout Walk) -> Bool {
    let state = states[walk.number]
    guard state.before != 0 else {
      if let node = walk.node { walk.events.append(event(.written, state.step, nil, node, walk.number)) }
      return false
    }
    if isExpansion(walk.number) { return walk.node.map { enterGroup(&walk, state, $0) } ?? false }
    let old = FieldTree(states[state.before].object).counterpart(of: walk.path, in: state.object)
    defer {
      walk.number = state.before
      if let old { (walk.path, walk.node) = (old.path, old.node) }
    }
    switch (old?.node, walk.node) {
    case (nil, nil): break
    case (nil, let new?):
      walk.events.append(event(.written, state.step, nil, new, walk.number))
      return false
    case (let old?, nil): walk.events.append(event(.removed, state.step, old, nil, walk.number))
    case (let old?, let new?) where !old.sameData(as: new):
      walk.events.append(event(.changed, state.step, old, new, walk.number))
    case (let old?, let new?):
      if new.scalar != nil, new.position.isKnown, new.position != old.position {
        var kept = event(.kept, state.step, old, new, walk.number)
        kept.isKey = walk.path.isKeyOfEntry
        walk.events.append(kept)
      }
    }
    return true
  }

  /// Goes on in the group that a field was made of.
  private func enterGroup(_ walk: inout Walk, _ state: BuildTrace.State, _ node: Node) -> Bool {
    let others = removals.filter { $0.step === state.step && $0.state != state.before }.map(\.state)
    var found = ([state.before] + others).lazy
      .compactMap { number in self.setting(of: node, in: number).map { (number: number, field: $0) } }.first
    // What has no place of its own got the group's.
    if found?.field.path.steps.isEmpty ?? true, node.position == states[state.before].object.position {
      let kind = state.object["kind"]?.text ?? ""
      found = named(by: node, at: walk.path, of: kind, state.before, others) ?? found
    }
    let number = found?.number ?? state.before
    var generated = event(.generated, state.step, found?.field.node, node, walk.number)
    if let field = found?.field.node, files.isInFile(field.position) { generated.position = field.position }
    generated.setting = FieldEvent.Setting(
      object: states[number].object, path: found?.field.path ?? ChangePath())
    generated.isCopy = found.map { $0.field.node.sameData(as: node) } ?? false
    walk.events.append(generated)
    guard let found else { return false }
    walk.number = found.number
    (walk.path, walk.node) = (found.field.path, found.field.node)
    return true
  }

  /// The name that a generated one is made of: the group's, or one of a zone.
  private func named(
    by node: Node, at path: ChangePath, of kind: String, _ group: Int, _ others: [Int]
  ) -> (number: Int, field: (path: ChangePath, node: Node))? {
    guard let text = node.string else { return nil }
    let own = FieldTree(states[group].object)
    if kind == "Service", path == ChangePath(["metadata", "name"]) {
      // Services have names of their own.
      var found: (path: ChangePath, node: Node)?
      own.visit { path, node in
        guard found == nil, path.steps.prefix(2) == [.field("spec"), .field("services")] else { return }
        if path.steps.last == .field("name"), node.string == text { found = (path, node) }
      }
      if let found { return (group, found) }
    }
    let names = ["name", "namespace"].map { ChangePath(["metadata", $0]) }.compactMap { place in
      own.node(at: place).map { (path: place, node: $0) }
    }
    // The name of an object is made of the group's, and its namespace is that.
    let same = names.first { $0.path == path } ?? names.first { $0.node.string == text }
    if let same { return (group, same) }
    for number in others where states[number].gvk.kind == "Topology" {
      var found: (path: ChangePath, node: Node)?
      FieldTree(states[number].object).visit { path, node in
        guard found == nil, path.isBelow("spec"), let word = node.string, sameBytes(word, text) else {
          return
        }
        found = (path, node)
      }
      if let found { return (number, found) }
    }
    return nil
  }

  /// The field of a group that stands where a generated one says that it was read.
  private func setting(of node: Node, in number: Int) -> (path: ChangePath, node: Node)? {
    guard node.position.isKnown else { return nil }
    if settings[number] == nil {
      var places: [Position: [(path: ChangePath, node: Node)]] = [:]
      FieldTree(states[number].object).visit { path, node in
        if node.position.isKnown { places[node.position, default: []].append((path, node)) }
      }
      settings[number] = places
    }
    guard let fields = settings[number]?[node.position] else { return nil }
    return fields.first { $0.node.sameData(as: node) }
      ?? fields.last { ($0.node.scalar == nil) == (node.scalar == nil) } ?? fields.last
  }

  // MARK: Places

  private func event(
    _ kind: FieldEvent.Kind, _ step: TraceStep, _ old: Node?, _ new: Node?, _ number: Int
  ) -> FieldEvent {
    FieldEvent(kind: kind, step: step, old: old, new: new, position: place(step, old, new, number))
  }

  /// The place of a value that came from a file with this step, or else of what asked for the step.
  private func place(_ step: TraceStep, _ old: Node?, _ new: Node?, _ number: Int) -> Position {
    if let new, files.isInFile(new.position), old?.position != new.position {
      return new.position
    }
    if files.isInFile(step.position) { return step.position }
    if let new, files.isInFile(new.position) { return new.position }
    return placeOfObject(number)
  }

  /// Where an object was first asked for, of which nothing closer is known.
  private func placeOfObject(_ number: Int) -> Position {
    var number = number
    while states[number].before != 0 { number = states[number].before }
    let candidates = [states[number].object.position, states[number].step.position]
    return candidates.first(where: files.isInFile) ?? .none
  }

  /// The event that decides what a field is: the last that wrote a value, and no copy of a setting that has a past.
  ///
  /// A patch that names an entry of a list writes its key again, and decides nothing by that.
  package func origin(of events: [FieldEvent]) -> FieldEvent? {
    guard let last = events.last else { return nil }
    let isCopy = last.kind == .generated && last.isCopy || last.kind == .kept && last.isKey
    guard isCopy, events.count > 1 else { return last }
    return origin(of: events.dropLast())
  }
}
