internal import InstanceGroups
internal import Machine
internal import Pipeline
internal import YAML

/// What can be written at a place: fields, words, names of what the tree has, paths.
struct Completing {
  let file: IndexedFile
  /// All files of the tree, made when somebody asks.
  let tree: () -> [IndexedFile]

  private static let most = 1_000

  // As the protocol numbers them.
  private enum Kind: Int {
    case field = 5
    case value = 12
    case file = 17
    case reference = 18
    case folder = 19
    case variable = 6
  }

  private struct Item {
    var label: String
    var kind: Kind
    var detail = ""
    var documentation = ""
    /// What is written, where it is more than the label.
    var text: String?
  }

  func items(at place: TextPlace) -> Node {
    let lines = lines(to: place)
    let context = LineContext(lines.before)
    guard !context.isComment else { return list([], context, place) }
    if let start = context.prefix.range(ofLast: "$(") {
      let word = context.prefix[start...]
      guard !word.contains(")") else { return list([], context, place) }
      return list(placeholders(in: lines.before + lines.after), prefix: String(word), place)
    }
    return list(found(context, lines.after), context, place)
  }

  /// The lines of the document around a place, the one that it is in cut there.
  private func lines(to place: TextPlace) -> (before: [String], after: [String]) {
    func line(_ number: Int) -> String { String(decoding: file.text.line(number), as: UTF8.self) }
    let count = file.text.lineCount
    let number = min(place.line, count - 1)
    let isMark = { (number: Int) in line(number).hasPrefix("---") }
    let first = (0..<number).last(where: isMark).map { $0 + 1 } ?? 0
    let last = (min(number + 1, count)..<count).first(where: isMark) ?? count
    let offset = file.text.offset(of: place)
    let own = file.text.line(number)
    let cut = String(
      decoding: own[own.startIndex..<min(max(offset, own.startIndex), own.endIndex)], as: UTF8.self)
    return ((first..<number).map(line) + [cut], (min(number + 1, last)..<last).map(line))
  }

  private func list(_ items: [Item], _ context: LineContext, _ place: TextPlace) -> Node {
    list(items, prefix: String(context.prefix.drop { $0 == "\"" || $0 == "'" }), place)
  }

  private func list(_ items: [Item], prefix: String, _ place: TextPlace) -> Node {
    let start = TextPlace(place.line, max(0, place.character - prefix.utf16.count))
    let fitting = items.filter { $0.label.lowercased().hasPrefix(prefix.lowercased()) }
    let nodes: [Node] = fitting.prefix(Self.most).map { item in
      .mapping([
        "label": .string(item.label), "kind": .integer(item.kind.rawValue),
        "detail": item.detail.isEmpty ? nil : .string(item.detail),
        "documentation": item.documentation.isEmpty ? nil : .string(item.documentation),
        "textEdit": TextEdit(TextRange(start, place), item.text ?? item.label).node,
      ])
    }
    return .mapping(["isIncomplete": .bool(fitting.count > Self.most), "items": .sequence(nodes)])
  }

  // MARK: What fits

  private func found(_ context: LineContext, _ after: [String]) -> [Item] {
    let isKustomization = KustomizationFile.isOne(file.path)
    let place = fieldPlace(context, after, isKustomization)
    let isInner = place.steps.count < context.steps.count
    if isKustomization, !isInner, let items = kustomizationNames(context) { return items }
    if !isKustomization || isInner, let items = objectNames(context, place) { return items }
    guard context.key != nil || context.steps.last == SourcePath.item, place.steps.last != nil else {
      return keys(place, context)
    }
    var around = place
    if let key = context.key { around.steps.append(key) }
    let words = (around.type?.words ?? []).map { Item(label: $0, kind: .value) }
    return context.key == nil ? words + keys(place, context) : words
  }

