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
    /// The state before; 0 for an object that was new.
    package let before: Int
  }

  /// An object that a step took away.
  package struct Removal: Sendable {
    package let step: TraceStep
    /// Its last state.
    package let state: Int
  }

  private struct Record {
    // States are counted from 1, so that 0 is none.
    var states = [State(step: TraceStep(""), object: .null, before: 0)]
    var removals: [Removal] = []
  }

  private let record = Mutex(Record())

  package init() {}

  package var states: [State] { record.withLock { $0.states } }
  package var removals: [Removal] { record.withLock { $0.removals } }

  /// Notes what is new or another since the last step.
  package func note(_ step: TraceStep, _ resources: inout [Resource]) {
    record.withLock { record in
      for index in resources.indices {
        let before = resources[index].trace
        if before != 0, record.states[before].object.isUntouched(since: resources[index].object) { continue }
        record.states.append(State(step: step, object: resources[index].object, before: before))
        resources[index].trace = record.states.count - 1
      }
    }
  }

  /// Runs a step, and notes what it made, changed and took away.
  package func follow(_ step: TraceStep, _ set: inout ResourceSet, _ change: (inout ResourceSet) -> Void) {
    let before = set.resources.map { (trace: $0.trace, gvk: $0.gvk) }
    change(&set)
    var left: [Int: Set<GroupVersionKind>] = [:]
    for resource in set.resources where resource.trace != 0 {
      left[resource.trace, default: []].insert(resource.gvk)
    }
    // A group's trace leads on to what it became, but the group itself is gone.
    let removals = before.filter { old in
      old.trace != 0
        && !(left[old.trace].map { $0.contains(old.gvk) || !Self.becomesOthers(old.gvk) } ?? false)
    }
    record.withLock { record in
      record.removals += removals.map { Removal(step: step, state: $0.trace) }
    }
    note(step, &set.resources)
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
