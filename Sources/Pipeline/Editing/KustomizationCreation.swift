internal import Diagnostics
internal import Edits
internal import Machine

/// A kustomization file that is made where there is none, as kustomize's `create` makes it.
public struct KustomizationCreation: Sendable {
  public var resources: [String] = []
  public var namespace = ""
  public var namePrefix = ""
  public var nameSuffix = ""
  public var labels: [String] = []
  public var annotations: [String] = []
  /// Whether the files here that hold objects are listed, too.
  public var detects = false
  /// Whether those in directories below are.
  public var isRecursive = false

  public init() {}

  public func run(in directory: String = ".", options: Build.Options = .init()) -> KustomizationEdit.Outcome {
    let (files, report) = (options.sourceFiles, Report())
    var creation = Creation()
    (creation.resources, creation.namespace) = (resources, namespace)
    (creation.namePrefix, creation.nameSuffix) = (namePrefix, nameSuffix)
    (creation.labels, creation.annotations) = (labels, annotations)
    (creation.detects, creation.isRecursive) = (detects, isRecursive)
    let made = creation.make(in: directory, files, report)
    return KustomizationEdit.Outcome(
      made.map { [(FilePath.join(directory, $0.name), $0.text)] } ?? [], report, files)
  }
}
