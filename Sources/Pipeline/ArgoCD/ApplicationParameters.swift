internal import Diagnostics
internal import Machine
internal import YAML

/// The parameters that an application may set; `deploy/argocd/plugin.yaml` announces the same.
struct ApplicationParameters: Sendable {
  enum Order: String, CaseIterable, Sendable {
    case legacy, none

    var reorder: Build.Reorder { self == .legacy ? .legacy : .none }
  }

  var directory: Located<String>?
  var isStrict: Bool?
  var isCompatible: Bool?
  var isInitialRollout: Bool?
  var order: Order?
  private var isChecked: Bool?

  var checks: Bool { isChecked ?? false }

  private static let schema = Schema<ApplicationParameters>(
    "the parameters", initial: ApplicationParameters()
  ) {
    Field("directory", .located(.string), \.directory, "The kustomization, below the application's path.")
    Field("strict", .booleanText, \.isStrict, "Whether a patch that matches nothing is an error.")
    Field(
      "compat", .booleanText, \.isCompatible,
      "Whether to give kustomize's bytes also where they are a defect.")
    Field("check", .booleanText, \.isChecked, "Whether to look for what can't work, too.")
    Field(
      "initial-rollout", .booleanText, \.isInitialRollout,
      "Whether the first instance of a group bootstraps it.")
    Field("reorder", .choice(), \.order, "The order of the objects: legacy or none.")
  }

  private static let variable = "ARGOCD_APP_PARAMETERS"
  /// Argo CD puts this in front of the names of variables that an application sets.
  private static let prefix = "ARGOCD_ENV_ZONAL_"

  private init() {}

  init(_ environment: (String) -> String?, _ files: SourceFiles, _ report: Report) {
    var given = Mapping(at: files.place(of: Self.variable))
    for name in Self.schema.fields.map(\.name) {
      let variable = Self.prefix + name.uppercased().replacing("-", with: "_")
      guard let text = environment(variable), !text.isEmpty else { continue }
      let place = Position(
        file: files.add(SourceFile(path: variable, bytes: Array(text.utf8), isPrinted: true)), line: 1,
        column: 1)
      given.pairs.append(.init(key: Scalar(name, at: place), value: .string(text, at: place)))
    }
    // A parameter is said of the plugin itself, and counts before a variable.
    for pair in Self.parameters(environment(Self.variable) ?? "", files, report) {
      given.pairs.removeAll { sameBytes($0.key.text, pair.key.text) }
      given.pairs.append(pair)
    }
    self = Self.schema.decode(.mapping(given), Reader(report: report)) ?? Self()
    if let directory { Self.check(directory, report) }
  }

  /// - Parameter text: a JSON array of objects with a name and a value.
  private static func parameters(_ text: String, _ files: SourceFiles, _ report: Report) -> [Mapping.Pair] {
    let file = SourceFile(path: variable, bytes: Array(text.utf8), isPrinted: true)
    guard let document = Composer.compose(file, index: files.add(file), report: report)?.first,
      !document.isNull
    else { return [] }
    guard let items = document.items else {
      report.error(
        "wrong-type", "\(variable) must be a sequence, not \(document.kindName)", at: document.position,
        hint: "Argo CD writes it: set spec.source.plugin.parameters of the application")
      return []
    }
    return items.compactMap { item in
      guard let name = item["name"]?.scalar else {
        report.error(
          "missing-field", "a parameter needs the field \"name\"", at: item.position,
          hint: "set spec.source.plugin.parameters of the application")
        return nil
      }
      guard let value = item["string"] else {
        report.error(
          "wrong-type", "the parameter \"\(name.text)\" must be a string", at: item.position,
          hint: "write its value under \"string\"")
        return nil
      }
      return .init(key: name, value: value)
    }
  }

  /// Whoever writes an application is to render its source, and no other directory.
  private static func check(_ directory: Located<String>, _ report: Report) {
    let path = FilePath.normalized(directory.value)
    let real = FileSystem.realPath(path)
    guard
      directory.value.isEmpty || FilePath.isAbsolute(path) || path == ".." || path.hasPrefix("../")
        || real.map({ !FilePath.isInside($0, FileSystem.realPath(".") ?? "/") }) ?? false
    else { return }
    report.error(
      "outside-source", "the directory \"\(directory.value)\" is not below that of the application",
      at: directory.position, hint: "name one below spec.source.path, or set that")
  }
}
