import Diagnostics
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

  @Test func thereAreMany() {
    #expect(Self.directories.count >= 400)
  }

  @Test func aNamespaceIsOneLine() throws {
    for directory in Self.directories {
      let edited = try #require(Edited(directory) { $0.setText("namespace", to: "brand-new") })
      guard !edited.isRefused else { continue }
      let (removed, added) = edited.difference
      #expect(removed.count <= 1, "\(directory)")
      #expect(
        added.filter { !$0.isEmpty && !$0.hasPrefix("apiVersion") && !$0.hasPrefix("kind") }.count == 1,
        "\(directory)")
      #expect(edited.after.contains("brand-new"))
    }
  }

  @Test func anImageIsItsEntry() throws {
    for directory in Self.directories {
      let edited = try #require(Edited(directory) { $0.setImages(["brand/new:v1"]) })
      guard !edited.isRefused else { continue }
      let (removed, added) = edited.difference
      // One line gives way where the list stands in it.
      #expect(removed.count <= 1, "\(directory)")
      #expect(added.count { !$0.isEmpty } <= 5, "\(directory)")
      let same = try #require(
        Edited(directory) {
          $0.setImages(["brand/new:v1"])
          $0.setImages(["brand/new:v1"])
        })
      #expect(same.after == edited.after, "\(directory)")
    }
  }

  @Test func whatIsAddedAndRemovedAgainLeavesNothing() throws {
    var count = 0
    for directory in Self.directories {
      guard let editor = Self.editor(directory), !editor.text.documents.isEmpty else { continue }
      let edited = try #require(
        Edited(directory) { editor in
          editor.add(.resource, ["brand-new.yaml"], isVerified: false)
          editor.remove(.resource, ["brand-new.yaml"])
        })
      guard !edited.isRefused else { continue }
      // An empty list becomes lines, and goes with the last of them.
      let wasEmpty =
        editor["resources"] == nil && editor.root[editor.key("resources")] != nil
        || editor["resources"]?.items?.isEmpty == true
      if !wasEmpty {
        #expect(edited.after == edited.before, "\(directory)")
        count += 1
      }
    }
    #expect(count >= 400)
  }

  @Test func whatIsFixedHasNothingToFix() throws {
    for directory in Self.directories {
      let once = try #require(Edited(directory) { $0.fix() })
      guard !once.isRefused else { continue }
      let twice = try #require(
        Edited(directory) {
          $0.fix()
          $0.fix()
        })
      #expect(twice.after == once.after, "\(directory)")
    }
  }

  @Test func fewAreRefused() {
    let refused = Self.directories.filter { directory in
      Edited(directory) {
        $0.setText("namespace", to: "brand-new")
        $0.setImages(["brand/new:v1"])
      }?.isRefused ?? true
    }
    #expect(refused.count <= 20, "\(refused)")
  }
}
