package import Diagnostics
internal import Synchronization
package import YAML

/// One thing that a build did to objects: a layer that read them, a transformer, or a stage of the whole build.
package final class TraceStep: Sendable {
  /// The field of the kustomization file, the kind of the configuration, or what the stage is called.
  package let name: String
  /// The directory of the layer; empty for what concerns the whole build.
  package let layer: String
  /// Where it is asked for, such as its entry in the kustomization file.
  package let position: Position
  /// The last line of that entry.
  package let lastLine: UInt32

  package init(_ name: String, layer: String = "", at position: Position = .none, lastLine: UInt32? = nil) {
    self.name = name
    self.layer = layer
    self.position = position
    self.lastLine = max(position.line, lastLine ?? position.line)
  }

  /// Whether a line is one of the entry's.
  package func covers(_ line: UInt32, of file: UInt32) -> Bool {
    position.isKnown && position.file == file && position.line <= line && line <= lastLine
  }
}

/// Keeps what every object was after each step that changed it, for who asks where its fields come from.
///
/// A resource carries the number of its newest state (``Resource/trace``), which leads to the state before. So a base
/// that several layers name has one past and several futures, whatever became of it in each of them.
package final class BuildTrace: Sendable {
  package struct State: Sendable {
    package let step: TraceStep
    package let object: Node
    package let gvk: GroupVersionKind
    /// The state before; 0 for an object that was new.
    package let before: Int

    fileprivate init(step: TraceStep, _ resource: Resource, before: Int) {
      self.step = step
      object = resource.object
      gvk = resource.gvk
      self.before = before
    }
  }

  /// An object that a step took away.
  package struct Removal: Sendable {
    package let step: TraceStep
    /// Its last state.
    package let state: Int
  }

  private struct Record {
    // States are counted from 1, so that 0 is none.
    var states = [State(step: TraceStep(""), Resource(object: .null), before: 0)]
    private(set) var removals: [Removal] = []
    private var removed: Set<Int> = []

    mutating func note(_ step: TraceStep, _ resources: inout [Resource]) {
      for index in resources.indices { note(step, &resources[index]) }
    }

    mutating func note(_ step: TraceStep, _ resource: inout Resource) {
      let before = resource.trace
      if before != 0, states[before].object.isUntouched(since: resource.object) { return }
      states.append(State(step: step, resource, before: before))
      resource.trace = states.count - 1
    }

    mutating func remove(_ state: Int, _ step: TraceStep) {
      guard removed.insert(state).inserted else { return }
      removals.append(Removal(step: step, state: state))
    }

    /// - Parameters:
    ///   - before: the states of the objects that there were.
    ///   - now: those of the objects that there are.
    ///   - first: the number of the first state that the step may have made.
    mutating func noteRemovals(
      _ step: TraceStep, _ before: [Int], _ now: [Int], _ resources: [Resource], since first: Int
    ) {
      let left = now.map { state($0, before: first) }
      // Most steps leave every object in its place, and of its kind.
      let isSame =
        before == left
        && left.indices.allSatisfy { index in
          !becomesOthers(left[index]) || states[left[index]].gvk == resources[index].gvk
        }
      if isSame { return }
      var kinds: [Int: Set<GroupVersionKind>] = [:]
      for (state, resource) in zip(left, resources) { kinds[state, default: []].insert(resource.gvk) }
      // A group's trace leads on to what it became, but the group itself is gone.
      for state in before where state != 0 {
        if let kinds = kinds[state], !becomesOthers(state) || kinds.contains(states[state].gvk) { continue }
        remove(state, step)
      }
    }

    /// What an object was before the states from a number on.
    private func state(_ number: Int, before first: Int) -> Int {
      var number = number
      while number >= first { number = states[number].before }
      return number
    }

    private func becomesOthers(_ state: Int) -> Bool { BuildTrace.becomesOthers(states[state].gvk) }
  }

  private let record = Mutex(Record())

  package init() {}

  package var states: [State] { record.withLock { $0.states } }
  package var removals: [Removal] { record.withLock { $0.removals } }

  /// Notes what is new or another since the last step.
  package func note(_ step: TraceStep, _ resources: inout [Resource]) {
    record.withLock { $0.note(step, &resources) }
  }

  /// Notes what a step made of some of the objects, and which of these it took away.
  package func note(_ step: TraceStep, _ indices: [Int], removed: Set<Int>, _ set: inout ResourceSet) {
    record.withLock { record in
      for index in indices {
        if removed.contains(index) {
          record.remove(set.resources[index].trace, step)
        } else {
          record.note(step, &set.resources[index])
        }
      }
    }
  }

  /// Runs a step, and notes what it made, changed and took away.
  package func follow(_ step: TraceStep, _ set: inout ResourceSet, _ change: (inout ResourceSet) -> Void) {
    let before = Self.states(of: set.resources)
    let first = record.withLock { $0.states.count }
    change(&set)
    record.withLock { record in
      record.noteRemovals(step, before, Self.states(of: set.resources), set.resources, since: first)
      record.note(step, &set.resources)
    }
  }

  private static func states(of resources: [Resource]) -> [Int] {
    var states: [Int] = []
    states.reserveCapacity(resources.count)
    // Resources are not copied for this.
    let resources = resources.span
    for index in resources.indices { states.append(resources[index].trace) }
    return states
  }

  /// Whether objects of a kind are expanded into others.
  package static func becomesOthers(_ gvk: GroupVersionKind) -> Bool {
    gvk.group == "zonal" || gvk.kind == "QuarksStatefulSet"
  }
}

extension Node {
  /// Whether it is what it was, in values and places. What nobody wrote to shares its storage with what it was, so that
  /// only what was written to is compared.
  fileprivate func isUntouched(since other: Node) -> Bool {
    switch (self, other) {
    case (.scalar(let a), .scalar(let b)):
      return a.position == b.position && a.kind == b.kind && sameBytes(a.text, b.text)
    case (.sequence(let a), .sequence(let b)):
      guard a.items.count == b.items.count else { return false }
      if a.items.sharesStorage(with: b.items) { return true }
      return zip(a.items, b.items).allSatisfy { $0.isUntouched(since: $1) }
    case (.mapping(let a), .mapping(let b)):
      guard a.pairs.count == b.pairs.count else { return false }
      if a.pairs.sharesStorage(with: b.pairs) { return true }
      return zip(a.pairs, b.pairs).allSatisfy {
        sameBytes($0.key.text, $1.key.text) && $0.value.isUntouched(since: $1.value)
      }
    default: return false
    }
  }
}

extension Array {
  fileprivate func sharesStorage(with other: [Element]) -> Bool {
    withUnsafeBufferPointer { a in other.withUnsafeBufferPointer { a.baseAddress == $0.baseAddress } }
  }
}
