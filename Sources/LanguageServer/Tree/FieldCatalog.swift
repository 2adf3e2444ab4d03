internal import BOSH
internal import Checks
internal import InstanceGroups
internal import Layers
internal import Machine
internal import Pipeline
internal import Transforms
internal import YAML

/// What can stand at a place of a document: by the tables that are read by, or by Kubernetes' own types.
indirect enum FieldType {
  case ours(ShapeType)
  case kubernetes(KubernetesShape)

  /// What the root of a document is.
  static func root(_ form: FileForm, apiVersion: String, kind: String, isList: Bool) -> FieldType? {
    switch form {
    case .kustomization: return .ours(Kustomization.type)
    case .configuration: return .ours(InputSchema.configurationType)
    case .patch where isList: return .ours(JSONPatchShape.type)
    case .other where isList: return .ours(Operation.type)
    case .patch, .other: return object(apiVersion, kind)
    }
  }

  private static func object(_ apiVersion: String, _ kind: String) -> FieldType? {
    let isOurs = apiVersion.hasPrefix("zonal/")
    switch kind {
    case "Topology" where isOurs: return .ours(InputTypes.topology)
    case "InstanceGroup" where isOurs: return .ours(InputTypes.instanceGroup)
    case "QuarksStatefulSet": return .ours(InputTypes.quarksStatefulSet)
    case "BOSHDeployment": return .ours(QuarksDeployment.type)
    default: return KubernetesShape.kind(apiVersion, kind).map { .kubernetes($0) }
    }
  }

  /// What stands below a key, or in a list.
  func below(_ step: String) -> FieldType? {
    switch self {
    case .kubernetes(let shape):
      return (step == SourcePath.item ? shape.item : shape.value(of: step)).map { .kubernetes($0) }
    case .ours(let type): return Self.below(step, of: type)
    }
  }

  private static func below(_ step: String, of type: ShapeType) -> FieldType? {
    switch type {
    case .named(let name, let inner):
      if let shape = KubernetesShape.type(name) { return FieldType.kubernetes(shape).below(step) }
      return below(step, of: inner)
    case .matching(_, let inner): return below(step, of: inner)
    case .list(let item, _): return step == SourcePath.item ? .ours(item) : nil
    case .map(let value): return step == SourcePath.item ? nil : .ours(value)
    case .object(let object): return object.fields.first { $0.name == step }.map { .ours($0.type) }
    case .oneOf(let types): return types.lazy.compactMap { below(step, of: $0) }.first
    default: return nil
    }
  }

  /// The fields of a mapping.
  var fields: [FieldInfo] {
    switch self {
    case .kubernetes(let shape):
      return shape.fields.map {
        FieldInfo(
          name: $0.name, summary: "", type: .kubernetes($0.shape), isRequired: $0.isRequired, initial: nil)
      }
    case .ours(let type): return Self.fields(of: type)
    }
  }

  private static func fields(of type: ShapeType) -> [FieldInfo] {
    switch type {
    case .named(let name, let inner):
      return KubernetesShape.type(name).map { FieldType.kubernetes($0).fields } ?? fields(of: inner)
    case .object(let object):
      return object.fields.map {
        FieldInfo(
          name: $0.name, summary: $0.summary, type: .ours($0.type), isRequired: $0.isRequired,
          initial: $0.initial?.text)
      }
    case .oneOf(let types): return types.flatMap(fields)
    default: return []
    }
  }

  /// The words that a value is one of.
  var words: [String] {
    switch self {
    case .kubernetes(let shape): return shape.isBoolean ? ["true", "false"] : []
    case .ours(let type): return Self.words(of: type)
    }
  }

  private static func words(of type: ShapeType) -> [String] {
    switch type {
    case .boolean: ["true", "false"]
    case .choice(let words): words
    case .oneOf(let types): types.flatMap(words)
    case .named(_, let inner), .matching(_, let inner): words(of: inner)
    default: []
    }
  }

  /// What a value is, in a few words.
  var summary: String {
    switch self {
    case .kubernetes(let shape): shape.summary
    case .ours(let type): Self.summary(of: type)
    }
  }

  private static func summary(of type: ShapeType) -> String {
    switch type {
    case .boolean: "true or false"
    case .any: "any value"
    case .string: "string"
    case .text: "text"
    case .matching(_, let inner): summary(of: inner)
    case .integer(let bounds): "number, \(bounds.lowerBound) to \(bounds.upperBound)"
    case .choice(let words): words.joined(separator: ", ")
    case .list(let item, _): "list of \(summary(of: item))"
    case .map(let value): "mapping of \(summary(of: value))"
    case .object(let object): object.name
    case .oneOf(let types): types.map(summary).joined(separator: ", or ")
    case .named(let name, _): name
    }
  }
}

/// What is expected of a file.
enum FileForm {
  case kustomization, configuration, patch, other

  init(_ file: IndexedFile) {
    self =
      KustomizationFile.isOne(file.path)
      ? .kustomization
      : FilePath.lastComponent(file.path) == "zonal.yaml" ? .configuration : file.isPatch ? .patch : .other
  }
}

/// A list of JSON 6902 operations.
private enum JSONPatchShape {
  static let type = ShapeType.list(.object(ObjectShape("operation") { fields }), counts: 0...Int.max)

  private static var fields: [FieldDescription] {
    let operations = ["add", "remove", "replace", "move", "copy", "test"]
    return [
      FieldDescription(
        name: "op", summary: "What it does.", type: .choice(operations), isRequired: true),
      FieldDescription(
        name: "path", summary: "The place in the object, such as /metadata/labels/app.", type: .string,
        isRequired: true),
      FieldDescription(name: "value", summary: "What is put there, or expected there.", type: .any),
      FieldDescription(name: "from", summary: "The place that move and copy take it from.", type: .string),
    ]
  }
}

/// A field that can stand at a place.
struct FieldInfo {
  let name: String
  let summary: String
  let type: FieldType
  let isRequired: Bool
  /// What it is where it is not written.
  let initial: String?
}

/// Where in a document a place is, as its fields see it.
struct FieldPlace {
  var form: FileForm
  var apiVersion: String
  var kind: String
  /// From the root, or from that of the patch that the place is in.
  var steps: [String]

  var type: FieldType? {
    var type = FieldType.root(
      form, apiVersion: apiVersion, kind: kind, isList: steps.first == SourcePath.item)
    for step in steps {
      type = type?.below(step)
      if type == nil { return nil }
    }
    return type
  }

  /// The field that the last step is.
  var field: FieldInfo? {
    guard let name = steps.last, name != SourcePath.item else { return nil }
    var around = self
    around.steps.removeLast()
    return around.type?.fields.first { $0.name == name }
  }
}

extension SourcePath {
  func fieldPlace(_ form: FileForm) -> FieldPlace {
    FieldPlace(
      form: base == 0 ? form : .patch, apiVersion: innerRoot.apiVersion, kind: innerRoot.kind,
      steps: Array(steps[innerStart...]))
  }
}
