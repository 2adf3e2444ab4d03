package import Changes
internal import Diagnostics
package import Resources
internal import YAML

/// What a line of the sources has a say in.
package struct LineSearch {
  package struct Match {
    package let resource: Resource
    package let path: ChangePath
    /// Whether what the line says is what the field is, and nothing later is put in its place.
    package let decides: Bool
  }

  /// - Parameter files: the file's numbers: each build of a run reads for itself.
  package static func matches(
    in set: ResourceSet, _ history: FieldHistory, line: UInt32, of files: Set<UInt32>
  ) -> [Match] {
    var matches: [Match] = []
    for resource in set.resources where resource.trace != 0 {
      FieldTree(resource.object).visit { path, node in
        guard node.scalar != nil || node.isEmptyCollection else { return }
        let events = history.events(of: path, to: resource.trace)
        let own = events.filter { event in files.contains { event.isOf(line: line, of: $0) } }
        guard !own.isEmpty else { return }
        let origin = history.origin(of: events)
        let decides = origin.map { origin in files.contains { origin.isOf(line: line, of: $0) } } ?? false
        matches.append(Match(resource: resource, path: path, decides: decides))
      }
    }
    return matches
  }
}
