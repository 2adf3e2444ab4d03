internal import Files
internal import Machine
internal import YAML

/// A kustomization file as it stands, and the paths that it names.
struct KustomizationFile: Sendable {
  /// How a named file is used: an object of the tree, a part of others, or anything else.
  enum Use: Sendable {
    case resource, patch, other
  }

  struct Name: Sendable {
    /// Without symbolic links; of a directory that of its kustomization file.
    let path: String
    let use: Use
  }

  /// Absolute, without symbolic links.
  let path: String
  let names: [Name]

  static let pathFields: Set<String> = [
    "resources", "bases", "components", "generators", "transformers", "validators", "crds", "configurations",
    "patches", "patchesStrategicMerge", "patchesJson6902", "replacements", "configMapGenerator",
    "secretGenerator", "helmCharts", "helmChartInflationGenerator", "openapi",
  ]

  private static let uses: [String: Use] = [
    "resources": .resource, "bases": .resource, "components": .resource, "generators": .resource,
    "patches": .patch, "patchesStrategicMerge": .patch, "patchesJson6902": .patch,
  ]

  /// - Parameter before: the same file with its text before, which holds while the text can't be read.
  init(_ path: String, before: KustomizationFile? = nil) {
    self.path = path
    guard case .success(let bytes) = FileSystem.read(path), let root = SourceTree.compose(bytes)?.first else {
      names = before?.names ?? []
      return
    }
    let directory = FilePath.directory(of: path)
    var names: [Name] = []
    for pair in root.pairs ?? [] {
      guard let field = pair.key.text, Self.pathFields.contains(field) else { continue }
      let use = Self.uses[field] ?? .other
      for text in pair.value.texts {
        if let found = Self.target(of: text, in: directory) { names.append(Name(path: found, use: use)) }
      }
    }
    self.names = names
  }

  /// What a text leads to, if it is the path of something; `KEY=PATH` is one, too.
  static func target(of text: String, in directory: String) -> String? {
    guard text.utf8.count < 1024, !text.utf8.contains(0x0A), !text.isEmpty else { return nil }
    let word = text.split(separator: "=", maxSplits: 1).last.map(String.init) ?? text
    guard let real = FileSystem.realPath(FilePath.join(directory, word)) else { return nil }
    return FileSystem.kind(of: real) == .directory ? file(in: real) : real
  }

  /// The kustomization file of a directory.
  static func file(in directory: String) -> String? {
    Directory.kustomizationNames.map { FilePath.join(directory, $0) }.first {
      FileSystem.kind(of: $0) == .file
    }
  }

  static func isOne(_ path: String) -> Bool {
    Directory.kustomizationNames.contains(FilePath.lastComponent(path))
  }
}

extension SourceNode {
  /// The texts of all scalars below it but keys.
  var texts: [String] {
    switch content {
    case .scalar(let text, _): [text]
    case .sequence(let items): items.flatMap(\.texts)
    case .mapping(let pairs): pairs.flatMap(\.value.texts)
    case .alias: []
    }
  }
}
