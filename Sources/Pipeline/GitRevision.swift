internal import Machine

/// A path as it is, or was, at a revision of the repository around the user: `HEAD~1:overlays/production`.
///
/// As in Git, the path is seen from the top of the work tree, or from where the user is when it begins with `./`.
struct GitRevision {
  let name: String
  private(set) var path: String

  /// - Returns: `nil` for what is no revision with a path.
  init?(_ text: String) {
    guard let colon = text.firstIndex(of: ":"), colon != text.startIndex, !text.hasPrefix("-") else {
      return nil
    }
    name = String(text[..<colon])
    path = String(text[text.index(after: colon)...])
  }

  struct Failure: Error {
    var id: String
    var summary: String
    var hint: String?
    var isSystem = false
  }

  /// The revision's files while they are read; who opens them closes them.
  struct Opened {
    /// Where the path seems to lie.
    let place: String
    fileprivate let tree: GitTree
    fileprivate let objects: GitObjects

    func close() {
      tree.close()
      objects.close()
    }
  }

  /// Opens the revision's files; nothing but what is then asked for is read, and the work tree and the index stay as
  /// they are.
  ///
  /// - Parameter directory: an empty one of this run's own, below which they seem to lie.
  func open(at directory: String) -> Result<Opened, Failure> {
    do throws(Failure) {
      let here = try git(ArgumentList("rev-parse", "--show-toplevel", "--show-prefix"))
      let objects = GitObjects()
      let root = FilePath.join(FileSystem.realPath(directory) ?? directory, "tree")
      guard let tree = GitTree("\(name)^{tree}", of: objects, at: root) else {
        objects.close()
        throw Failure(
          id: "unknown-revision", summary: "git knows no \"\(name)\" here", hint: Self.revisionHint)
      }
      let prefix = path.hasPrefix(".") && here.count > 1 ? here[1] : ""
      let opened = Opened(
        place: FilePath.join(root, FilePath.normalized("\(prefix)\(path)")), tree: tree, objects: objects)
      guard FileSystem.kind(of: opened.place) != nil else {
        opened.close()
        throw Failure(
          id: "missing-file", summary: "there is no \"\(path)\" at \(name)",
          hint:
            "paths are seen from \(here.first ?? "the top of the work tree"); begin with ./ to name one seen from here"
        )
      }
      return .success(opened)
    } catch {
      return .failure(error)
    }
  }

  private static let revisionHint =
    "name a commit, branch or tag of the repository you are in, as in HEAD~1:overlays/production"

  /// - Returns: the lines that Git says.
  private func git(_ arguments: ArgumentList) throws(Failure) -> [String] {
    let ending: Program.Ending
    do throws(Program.Failure) { ending = try Program("git", arguments).run() } catch {
      throw Failure(
        id: "missing-program", summary: "\"\(name):\(path)\" needs git: \(error)",
        hint: "install git, or name files and directories", isSystem: true)
    }
    guard ending.code == 0 else {
      let words = String(decoding: ending.errors, as: UTF8.self).split(separator: "\n").first.map(String.init)
      throw Failure(
        id: "unknown-revision",
        summary: "git knows no \"\(name)\" here" + (words.map { ": \($0)" } ?? ""), hint: Self.revisionHint)
    }
    return String(decoding: ending.output, as: UTF8.self)
      .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }
}