  private func keys(_ place: FieldPlace, _ context: LineContext) -> [Item] {
    guard context.key == nil else { return [] }
    return (place.type?.fields ?? []).filter { !context.siblings.contains($0.name) }.map { field in
      Item(
        label: field.name, kind: .field, detail: field.type.summary + (field.isRequired ? ", required" : ""),
        documentation: field.summary, text: field.name + ":" + (field.type.fields.isEmpty ? " " : ""))
    }
  }

  /// The place in the object or in the patch that the steps lead through.
  private func fieldPlace(_ context: LineContext, _ after: [String], _ isKustomization: Bool) -> FieldPlace {
    if isKustomization || context.steps.starts(with: ["spec", "patches"]),
      let patch = context.steps.firstIndex(of: "patch")
    {
      let values = context.values[patch + 1] ?? [:]
      return FieldPlace(
        form: .patch, apiVersion: values["apiVersion"] ?? "", kind: values["kind"] ?? "",
        steps: Array(context.steps[(patch + 1)...]))
    }
    var values = context.values[0] ?? [:]
    for line in after where !line.hasPrefix(" ") {
      let parts = line.split(separator: ":", maxSplits: 1)
      if parts.count == 2, values[String(parts[0])] == nil { values[String(parts[0])] = parts[1].trimmed }
    }
    return FieldPlace(
      form: FileForm(file), apiVersion: values["apiVersion"] ?? "", kind: values["kind"] ?? "",
      steps: context.steps)
  }

  // MARK: Names

  private func kustomizationNames(_ context: LineContext) -> [Item]? {
    let kind = context.values[context.steps.count]?["kind"] ?? ""
    switch context.place.joined(separator: ".") {
    case "replicas.[].name": return objects(NameFields.scaled)
    case "images.[].name": return images
    case "patches.[].target.name", "patchesJson6902.[].target.name", "replacements.[].source.name",
      "replacements.[].targets.[].select.name":
      return objects(kind.isEmpty ? [] : [kind])
    case "patches.[].target.kind", "replacements.[].source.kind", "replacements.[].targets.[].select.kind":
      return Set(definitions.flatMap(\.kinds)).sorted().map { Item(label: $0, kind: .value) }
    case "resources.[]", "components.[]", "bases.[]", "generators.[]", "transformers.[]", "validators.[]",
      "crds.[]",
      "configurations.[]", "patchesStrategicMerge.[]", "patches.[].path", "patchesJson6902.[].path",
      "replacements.[].path", "configMapGenerator.[].files.[]", "configMapGenerator.[].envs.[]",
      "secretGenerator.[].files.[]", "secretGenerator.[].envs.[]", "helmCharts.[].valuesFile", "openapi.path":
      return paths(context.prefix)
    default: return nil
    }
  }

  private func objectNames(_ context: LineContext, _ place: FieldPlace) -> [Item]? {
    let steps = place.steps + (context.key.map { [$0] } ?? [])
    let path = steps.joined(separator: ".")
    let isGroup = place.kind == "InstanceGroup" || place.kind == "QuarksStatefulSet"
    if ZonePaths.holdsZone(path, place.kind) == false
      || isGroup && path == "spec.zoneOverrides" && context.key == nil
    {
      return zones(isKey: path == "spec.zoneOverrides")
    }
    if isGroup, steps.count == 4, steps.starts(with: ["spec", "lists"]), steps[3] == "group" {
      return objects(["InstanceGroup"])
    }
    if place.form == .configuration {
      return path == "check.rules" && context.key == nil || steps.last == "rule"
        ? rules(isKey: context.key == nil) : nil
    }
    if path == "kind" { return [] + knownKinds }
    if path == "apiVersion" { return ["zonal/v1alpha1"].map { Item(label: $0, kind: .value) } }
    if steps.last == "image", context.key != nil { return images }
    guard context.key != nil, let kinds = NameFields.kinds(steps, nil) ?? ofKind(steps, context) else {
      return nil
    }
    return objects(kinds)
  }

