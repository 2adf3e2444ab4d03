import Diagnostics
import Dispatch
import Edits
import Machine
import Testing
import YAML

/// Edits of every kustomization file of the golden cases.
@Suite struct KustomizationsTests {
  /// The directories that hold one file which can be read.
  private static let directories: [String] = {
    let cases = FilePath.join(FilePath.directory(of: #filePath), "../GoldenTests/cases")
    return FileSystem.names(in: cases).flatMap { below(FilePath.join(cases, $0) + "/input") }
  }()

  private static func below(_ directory: String) -> [String] {
    let inner = FileSystem.names(in: directory).map { directory + "/" + $0 }
    return (editor(directory) == nil ? [] : [directory])
      + inner.filter { FileSystem.kind(ofEntry: $0) == .directory }.flatMap(below)
  }

  private static func editor(_ directory: String) -> KustomizationEditor? {
    KustomizationEditor(directory, SourceFiles(), Report())
  }

  /// What an edit makes of a file, and whether something is wrong with it.
  private struct Edited {
    var before: String
    var after: String
    var isRefused: Bool

    init?(_ directory: String, _ edits: (inout KustomizationEditor) -> Void) {
      guard var editor = KustomizationsTests.editor(directory) else { return nil }
      before = String(decoding: editor.text.bytes, as: UTF8.self)
      edits(&editor)
      after = String(decoding: editor.text.bytes, as: UTF8.self)
      isRefused = editor.report.hasErrors
    }

    /// The lines that the one has and the other has not, each in its order.
    var difference: (removed: [String], added: [String]) {
      let (old, new) = (Self.lines(before), Self.lines(after))
      let change = new.difference(from: old)
      return (
        change.removals.map { if case .remove(_, let line, _) = $0 { line } else { "" } },
        change.insertions.map { if case .insert(_, let line, _) = $0 { line } else { "" } }
      )
    }

    private static func lines(_ text: String) -> [String] {
      text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    }
  }

  /// The directories in which something is not right.
  private func wrong(_ isRight: @escaping @Sendable (String) -> Bool) async -> [String] {
    await withCheckedContinuation { continuation in
      // Not on one of the few threads that all tests share.
      DispatchQueue(label: "kustomizations").async {
        continuation.resume(returning: Self.directories.filter { !isRight($0) })
      }
    }
  }

  /// How many directories there may be in which an edit is refused: fields of the wrong type, aliases.
  private static let mostRefused = 20

  @Test func aNamespaceIsOneLine() async {
    let wrong = await wrong { directory in
      guard let edited = Edited(directory, { $0.setText("namespace", to: "brand-new") }) else { return false }
      let (removed, added) = edited.difference
      let own = added.filter { !$0.isEmpty && !$0.hasPrefix("apiVersion") && !$0.hasPrefix("kind") }
      return edited.isRefused || removed.count <= 1 && own.count == 1 && edited.after.contains("brand-new")
    }
    #expect(wrong == [])
    #expect(Self.directories.count >= 400)
  }

  @Test func anImageIsItsEntry() async {
    let wrong = await wrong { directory in
      guard let edited = Edited(directory, { $0.setImages(["brand/new:v1"]) }),
        let again = Edited(
          directory,
          {
            $0.setImages(["brand/new:v1"])
            $0.setImages(["brand/new:v1"])
          })
      else { return false }
      let (removed, added) = edited.difference
      // One line gives way where the list stands in it.
      return edited.isRefused
        || removed.count <= 1 && added.count { !$0.isEmpty } <= 5 && again.after == edited.after
    }
    #expect(wrong == [])
  }

  @Test func whatIsAddedAndRemovedAgainLeavesNothing() async {
    let wrong = await wrong { directory in
      guard let editor = Self.editor(directory), !editor.text.documents.isEmpty else { return true }
      let edited = Edited(directory) { editor in
        editor.add(.resource, ["brand-new.yaml"], isVerified: false)
        editor.remove(.resource, ["brand-new.yaml"])
      }
      guard let edited, !edited.isRefused else { return true }
      // An empty list becomes lines, and goes with the last of them.
      let wasEmpty =
        editor["resources"] == nil && editor.root[editor.key("resources")] != nil
        || editor["resources"]?.items?.isEmpty == true
      return wasEmpty || edited.after == edited.before
    }
    #expect(wrong == [])
  }

  @Test func whatIsFixedHasNothingToFix() async {
    let wrong = await wrong { directory in
      guard let once = Edited(directory, { $0.fix() }),
        let twice = Edited(
          directory,
          {
            $0.fix()
            $0.fix()
          })
      else { return false }
      return once.isRefused || twice.after == once.after
    }
    #expect(wrong == [])
  }

  @Test func fewAreRefused() async {
    let refused = await wrong { directory in
      let edited = Edited(directory) {
        $0.setText("namespace", to: "brand-new")
        $0.setImages(["brand/new:v1"])
        $0.add(.resource, ["brand-new.yaml"], isVerified: false)
      }
      return edited?.isRefused == false
    }
    #expect(refused.count <= Self.mostRefused, "\(refused)")
  }
}
