import Machine
import Pipeline
import Testing

/// Takes over the sets of each folder of `adoptions/`: `running` becomes the groups of `taken`.
@Suite struct AdoptionTests {
  private static let root = FilePath.join(FilePath.directory(of: #filePath), "adoptions")
  static let all = FileSystem.names(in: root)

  @Test(arguments: all) func nothingHappensToWhatRuns(_ name: String) {
    #expect(plan(name, "taken") == "nothing happens to what runs\n")
  }

  /// A pod that gets what a group adds by default is another pod.
  @Test(arguments: all) func whatIsAddedIsNoticed(_ name: String) {
    #expect(plan(name, "noticed").contains(" restart\n"))
  }

  /// All that a StatefulSet can't change, or restarts pods for.
  @Test(arguments: all, ["selector", "serviceName", "template", "volumeClaimTemplates"])
  func bytesAreTheSame(_ name: String, _ field: String) throws {
    let running = try statefulSets(of: name, "running")
    let taken = try statefulSets(of: name, "taken")
    #expect(
      running.map { lines("name", under: "metadata", of: $0) }
        == taken.map { lines("name", under: "metadata", of: $0) })
    let fields = running.map { lines(field, under: "spec", of: $0) }
    #expect(!fields.isEmpty && !fields.contains([]))
    #expect(fields == taken.map { lines(field, under: "spec", of: $0) })
  }

  // MARK: - Sides

  private func folder(_ name: String, _ side: String) -> String {
    FilePath.join(Self.root, "\(name)/\(side)")
  }

  private func plan(_ name: String, _ side: String) -> String {
    let planning = Planning(
      from: folder(name, "running"), to: folder(name, side), options: Build.Options())
    return planning.messages.text(colours: false) + planning.text(.text)
  }

  private func statefulSets(of name: String, _ side: String) throws -> [String] {
    let outcome = Build(options: Build.Options()).run([folder(name, side)])
    let manifest = try #require(outcome.manifests.first?.text)
    return manifest.split(separator: "\n---\n").map(String.init).filter {
      $0.contains("\nkind: StatefulSet\n")
    }
  }

  /// The lines of a field, as they are written out.
  private func lines(_ field: String, under parent: String, of object: String) -> [Substring] {
    object.split(separator: "\n")
      .drop { $0 != "\(parent):" }
      .drop { !$0.hasPrefix("  \(field):") }
      .enumerated().prefix { index, line in index == 0 || line.hasPrefix("   ") || line.hasPrefix("  - ") }
      .map(\.element)
  }
}
