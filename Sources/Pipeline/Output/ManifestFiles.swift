internal import Resources
internal import Transforms
internal import YAML

/// A file as it is to be in a directory of rendered output.
struct ManifestFile {
  let name: String
  let content: [UInt8]
  let hash: String

  init(name: String, content: [UInt8]) {
    self.name = name
    self.content = content
    hash = ContentHash.sha256Hex(content)
  }
}

/// In which form a set is written into a directory.
struct OutputForm: Equatable {
  var layout: OutputLayout = .single
  var naming: OutputNaming = .kind
  /// Whether a `kustomization.yaml` lists the files, as Flux wants one.
  var hasKustomization = false
  /// Whether a BOSH manifest was built, too, which only its flags bring back.
  var isOfManifest = false
}

enum ManifestFiles {
  static let kustomization = "kustomization.yaml"

  /// - Parameter manifest: the set's stream, where it is needed.
  static func files(
    of set: ResourceSet, _ form: OutputForm, manifest: @autoclosure () -> Manifest
  ) -> [ManifestFile] {
    var files: [ManifestFile]
    switch form.layout {
    case .single:
      files = [.init(name: "manifest.yaml", content: Array(manifest().pieces.joined()))]
    // Its files are in directories of their own.
    case .zones: return []
    case .tree:
      files = zip(form.naming.names(of: set), ManifestWriter.documents(of: set)).map {
        .init(name: $0, content: $1)
      }
    }
    if form.hasKustomization { files.append(list(of: files.map(\.name))) }
    return files
  }

  private static func list(of names: [String]) -> ManifestFile {
    let node = Node.mapping([
      "apiVersion": .string(Kustomization.apiVersion), "kind": "Kustomization",
      "resources": .sequence(names.sorted(by: precedesBytewise).map { .string($0) }),
    ])
    return .init(name: kustomization, content: Array(node.yaml.utf8))
  }
}
