package import Diagnostics
internal import YAML

/// The directory of a kustomization: what is read for it is read through here, within its bounds.
package struct Directory: Sendable {
  /// Absolute, without symbolic links.
  package let path: String
  /// As messages show it: seen from where the user called.
  package let shown: String
  /// The directories that led here, outermost first, to find cycles.
  package let visited: [String]

  /// - Returns: `nil` when there is no directory at the path.
  package init?(_ path: String) {
    guard let real = FileSystem.realPath(path), FileSystem.kind(of: real) == .directory else { return nil }
    self.init(path: real, shown: FilePath.normalized(path), visited: [])
  }

  private init(path: String, shown: String, visited: [String]) {
    self.path = path
    self.shown = shown
    self.visited = visited
  }

  package func shown(_ name: String) -> String { FilePath.join(shown, name) }

  package func kind(of name: String) -> FileSystem.Kind? {
    FileSystem.kind(of: FilePath.join(path, name))
  }

  /// A directory that this one names, such as a base.
  ///
  /// - Returns: `nil`, after a report, when there is none, or when going there would lead in a circle.
  package func child(_ name: Located<String>, _ report: Report) -> Directory? {
    guard let real = FileSystem.realPath(FilePath.join(path, name.value)) else {
      report.error(
        "missing-file", "there is no file or directory \"\(name.value)\"", at: name.position,
        hint: nearbyHint(name.value))
      return nil
    }
    for ancestor in visited + [path] where FilePath.isInside(ancestor, real) {
      report.error(
        "cycle", "\"\(name.value)\" leads back to \(real), which leads here", at: name.position,
        notes: [.init("the way here: " + (visited + [path, real]).joined(separator: " -> "))],
        hint: "a base must not contain the layer that uses it: move it beside, or remove this entry")
      return nil
    }
    return Directory(path: real, shown: shown(name.value), visited: visited + [path])
  }

  /// Says which of the names beside it a missing file may have meant.
  func nearbyHint(_ name: String) -> String? {
    let parent = FilePath.directory(of: FilePath.join(path, name))
    let names = FileSystem.names(in: parent)
    guard !names.isEmpty else { return "there is no directory \(parent)" }
    let written = FilePath.directory(of: name)
    return suggestion(for: name, among: names.map { FilePath.join(written, $0) })
      ?? "paths are seen from \(shown)"
  }
}

/// Which files a layer may read: kustomize's `--load-restrictor`.
package enum LoadRestrictor: String, Sendable, CaseIterable {
  /// Only files in or below the directory of the kustomization that names them.
  case rootOnly = "LoadRestrictionsRootOnly"
  case none = "LoadRestrictionsNone"
}
