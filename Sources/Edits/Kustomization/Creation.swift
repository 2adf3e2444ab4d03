package import Diagnostics
internal import Files
internal import Machine
internal import YAML

/// A kustomization file that is made where there is none.
package struct Creation: Sendable {
  package var resources: [String] = []
  package var namespace = ""
  package var namePrefix = ""
  package var nameSuffix = ""
  package var labels: [String] = []
  package var annotations: [String] = []
  /// Whether the files here that hold objects are listed, too.
  package var detects = false
  /// Whether those in directories below are.
  package var isRecursive = false

  package init() {}

  /// The name and the content of the file; `nil` after a report.
  package func make(
    in directory: String, _ files: SourceFiles, _ report: Report
  ) -> (name: String, text: [UInt8])? {
    let name = Directory.kustomizationNames[0]
    var editor = KustomizationEditor(newIn: directory, name, files, report)
    if let old = Directory.kustomizationNames.first(where: {
      FileSystem.kind(of: FilePath.join(directory, $0)) != nil
    }) {
      report.error(
        "already-there", "there is a kustomization file here already",
        at: files.place(of: FilePath.join(directory, old)),
        hint: "change it with \"zonal edit\"")
    }
    editor.start()
    editor.add(.resource, resources)
    if detects {
      var detection = Detection(directory: directory, limit: files.sizeLimit, isRecursive: isRecursive)
      let there = editor.items("resources").compactMap(\.text)
      for path in detection.run() where !there.contains(where: { sameBytes($0, path) }) {
        editor.append(.string(path), to: "resources")
      }
    }
    editor.setText("namePrefix", to: namePrefix)
    editor.setText("nameSuffix", to: nameSuffix)
    editor.setText("namespace", to: namespace)
    editor.set(.label, labels.sorted(by: precedesBytewise))
    editor.set(.annotation, annotations.sorted(by: precedesBytewise))
    return report.hasErrors ? nil : (name, editor.text.bytes)
  }
}

/// The files below a directory that hold objects, and the directories that hold kustomizations.
private struct Detection {
  let directory: String
  let limit: Int
  let isRecursive: Bool
  private var found: [String] = []

  init(directory: String, limit: Int, isRecursive: Bool) {
    (self.directory, self.limit, self.isRecursive) = (directory, limit, isRecursive)
  }

  mutating func run() -> [String] {
    look("")
    return found
  }

  private mutating func look(_ place: String) {
    for name in FileSystem.names(in: FilePath.join(directory, place)) where !name.hasPrefix(".") {
      let path = place.isEmpty ? name : place + "/" + name
      let full = FilePath.join(directory, path)
      switch FileSystem.kind(ofEntry: full) {
      case .directory where isRecursive:
        if Directory.holdsKustomization(full) { found.append(path) } else { look(path) }
      case .file where holdsObjects(full): found.append(path)
      default: break
      }
    }
  }

  private func holdsObjects(_ path: String) -> Bool {
    guard case .success(let bytes) = FileSystem.read(path, limit: limit) else { return false }
    let documents = Composer.compose(SourceFile(path: path, bytes: bytes), index: 0, report: Report()) ?? []
    return !documents.isEmpty
      && documents.allSatisfy { document in
        guard let kind = document["kind"]?.string, !kind.isEmpty else { return false }
        return kind.hasSuffix("List") || document.at("metadata", "name")?.text?.isEmpty == false
      }
  }
}