  private func rules(isKey: Bool) -> [Item] {
    Check.rules.map {
      Item(label: $0.id, kind: .value, documentation: $0.summary, text: isKey ? $0.id + ": " : $0.id)
    }
  }

  /// The kinds of a reference that says its kind beside the name.
  private func ofKind(_ steps: [String], _ context: LineContext) -> Set<String>? {
    guard steps.last == "name", steps.dropLast().last?.hasSuffix("Ref") ?? false else { return nil }
    return context.values[context.steps.count]?["kind"].map { [$0] }
  }

  private var knownKinds: [Item] {
    let ours = ["InstanceGroup", "Topology"]
    return (ours + Set(definitions.flatMap(\.kinds)).subtracting(ours).sorted()).map {
      Item(label: $0, kind: .value)
    }
  }

  private var definitions: [(kinds: Set<String>, name: String)] {
    tree().flatMap(\.lastOccurrences).compactMap { occurrence in
      guard occurrence.isDefinition, case .object(let kinds, let name) = occurrence.symbol else { return nil }
      return (kinds, name)
    }
  }

  private func objects(_ kinds: Set<String>) -> [Item] {
    var details: [String: Set<String>] = [:]
    for object in definitions where kinds.isEmpty || !object.kinds.isDisjoint(with: kinds) {
      details[object.name, default: []].formUnion(object.kinds)
    }
    return details.sorted { $0.key < $1.key }.map {
      Item(label: $0.key, kind: .reference, detail: $0.value.sorted().joined(separator: ", "))
    }
  }

  private func zones(isKey: Bool) -> [Item] {
    var names: [String] = []
    for case .zone(let name) in tree().flatMap(\.lastOccurrences).filter(\.isDefinition).map(\.symbol)
    where !names.contains(name) {
      names.append(name)
    }
    return names.map { Item(label: $0, kind: .reference, detail: "zone", text: isKey ? $0 + ":" : $0) }
  }

  private var images: [Item] {
    var names: Set<String> = []
    for file in tree() where !KustomizationFile.isOne(file.path) {
      for case .image(let name) in file.lastOccurrences.map(\.symbol) { names.insert(name) }
    }
    return names.sorted().map { Item(label: $0, kind: .value, detail: "image") }
  }

  private func placeholders(in lines: [String]) -> [Item] {
    let group = lines.first { $0.hasPrefix("  name: ") }.map { String($0.dropFirst(8)) }
    var names = InputTypes.placeholders
    for occurrence in file.lastOccurrences where occurrence.isDefinition {
      if case .list(let owner, let name) = occurrence.symbol, owner == group { names.append("list.\(name)") }
    }
    return names.map { Item(label: "$(\($0))", kind: .variable) }
  }

  // MARK: Paths

  private func paths(_ prefix: String) -> [Item] {
    let typed =
      prefix.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).last.map(String.init) ?? ""
    let head = typed.lastIndex(of: "/").map { String(typed[...$0]) } ?? ""
    let own = FilePath.directory(of: file.path)
    let directory = FilePath.join(own, head.isEmpty ? "." : head)
    let lead = String(prefix.dropLast(typed.count))
    var items: [Item] = []
    for name in FileSystem.names(in: directory) where !name.hasPrefix(".") {
      let path = FilePath.join(directory, name)
      guard let kind = FileSystem.kind(of: path), path != file.path, kind == .file || kind == .directory
      else {
        continue
      }
      let isFolder = kind == .directory
      items.append(Item(label: lead + head + name + (isFolder ? "/" : ""), kind: isFolder ? .folder : .file))
    }
    return items + [Item(label: lead + head + "../", kind: .folder)]
  }
}

extension String {
  /// Where the last of some words begins.
  fileprivate func range(ofLast word: String) -> Index? {
    indices.last { self[$0...].hasPrefix(word) }
  }
}

extension Substring {
  fileprivate var trimmed: String { String(drop { $0 == " " }.prefix { $0 != " " && $0 != "#" }) }
}
