internal import Changes
internal import Diagnostics
internal import Explain
internal import Machine
internal import Resources
internal import YAML

/// Where the fields of a build's objects come from.
public struct Explaining: Sendable {
  public enum Format: String, Sendable, CaseIterable {
    case text, json
  }

  /// What is asked.
  public enum Question: Sendable {
    /// All of an object, or with a path one field: `[KIND/][NAMESPACE/]NAME`.
    case object(String, field: String?)
    /// What of the output a line of the sources has a say in.
    case line(Int, of: String)
  }

  /// `nil` when a BOSH manifest is all there is.
  private let directory: String?
  private let question: Question
  private let options: Build.Options
  private let showsSecrets: Bool
  let files: SourceFiles
  private let report = Report()
  private let trace = BuildTrace()

  /// - Parameter showsSecrets: whether values of Secrets are shown.
  public init(
    _ directory: String?, _ question: Question, options: Build.Options, showsSecrets: Bool = false
  ) {
    self.directory = directory
    self.question = question
    var options = options
    options.trace = trace
    self.options = options
    self.showsSecrets = showsSecrets
    files = options.sourceFiles
  }

  /// What there is to say, and what was wrong.
  public func run(_ format: Format, colours: Bool = false) -> (text: String, messages: Messages) {
    let text = answer(format, colours)
    return (text ?? "", Messages([report], files))
  }

  private func answer(_ format: Format, _ colours: Bool) -> String? {
    guard let (set, history) = build() else { return nil }
    switch question {
    case .object(let name, let field): return explain(name, field, set, history, format, colours)
    case .line(let line, let file): return search(line, file, set, history, format, colours)
    }
  }

  func build() -> (ResourceSet, FieldHistory)? {
    let shown = directory.map(FilePath.normalized)
    guard let set = Build(options: options).set(of: directory, shown: shown, files, report) else {
      return nil
    }
    return (set, FieldHistory(trace, files))
  }

  /// How messages call what is built.
  private var name: String { directory ?? "the manifest" }
  private var place: Position {
    files.place(of: directory ?? options.deployment.interpolation.manifest)
  }

  // MARK: Objects

  private func explain(
    _ name: String, _ field: String?, _ set: ResourceSet, _ history: FieldHistory, _ format: Format,
    _ colours: Bool
  ) -> String? {
    guard let found = find(ObjectQuery(name), set, history) else { return nil }
    let explanation = Explanation(found, history, ShownValues(showsSecrets: showsSecrets))
    guard let field, !FieldQuery(field).words.isEmpty else {
      return format == .json
        ? ExplanationJSON(files).explanation(explanation, explanation.fields)
        : ExplanationText(files, colours: colours).object(explanation)
    }
    do throws(FieldTree.DeadEnd) {
      let found = explanation.field(try explanation.path(FieldQuery(field)))
      return format == .json
        ? ExplanationJSON(files).explanation(explanation, [found])
        : ExplanationText(files, colours: colours).field(found, of: explanation)
    } catch {
      reportMissing(field, error, explanation)
      return nil
    }
  }

  private func find(_ query: ObjectQuery, _ set: ResourceSet, _ history: FieldHistory) -> ObjectQuery.Found? {
    let removed = trace.removals.map { removal in
      var resource = Resource(object: history.state(removal.state).object)
      resource.trace = removal.state
      return ObjectQuery.Found(resource, removal: removal.step)
    }
    let matches = query.matches(in: set, removed: removed)
    if matches.count == 1 { return matches[0] }
    guard let first = matches.first else {
      let namesakes = query.namesakes(in: set)
      report.error(
        "no-such-object", "the output of \(name) has no object \"\(query.text)\"", at: place,
        hint: namesakes.isEmpty
          ? suggestion(
            for: query.name, among: query.names(in: set, removed: removed), otherwise: "its objects are")
            ?? "it is empty: name another directory"
          : suggestion(for: query.text, among: namesakes, otherwise: "there is"))
      return nil
    }
    report.error(
      "ambiguous-object", "\(matches.count) objects can be meant by \"\(query.text)\"", at: place,
      notes: matches.prefix(20).map { .init(ChangeText.object($0.resource), at: $0.resource.namePosition) },
      hint: "write [KIND/][NAMESPACE/]NAME, such as \(Self.name(first.resource, among: matches))")
    return nil
  }

  /// What tells it from the others.
  private static func name(_ resource: Resource, among others: [ObjectQuery.Found]) -> String {
    let isKindEnough = others.count { $0.resource.gvk.kind == resource.gvk.kind } == 1
    return isKindEnough || resource.namespace.isEmpty
      ? "\(resource.gvk.kind)/\(resource.name)"
      : "\(resource.gvk.kind)/\(resource.namespace)/\(resource.name)"
  }

  private func reportMissing(_ field: String, _ end: FieldTree.DeadEnd, _ explanation: Explanation) {
    let parent = end.parent.steps.isEmpty ? "the object" : end.parent.text
    let node = end.parent.steps.isEmpty ? explanation.resource.object : nil
    let origin = node == nil ? explanation.field(end.parent).origin?.position : node?.position
    let name = ChangeText.object(explanation.resource)
    let isScalar = end.names.isEmpty && end.kind != "a mapping" && end.kind != "a sequence"
    var missing = Diagnostic(
      "no-such-field", .error, "\(name) has no field \"\(field)\"",
      at: origin.flatMap { $0.isKnown ? $0 : nil } ?? place,
      notes: [
        .init(
          isScalar
            ? "\(parent) is \(end.kind), and has no \"\(end.word)\"" : "\(parent) has no \"\(end.word)\"")
      ],
      hint: suggestion(for: end.word, among: end.names, otherwise: "it has")
        ?? "zonal explain \(self.name) \(explanation.resource.gvk.kind)/\(explanation.resource.name) shows all fields"
    )
    // Its lines are values, or stand beside some.
    missing.isSecret = SecretMask.applies(to: explanation.resource)
    report.add(missing)
  }

  // MARK: Lines

  private func search(
    _ line: Int, _ path: String, _ set: ResourceSet, _ history: FieldHistory, _ format: Format,
    _ colours: Bool
  ) -> String? {
    let wanted = FileSystem.realPath(path)
    let numbers = Set(
      files.paths.filter {
        FilePath.normalized($0.path) == FilePath.normalized(path)
          || wanted != nil && FileSystem.realPath($0.path) == wanted
      }.map(\.index))
    guard let number = numbers.first else {
      report.error(
        "file-not-read", "the build of \(name) does not read \"\(path)\"", at: files.place(of: path),
        hint: suggestion(for: path, among: Array(Set(files.paths.map(\.path)).filter { !$0.isEmpty }))
          ?? "name a file that a kustomization of the build names, as seen from here")
      return nil
    }
    guard line > 0, line <= Int(UInt32.max), files[number].bytes(ofLine: UInt32(line)) != nil else {
      report.error(
        "no-such-line", "\(path) has no line \(line)", at: files.place(of: path),
        hint: "count from 1, as editors do")
      return nil
    }
    let matches = LineSearch.matches(in: set, history, line: UInt32(line), of: numbers)
    return format == .json
      ? ExplanationJSON(files).matches(matches, file: path, line: line)
      : ExplanationText(files, colours: colours).matches(matches, place: "\(path):\(line)")
  }
}
