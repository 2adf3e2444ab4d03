internal import Diagnostics
internal import Edits
internal import Machine

/// A change of the kustomization file of a directory, as kustomize's `edit` makes it, in the lines that it is about.
public struct KustomizationEdit: Sendable {
  /// A field that is one text.
  public enum TextField: String, Sendable {
    case namespace, namePrefix, nameSuffix
  }

  public enum Metadata: String, Sendable {
    case label, annotation
  }

  /// A field that lists paths.
  public enum Paths: String, Sendable {
    case resource, component, generator, transformer, validator
  }

  /// Labels that are added without selectors, or with them.
  public struct LabelPlace: Sendable {
    public var withoutSelector = false
    public var includesTemplates = false

    public init() {}
  }

  public enum Request: Sendable {
    case setText(TextField, String)
    case setImages([String])
    case setReplicas([String])
    case setMetadata(Metadata, [String])
    case setGenerated(GeneratedObject)
    case setBuildMetadata(String)
    case setInstances([String], zone: String?)
    case addPaths(Paths, [String], isVerified: Bool)
    case addBases(String)
    case addMetadata(Metadata, [String], LabelPlace, isForced: Bool)
    case addGenerated(GeneratedObject)
    case addPatch(Patch)
    case addBuildMetadata(String)
    case removePaths(Paths, [String])
    case removeMetadata(Metadata, String, isLenient: Bool)
    case removeGenerated(GeneratedObject.Kind, String, namespace: String)
    case removePatch(Patch)
    case removeBuildMetadata(String)
    case fix
  }

  /// A ConfigMap or a Secret that a kustomization makes.
  public struct GeneratedObject: Sendable {
    public enum Kind: String, Sendable {
      case configmap, secret
    }

    public let kind: Kind
    public let name: String
    public var namespace = ""
    public var newNamespace = ""
    public var behavior = ""
    public var type = ""
    public var literals: [String] = []
    public var files: [String] = []
    public var envFile = ""
    public var disablesHash = false

    public init(_ kind: Kind, name: String) {
      (self.kind, self.name) = (kind, name)
    }
  }

  /// An entry of `patches`; what is empty is not given.
  public struct Patch: Sendable {
    public var path = ""
    public var patch = ""
    /// The fields of the target in the order in which they are written.
    public var target: [(name: String, value: String)] = []

    public init() {}
  }

  /// What came of it: files to write, when nothing is wrong.
  public struct Outcome: Sendable {
    public let messages: Messages
    fileprivate let changed: [(path: String, text: [UInt8])]

    init(_ changed: [(path: String, text: [UInt8])], _ report: Report, _ files: SourceFiles) {
      messages = Messages([report], files)
      self.changed = report.hasErrors ? [] : changed
    }

    /// Writes what has changed; what has not is not touched.
    public func write() throws(OutputFile.Failure) {
      for file in changed { try OutputFile.write(Manifest(pieces: [file.text]), to: file.path) }
    }
  }

  private let directory: String
  private let options: Build.Options

  /// - Parameter directory: whose kustomization file is changed.
  public init(of directory: String = ".", options: Build.Options = .init()) {
    (self.directory, self.options) = (directory, options)
  }

  public func run(_ request: Request) -> Outcome {
    let (files, report) = (options.sourceFiles, Report())
    guard var editor = KustomizationEditor(directory, files, report) else {
      return Outcome([], report, files)
    }
    var others: [(path: String, text: [UInt8])] = []
    if case .setInstances(let counts, let zone) = request {
      var instances = InstanceCounts(
        editor, Build(options: options).groups(in: directory, files, report))
      if !report.hasErrors { instances.set(counts, zone: zone) }
      (editor, others) = (instances.editor, instances.changed)
    } else {
      editor.make(request)
    }
    let own = editor.hasChanged ? [(FilePath.join(directory, editor.name), editor.text.bytes)] : []
    return Outcome(others + own, report, files)
  }
}

extension KustomizationEditor {
  fileprivate mutating func make(_ request: KustomizationEdit.Request) {
    switch request {
    case .setText(let field, let value): setText(field.rawValue, to: value)
    case .setImages(let images): setImages(images)
    case .setReplicas(let counts): setReplicas(counts)
    case .setMetadata(let kind, let pairs): set(kind.kind, pairs)
    case .setGenerated(let object): set(object.entry)
    case .setBuildMetadata(let options): setBuildMetadata(options)
    case .setInstances: break
    case .addPaths(let list, let patterns, let isVerified): add(list.list, patterns, isVerified: isVerified)
    case .addBases(let paths): addBases(paths)
    case .addMetadata(let kind, let pairs, let place, let isForced):
      if place.withoutSelector {
        addLabels(pairs, includeTemplates: place.includesTemplates, isForced: isForced)
      } else {
        add(kind.kind, pairs, isForced: isForced)
      }
    case .addGenerated(let object): add(object.entry)
    case .addPatch(let patch): add(patch.entry)
    case .addBuildMetadata(let options): addBuildMetadata(options)
    case .removePaths(let list, let patterns): remove(list.list, patterns)
    case .removeMetadata(let kind, let keys, let isLenient): remove(kind.kind, keys, isLenient: isLenient)
    case .removeGenerated(let kind, let names, let namespace): remove(kind.kind, names, in: namespace)
    case .removePatch(let patch): remove(patch.entry)
    case .removeBuildMetadata(let options): removeBuildMetadata(options)
    case .fix: fix()
    }
  }
}

// MARK: - The same for Edits

extension KustomizationEdit.Metadata {
  fileprivate var kind: MetadataKind { self == .label ? .label : .annotation }
}

extension KustomizationEdit.Paths {
  fileprivate var list: PathList {
    switch self {
    case .resource: .resource
    case .component: .component
    case .generator: .generator
    case .transformer: .transformer
    case .validator: .validator
    }
  }
}

extension KustomizationEdit.GeneratedObject.Kind {
  fileprivate var kind: GeneratorEntry.Kind { self == .configmap ? .configmap : .secret }
}

extension KustomizationEdit.GeneratedObject {
  fileprivate var entry: GeneratorEntry {
    var entry = GeneratorEntry(kind.kind, name: name)
    (entry.namespace, entry.newNamespace, entry.behavior, entry.type) = (
      namespace, newNamespace, behavior, type
    )
    (entry.literals, entry.files, entry.envFile) = (literals, files, envFile)
    entry.disablesHash = disablesHash
    return entry
  }
}

extension KustomizationEdit.Patch {
  fileprivate var entry: PatchEntry {
    var entry = PatchEntry()
    (entry.path, entry.patch, entry.target) = (path, patch, target)
    return entry
  }
}
