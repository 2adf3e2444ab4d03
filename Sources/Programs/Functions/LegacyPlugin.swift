internal import Diagnostics
internal import Files
internal import Machine
internal import Resources
internal import YAML

/// A program found by the kind that it is for, below `KUSTOMIZE_PLUGIN_HOME`: kustomize's plugins of old.
struct LegacyPlugin: ExternalPlugin {
  private let configuration: Resource
  private let path: String
  private let arguments: [String]

  var shown: String { "the plugin \"\(configuration.gvk.kind)\"" }
  var position: Position { configuration.object["kind"]?.position ?? configuration.position }

  /// - Returns: none after a report, `nil` when there is no plugin for the kind.
  static func find(_ configuration: Resource, _ context: ProgramContext) -> [any ExternalPlugin]? {
    guard let home, let path = path(for: configuration.gvk, in: home) else { return nil }
    let plugin = LegacyPlugin(
      configuration: configuration, path: path, arguments: arguments(configuration.object, context))
    guard context.options.functions.isEnabled else {
      context.report.error(
        "function-not-enabled", "\(plugin.shown) is a program, which this build may not run",
        at: plugin.position,
        notes: [.init("it is \(path)")],
        hint: "if you trust it with all that you may do, build with --enable-alpha-plugins")
      return []
    }
    return plugin.isAllowed(home, context) ? [plugin] : []
  }

  /// Where the program itself lies, whatever links lead there, says whose it is.
  private func isAllowed(_ home: String, _ context: ProgramContext) -> Bool {
    guard let real = FileSystem.realPath(path), let home = FileSystem.realPath(home),
      FilePath.isInside(real, home)
    else {
      context.report.error(
        "plugin-outside-home", "\(shown) is a symbolic link that leads out of the directory of plugins",
        at: position, notes: [.init("it is \(path)")], hint: "put the program itself there")
      return false
    }
    if context.options.functions.allowsExec || !context.directory.isOfTree(real) { return true }
    context.report.error(
      "function-not-enabled", "\(shown) is a program of the tree that is built, which this build may not run",
      at: position, notes: [.init("it is \(path)")],
      hint: "if you trust it with all that you may do, build with --enable-exec, too")
    return false
  }

  /// - Returns: `nil` when there is none, or a part of its name would lead elsewhere.
  private static func path(for gvk: GroupVersionKind, in home: String) -> String? {
    let parts = [gvk.group, gvk.version, gvk.kind.lowercased(), gvk.kind].filter { !$0.isEmpty }
    let isName = { (part: String) in
      part != "." && part != ".." && !part.utf8.contains { $0 == UInt8(ascii: "/") || $0 == 0 }
    }
    guard parts.allSatisfy(isName) else { return nil }
    let path = parts.reduce(home) { FilePath.join($0, $1) }
    return FileSystem.kind(of: path) == .file ? path : nil
  }

  /// The first that is there of the directories in which kustomize looks.
  private static var home: String? {
    let user = CurrentProcess.variable("HOME")
    let places = [
      CurrentProcess.variable("KUSTOMIZE_PLUGIN_HOME"),
      CurrentProcess.variable("XDG_CONFIG_HOME").map { FilePath.join($0, "kustomize/plugin") },
      user.map { FilePath.join($0, ".config/kustomize/plugin") },
      user.map { FilePath.join($0, "kustomize/plugin") },
    ]
    return places.compactMap(\.self).first { !$0.isEmpty && FileSystem.kind(of: $0) == .directory }
  }

  /// Words of the fields that a plugin may have for one that does not read YAML.
  private static func arguments(_ configuration: Node, _ context: ProgramContext) -> [String] {
    var arguments = configuration["argsOneLiner"]?.text.map(shellWords) ?? []
    if let file = configuration["argsFromFile"], let name = file.text,
      let content = context.layer.read(Located(name, file.position))
    {
      let lines = String(decoding: content.bytes, as: UTF8.self).split(separator: "\n")
      arguments += lines.map { String($0.drop { $0 == " " }) }.filter { !$0.isEmpty }
    }
    return arguments
  }

  // MARK: Running

  func generate(_ context: ProgramContext) throws(Stop) -> [Resource] { try run([], of: [], context) }

  func transform(_ set: ResourceSet, _ context: ProgramContext) throws(Stop) -> [Resource] {
    var emitter = Emitter()
    for (index, resource) in set.resources.enumerated() {
      if index > 0 { emitter.separateDocuments() }
      emitter.emit(document: resource.identified)
    }
    return try run(emitter.bytes, of: set.resources.map(\.object), context)
  }

  private func run(
    _ input: [UInt8], of objects: [Node], _ context: ProgramContext
  ) throws(Stop) -> [Resource] {
    let scratch = try context.temporaryDirectory(at: position)
    defer { scratch.remove() }
    let text = configuration.object.yaml
    let file = FilePath.join(scratch.path, "configuration.yaml")
    do throws(WholeFile.Failure) {
      try WholeFile.write([Array(text.utf8)], to: file, mode: 0o600)
    } catch {
      throw context.cannotWrite(error, at: position)
    }
    var program = Program(path, ArgumentList(forProgramOfInput: [file] + arguments))
    program.input = input
    program.directory = context.directory.path
    program.environment = [
      "KUSTOMIZE_PLUGIN_CONFIG_STRING": text, "KUSTOMIZE_PLUGIN_CONFIG_ROOT": context.directory.path,
    ]
    let run = ProgramRun(
      program: program, shown: shown, position: position,
      hints: .init(
        missing: "let \(path) be executed: chmod +x", failed: "mend what it says, or its configuration"),
      given: GivenValues(secretsAmong: objects + [configuration.object]))
    let printed = PrintedObjects(source: shown, position: position, context: context)
    return try printed.objects(printed.documents(run.output(context)))
  }
}
