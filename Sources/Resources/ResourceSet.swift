/// The objects of a build, in order.
package struct ResourceSet: Sendable {
  private var objects: [Resource]

  /// An observer would copy all of them for each that changes.
  package var resources: [Resource] {
    _read { yield objects }
    _modify {
      names = nil
      yield &objects
    }
  }

  /// By which objects are found, until something changes them that does not keep it.
  ///
  /// A layer that only adds to those below would otherwise go over all of them again.
  package private(set) var names: NameIndex?

  /// The server that it is for, where a Topology names it.
  package var kubernetesVersion: KubernetesVersion?

  /// More objects are a mistake, or somebody's attempt to fill the machine.
  package static let most = 1_000_000
  /// Every earlier name is kept, so that a few objects under very many names fill it, too.
  package static let mostRenames = 1_000_000

  package init(_ resources: [Resource] = []) {
    objects = resources
  }

  /// By which objects are found. Who changes them notes what it renames, and gives it back.
  package mutating func takeNames() -> NameIndex {
    defer { names = nil }
    return names ?? NameIndex(self)
  }

  /// - Parameter names: in which everything is noted that the objects are called by now.
  package mutating func keep(_ names: NameIndex?) { self.names = names }

  /// By which objects are still found once fields are written; `nil` when these may be names.
  package func names(afterWritingTo specs: [FieldSpec]) -> NameIndex? {
    specs.contains(where: \.mayRename) ? nil : names
  }

  /// Puts the objects into another order, by moves alone: to copy one is a dozen counts of references.
  ///
  /// - Parameter order: for each place the one that its object has now.
  package mutating func arrange(_ order: [Int]) {
    var order = order
    resources.withUnsafeMutableBufferPointer { objects in
      // Each cycle of the permutation is a chain of swaps.
      for start in order.indices {
        var place = start
        while order[place] != start {
          let next = order[place]
          objects.swapAt(place, next)
          order[place] = place
          place = next
        }
        order[place] = place
      }
    }
  }
}
