package import Diagnostics
package import Files
package import Programs
package import Resources
internal import Transforms

/// What the user asked of a build, as far as layers are concerned.
package struct LayerOptions: Sendable {
  /// Which files may be read.
  package var access = FileAccess()
  /// Whether a patch that matches nothing is an error.
  package var isStrict = false
  /// Whether to give kustomize's bytes also where they are a defect of its (docs/kustomize-differences.md).
  package var isCompatible = false
  /// How many objects a layer can have.
  package var mostObjects = ResourceSet.most
  /// Manifests that come before everything that the outermost kustomization names.
  package var given: SourceFile?
  /// What may be run besides.
  package var plugins = PluginOptions()
  /// Transformers that other targets bring along, by `apiVersion/kind` of their configuration.
  package var transformers: [String: BuiltinTransform] = [:]
  /// What follows every object through the build; `nil` when nobody asks.
  package var trace: BuildTrace?

  package init() {}
}

/// A transformer from outside of this target.
package typealias BuiltinTransform = @Sendable (inout ResourceSet, Report, SourceFiles) -> Void

/// What a layer is gathered with.
struct LayerContext: Sendable {
  private(set) var layer: LayerFiles
  let options: LayerOptions
  /// What its transformers are given.
  var transforming: TransformContext
  /// This directory seen from the one that is built, when the build keeps track of where objects come from.
  var place: LayerPlace?
  var isOutermost = true
  /// Whether objects were read that make kustomize read Kubernetes' own schema.
  var readsOtherKinds = false

  init(directory: Directory, files: SourceFiles, report: Report, options: LayerOptions) {
    let layer = LayerFiles(directory, files, report, options.access)
    self.layer = layer
    self.options = options
    transforming = TransformContext(files, report) { name, report in
      layer.reporting(to: report).documents(name)
    }
    transforming.isStrict = options.isStrict
    transforming.isCompatible = options.isCompatible
  }

  var directory: Directory { layer.directory }
  var files: SourceFiles { layer.files }
  var report: Report { layer.report }

  /// The schema of this layer, or of one around it.
  var openAPI: OpenAPI? {
    get { transforming.openAPI }
    set { transforming.openAPI = newValue }
  }

  /// What its programs are given.
  var running: ProgramContext { ProgramContext(layer, options.plugins) }

  /// The same, saying what there is to say elsewhere.
  func reporting(to report: Report) -> LayerContext {
    var other = self
    other.layer = layer.reporting(to: report)
    other.transforming = transforming.reporting(to: report)
    return other
  }
}

extension LayerContext {
  /// Whether every object can be asked for all of the fields that are added; `false` after a report.
  func affords(_ gathered: Accumulator) -> Bool {
    files.growth.holds(
      TransformContext.ofQuestion, times: gathered.additions.count * gathered.set.resources.count,
      of: "this field", at: gathered.additions.first?.position, report)
  }
}
