internal import Changes
internal import Diagnostics
internal import Explain
internal import Machine
internal import Pipeline
internal import Resources
internal import YAML

/// What is told of the place under the pointer: the field, its default, and what becomes of its value in the output.
struct Hovering {
  let file: IndexedFile
  let roots: [String]
  /// The followed build of a directory, made when somebody asks.
  let build: (String) -> FollowedBuild?

  private static let mostFields = 8
  private static let mostBuilds = 3

  /// - Returns: Markdown, and what it is about; `nil` where there is nothing to say.
  func text(at offset: Int) -> (text: String, range: Range<Int>)? {
    guard
      let path = SourceTree.compose(file.text.bytes).flatMap({
        SourcePath.find(offset, in: $0, file.text.bytes)
      }),
      path.leaf.text != nil
    else { return nil }
    let place = path.fieldPlace(FileForm(file))
    let parts = [place.field.map { about($0, place) }, outcome(path)].compactMap(\.self)
    guard !parts.isEmpty else { return nil }
    return (parts.joined(separator: "\n---\n\n"), path.range(of: path.leaf))
  }

  private func about(_ field: FieldInfo, _ place: FieldPlace) -> String {
    let name = place.steps.reduce("") { name, step in
      name + (name.isEmpty || step == SourcePath.item ? "" : ".") + step
    }
    var text = "\(Escape.markdownCode(name)): \(field.type.summary)"
    if field.isRequired { text += ", required" }
    text += "\n"
    if !field.summary.isEmpty { text += "\n\(Escape.markdown(field.summary))\n" }
    if let initial = field.initial { text += "\nDefault: \(Escape.markdownCode(initial))\n" }
    return text
  }

  // MARK: The output

  private func outcome(_ path: SourcePath) -> String? {
    let place = file.text.place(of: path.range(of: path.leaf).lowerBound)
    var texts: [String] = []
    for root in roots.prefix(Self.mostBuilds) {
      guard let build = build(root) else { continue }
      let lines = fields(of: UInt32(place.line + 1), in: build)
      guard !lines.isEmpty else { continue }
      texts.append("Becomes, in \(Escape.markdownCode(FilePath.lastComponent(root))):\n\n" + lines)
    }
    return texts.isEmpty ? nil : texts.joined(separator: "\n")
  }

  private func fields(of line: UInt32, in build: FollowedBuild) -> String {
    let numbers = Set(
      build.files.paths.filter { $0.path == file.path || FileSystem.realPath($0.path) == file.path }.map(
        \.index))
    guard !numbers.isEmpty else { return "" }
    var set = ResourceSet()
    set.resources = build.set.resources.filter { concerns($0, numbers, build) }
    let matches = LineSearch.matches(in: set, build.history, line: line, of: numbers)
    let values = ShownValues(showsSecrets: false)
    var text = ""
    for match in matches.prefix(Self.mostFields) {
      let field = Explanation(ObjectQuery.Found(match.resource), build.history, values).field(match.path)
      let value = field.value.map { $0.text ?? ($0.isNull ? "null" : $0.kindName) } ?? ""
      let object = "\(match.resource.gvk.kind) \(match.resource.name)"
      text += "- \(Escape.markdownCode(object)) \(Escape.markdownCode(match.path.text)): "
      text += "\(Escape.markdownCode(value))\(match.decides ? "" : " (changed again later)")\n"
    }
    if matches.count > Self.mostFields { text += "- and \(matches.count - Self.mostFields) more\n" }
    return text
  }

  /// Whether anything of an object may come from a file.
  private func concerns(_ resource: Resource, _ files: Set<UInt32>, _ build: FollowedBuild) -> Bool {
    var number = resource.trace
    while number != 0 {
      let state = build.history.state(number)
      if files.contains(state.object.position.file) || files.contains(state.step.position.file) {
        return true
      }
      number = state.before
    }
    return false
  }
}
