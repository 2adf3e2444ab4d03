package import Changes
internal import Diagnostics
package import Resources
package import YAML

/// One object, and where its fields come from.
package struct Explanation {
  package let resource: Resource
  /// The step that took the object away, if one did.
  package let removal: TraceStep?
  package let history: FieldHistory
  private let values: ShownValues

  package init(_ found: ObjectQuery.Found, _ history: FieldHistory, _ values: ShownValues) {
    resource = found.resource
    removal = found.removal
    self.history = history
    self.values = values
  }

  package struct Field {
    package let path: ChangePath
    /// `nil` for one that a step took away.
    package let value: Node?
    package let events: [FieldEvent]
    package let origin: FieldEvent?
    /// The group's setting that it was generated from.
    package var setting: FieldEvent.Setting? { events.last { $0.setting != nil }?.setting }
  }

  /// - Parameter path: of a field that the object has, or once had.
  package func field(_ path: ChangePath) -> Field {
    let events = history.events(of: path, to: resource.trace, removal: removal)
    let isHidden = hides(path)
    let value = FieldTree(resource.object).node(at: path)
    // What took the object away decided nothing of its fields.
    let isGone = removal != nil && events.last?.kind == .removed
    let own = isGone ? events.dropLast() : events
    // What holds others is where it was first written, whatever became of those.
    let holdsOthers = value.map { $0.scalar == nil && !$0.isEmptyCollection } ?? false
    return Field(
      path: path, value: value.map { shown($0, isHidden) }, events: events.map { shown($0, isHidden) },
      origin: holdsOthers ? own.first : history.origin(of: own))
  }

  /// Every field that holds no others, in the order of the object.
  package var fields: [Field] {
    var paths: [ChangePath] = []
    FieldTree(resource.object).visit { path, node in
      if node.scalar != nil || node.isEmptyCollection { paths.append(path) }
    }
    return paths.map(field)
  }

  /// The object without what is hidden in it.
  package var shownObject: Node { values.object(resource.object) }

  private func hides(_ path: ChangePath) -> Bool {
    history.states(to: resource.trace).contains { values.hides(path, of: history.state($0).object) }
  }

  private func shown(_ node: Node, _ isHidden: Bool) -> Node {
    isHidden ? ShownValues.masked(node) : values.object(node)
  }

  private func shown(_ event: FieldEvent, _ isHidden: Bool) -> FieldEvent {
    let isChange = isHidden && event.kind == .changed
    return FieldEvent(
      kind: event.kind, step: event.step, old: event.old.map { shown($0, isHidden) },
      new: event.new.map { isChange ? ShownValues.masked($0, as: SecretMask.changed) : shown($0, isHidden) },
      position: event.position, setting: event.setting, isCopy: event.isCopy, isKey: event.isKey)
  }

  // MARK: Finding a field

  /// - Throws: how far the path leads in the object as it is in the end.
  package func path(_ query: FieldQuery) throws(FieldTree.DeadEnd) -> ChangePath {
    do throws(FieldTree.DeadEnd) {
      return try FieldTree(resource.object).path(query)
    } catch {
      // What a patch took away was there before.
      for number in history.states(to: resource.trace).dropFirst() {
        if let path = try? FieldTree(history.state(number).object).path(query) { return path }
      }
      throw error
    }
  }
}

extension Node {
  var isEmptyCollection: Bool { items?.isEmpty ?? mapping?.isEmpty ?? false }
}
