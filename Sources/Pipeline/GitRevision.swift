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

  /// Writes the revision's files into a directory; the work tree and the index stay as they are.
  ///
  /// - Returns: where the path lies now.
  func export(to directory: String) -> Result<String, Failure> {
    do throws(Failure) {
      let top = try git(["rev-parse", "--show-toplevel"], in: nil, [:])
      _ = try git(["rev-parse", "--verify", "--quiet", "\(name)^{commit}"], in: nil, [:])
      let index = ["GIT_INDEX_FILE": "\(directory)/index"]
      _ = try git(["read-tree", "\(name)^{commit}"], in: top, index)
      let tree = "\(directory)/tree/"
      _ = try git(["checkout-index", "--all", "--prefix=\(tree)"], in: top, index)
      let prefix = path.hasPrefix(".") ? try git(["rev-parse", "--show-prefix"], in: nil, [:]) : ""
      let place = FilePath.join(tree, FilePath.normalized("\(prefix)\(path)"))
      guard FileSystem.kind(of: place) != nil else {
        throw Failure(
          id: "missing-file", summary: "there is no \"\(path)\" at \(name)",
          hint: "paths are seen from \(top); begin with ./ to name one seen from here")
      }
      return .success(place)
    } catch {
      return .failure(error)
    }
  }

  /// - Returns: the first line of what Git says.
  private func git(
    _ arguments: [String], in directory: String?, _ environment: [String: String]
  ) throws(Failure) -> String {
    var program = Program("git", arguments)
    program.directory = directory
    program.environment = environment.mapValues { $0 }
    let ending: Program.Ending
    do throws(Program.Failure) { ending = try program.run() } catch {
      throw Failure(
        id: "missing-program", summary: "\"\(name):\(path)\" needs git: \(error)",
        hint: "install git, or name files and directories", isSystem: true)
    }
    guard ending.code == 0 else {
      let words = String(decoding: ending.errors, as: UTF8.self).split(separator: "\n").first.map(String.init)
      throw Failure(
        id: "unknown-revision",
        summary: "git knows no \"\(name)\" here" + (words.map { ": \($0)" } ?? ""),
        hint: "name a commit, branch or tag of the repository you are in, as in HEAD~1:overlays/production")
    }
    return ending.output.split(separator: UInt8(ascii: "\n")).first.map {
      String(decoding: $0, as: UTF8.self)
    } ?? ""
  }
}
