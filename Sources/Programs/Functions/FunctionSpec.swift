internal import Diagnostics
internal import Files
internal import Machine
internal import Resources
internal import YAML

/// What the annotation of an object that configures a function says of how to run it.
struct FunctionSpec: Sendable {
  var container: Container?
  var exec: Exec?
  var path = ""
  var starlark = Mapping()

  struct Exec: Sendable {
    var path = Located("", .none)

    static let schema = Schema<Exec>("exec", isLenient: true, initial: Exec()) {
      Field(
        "path", .located(.scalarText), \.path, required: true, "the program, seen from the kustomization")
    }
  }

  struct Container: Sendable {
    var image = Located("", .none)
    var needsNetwork = false
    var mounts: [ContainerMount] = []
    var environment: [String] = []

    static let schema = Schema<Container>("container", isLenient: true, initial: Container()) {
      Field("image", .located(.argument), \.image, required: true, "the image to run")
      Field("network", .boolean, \.needsNetwork, "whether it needs a network")
      Field("mounts", .list(of: .object(ContainerMount.schema)), \.mounts, "what of this machine it sees")
      Field("envs", .list(of: .argument), \.environment, "NAME=value, or the name of a variable")
    }
  }

  static let schema = Schema<FunctionSpec>("function", isLenient: true, initial: FunctionSpec()) {
    Field("container", .object(Container.schema), \.container, "the container that it is")
    Field("exec", .object(Exec.schema), \.exec, "the program that it is")
    Field("path", .scalarText, \.path, "short for exec: {path: …}")
    Field("starlark", .mapping, \.starlark, "the script that it is")
    Field("deferFailure", checked: .boolean, "has no effect: a failure always counts")
  }

  private static let annotations = ["config.kubernetes.io/function", "config.k8s.io/function"]
  private static let imageAnnotation = "config.kubernetes.io/container"

  /// The annotation that makes an object the configuration of a function, and its key.
  static func annotation(of configuration: Resource) -> Mapping.Pair? {
    let pairs = configuration.annotations?.pairs ?? []
    return (annotations + [imageAnnotation]).lazy
      .compactMap { name in pairs.first { sameBytes($0.key.text, name) && $0.value.text?.isEmpty == false } }
      .first
  }

  /// - Returns: `nil` after a report.
  static func read(_ annotation: Mapping.Pair, _ context: ProgramContext) -> FunctionSpec? {
    guard let scalar = annotation.value.scalar else { return nil }
    if annotation.key.text == imageAnnotation {
      var container = Container()
      let image = Shape<String>.argument.read(
        annotation.value, Reader(report: context.report, path: imageAnnotation))
      container.image = Located(image ?? "", scalar.position)
      return image == nil ? nil : FunctionSpec(container: container)
    }
    guard let documents = context.layer.documents(inline: scalar) else { return nil }
    let document = documents.first ?? .mapping(Mapping(at: scalar.position))
    let report = Report()
    var spec = schema.decode(document, Reader(report: report))
    context.report.add(contentsOf: report)
    if let path = spec?.path, !path.isEmpty, spec?.exec == nil {
      spec?.exec = Exec(path: Located(path, document["path"]?.position ?? document.position))
    }
    return report.hasErrors ? nil : spec
  }
}

/// Something of this machine that a container sees.
struct ContainerMount: Sendable {
  private enum Kind: String, CaseIterable {
    case bind, volume, tmpfs
  }

  var type = ""
  var source = Located("", .none)
  var target = ""
  var isWritable = false

  static let schema = Schema<ContainerMount>("mount", isLenient: true, initial: ContainerMount()) {
    Field("type", Shape<Kind>.choice().map(\.rawValue), \.type, required: true, "bind, volume or tmpfs")
    Field(
      "src", .located(.entryArgument), \.source, "a file or directory below the kustomization, or a volume")
    Field("dst", .entryArgument, \.target, "where the container sees it")
    Field("rw", .boolean, \.isWritable, "whether it may write there")
  }
}

extension ContainerMount {
  /// - Parameter flag: `type=bind,src=…,dst=…,rw=true`.
  init(flag: String) {
    for part in flag.split(separator: ",") {
      let words = part.split(separator: "=", maxSplits: 1).map(String.init)
      guard words.count == 2 else { continue }
      switch words[0] {
      case "type": type = words[1]
      case "src", "source": source.value = words[1]
      case "dst", "target": target = words[1]
      case "rw": isWritable = words[1] == "true"
      default: break
      }
    }
  }

  /// As `docker run --mount` takes it.
  func argument(seenFrom directory: String) -> String {
    let source = FilePath.join(directory, source.value)
    return "type=\(type),source=\(source),target=\(target)" + (isWritable ? "" : ",readonly")
  }
}
