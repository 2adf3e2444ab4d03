package import Diagnostics
package import Machine
internal import YAML

/// The directory of a kustomization: what is read for it is read through here, within its bounds.
package struct Directory: Sendable {
  /// Absolute, without symbolic links.
  package let path: String
  /// As messages show it: seen from where the user called.
  package let shown: String
  /// The directory that led here, to find cycles.
  private let outer: Outer?
  /// The root of the clone that this lies in, when it was fetched: nothing that it names may lie outside.
  package let clone: String?

  private final class Outer: Sendable {
    let path: String
    let shown: String
    let outer: Outer?

    init(_ directory: Directory) {
      path = directory.path
      shown = directory.shown
      outer = directory.outer
    }
  }

  /// - Parameter shown: how messages name it; by default as it is named here.
  /// - Returns: `nil` when there is no directory at the path.
  package init?(_ path: String, shown: String? = nil) {
    guard let real = FileSystem.realPath(path), FileSystem.kind(of: real) == .directory else { return nil }
    self.init(path: real, shown: shown ?? FilePath.normalized(path), outer: nil, clone: nil)
  }

  /// What the file is called that makes a directory one to build.
  package static let kustomizationNames = ["kustomization.yaml", "kustomization.yml", "Kustomization"]

  /// Whether a directory is to be built, be it that its kustomization file is none that can be read.
  package static func holdsKustomization(_ path: String) -> Bool {
    kustomizationNames.contains {
      ![nil, .directory].contains(FileSystem.kind(of: FilePath.join(path, $0)))
    }
  }

  private init(path: String, shown: String, outer: Outer?, clone: String?) {
    self.path = path
    self.shown = shown
    self.outer = outer
    self.clone = clone
  }

  package func shown(_ name: String) -> String { FilePath.join(shown, name) }

  package func kind(of name: String) -> FileSystem.Kind? {
    FileSystem.kind(of: FilePath.join(path, name))
  }

  /// Whether a path without symbolic links lies below this directory, or one that led here.
  package func isOfTree(_ real: String) -> Bool {
    FilePath.isInside(real, path)
      || sequence(first: Outer(self), next: \.outer).contains { FilePath.isInside(real, $0.path) }
  }

  /// A directory that this one names, such as a base.
  ///
  /// - Returns: `nil`, after a report, when there is none, or when going there would lead in a circle.
  package func child(_ name: Located<String>, _ report: Report) -> Directory? {
    guard staysInClone(name, report), isPath(name, report) else { return nil }
    guard let real = FileSystem.realPath(FilePath.join(path, name.value)) else {
      report.error(
        "missing-file", "there is no directory \"\(name.value)\"", at: name.position,
        hint: nearbyHint(name.value))
      return nil
    }
    return child(name, at: real, shown: shown(name.value), clone: clone, report)
  }

  /// Whether a name can be one of a file; else, after a report, `false`.
  func isPath(_ name: Located<String>, _ report: Report) -> Bool {
    guard name.value.holdsNUL else { return true }
    report.error(
      "bad-path", "a path can't hold the character NUL (\\0)", at: name.position, hint: "remove it")
    return false
  }

  /// Whether a directory that was fetched names nothing outside of its repository; else, after a report, `false`.
  func staysInClone(_ name: Located<String>, _ report: Report) -> Bool {
    guard let clone else { return true }
    let wanted = FilePath.join(path, name.value)
    if FilePath.isInside(FileSystem.realPath(wanted) ?? wanted, clone) { return true }
    report.error(
      "outside-repository", "\"\(name.value)\" lies outside of the repository", at: name.position,
      hint: "what was fetched can name only what its repository holds")
    return false
  }

  /// Whether this directory may name a repository: what was fetched may name none of this machine.
  func mayName(_ remote: GitDirectory, _ name: Located<String>, _ report: Report) -> Bool {
    guard clone != nil, remote.repository.hasPrefix("file:") else { return true }
    report.error(
      "outside-repository", "\"\(name.value)\" is a repository of this machine", at: name.position,
      hint: "what was fetched can name only what its repository holds, or what is fetched, too")
    return false
  }

  /// A directory of a repository that was fetched, for a build of its own.
  ///
  /// - Parameter root: the root of the clone.
  /// - Returns: `nil`, after a report, when the repository has no such directory.
  init?(_ remote: GitDirectory, in root: String, namedBy name: Located<String>, _ report: Report) {
    guard let real = FileSystem.realPath(FilePath.join(root, remote.path)), FilePath.isInside(real, root),
      FileSystem.kind(of: real) == .directory
    else {
      report.error(
        "missing-file", "the repository has no directory \"\(remote.path)\"", at: name.position,
        hint: "look for it at \(remote.ref ?? "the default branch") of \(remote.repository)")
      return nil
    }
    self.init(path: real, shown: remote.shown, outer: nil, clone: root)
  }

  /// A directory of a repository that was fetched for this one.
  ///
  /// - Returns: `nil`, after a report, when there is none, or it leads in a circle.
  func child(
    _ name: Located<String>, _ remote: GitDirectory, in root: String, _ report: Report
  ) -> Directory? {
    Directory(remote, in: root, namedBy: name, report).flatMap { found in
      child(name, at: found.path, shown: found.shown, clone: root, report)
    }
  }

  private func child(
    _ name: Located<String>, at real: String, shown: String, clone: String?, _ report: Report
  ) -> Directory? {
    let here = Outer(self)
    let way = sequence(first: here, next: \.outer)
    guard way.contains(where: { FilePath.isInside($0.path, real) }) else {
      return Directory(path: real, shown: shown, outer: here, clone: clone)
    }
    reportCycle(name, to: real, way.reversed(), report)
    return nil
  }

  private func reportCycle(
    _ name: Located<String>, to real: String, _ way: [Outer], _ report: Report
  ) {
    guard let ancestor = way.first(where: { FilePath.isInside($0.path, real) }) else { return }
    let isSame = sameBytes(ancestor.path, real)
    let places = way.map(\.shown) + [shown(name.value)]
    report.error(
      "cycle",
      isSame
        ? "\"\(name.value)\" leads back to \(ancestor.shown), which leads here"
        : "\"\(name.value)\" contains \(ancestor.shown), which leads here",
      at: name.position, notes: [.init("the way here: " + places.joined(separator: " -> "))],
      hint: isSame
        ? "remove this entry, or move what both need into a base of its own"
        : "move the layer out of its base, or name a directory beside it")
  }

  /// What a name that leads nowhere may have meant, at the first part of it that is not there.
  package func nearbyHint(_ name: String) -> String { nearby(name).hint }

  /// The same, and whether something is there that is called much alike.
  func nearby(_ name: String) -> (hint: String, isLikely: Bool) {
    var found = FilePath.isAbsolute(name) ? "/" : "."
    for part in FilePath.parts(name).map(String.init) {
      let next = found == "." ? part : found + "/" + part
      if kind(of: next) == nil {
        let names = FileSystem.names(in: FilePath.join(path, found))
        if names.containsBytes(of: part) {
          return ("\"\(next)\" is a symbolic link that leads nowhere", true)
        }
        let near = nearest(to: part, among: names).map { FilePath.join(found, $0) }
        return suggestion(for: next, among: near).map { ($0, true) }
          ?? ("seen from the directory of this file, there is no \"\(next)\"", false)
      }
      found = next
    }
    return ("a part of this path is a file, not a directory", true)
  }
}

/// Which files a layer may read: kustomize's `--load-restrictor`.
package enum LoadRestrictor: String, Sendable, CaseIterable {
  /// Only files in or below the directory of the kustomization that names them.
  case rootOnly = "LoadRestrictionsRootOnly"
  case none = "LoadRestrictionsNone"
}
