internal import Diagnostics
internal import Machine
internal import YAML

// `configMapGenerator` and `secretGenerator`: what `add`, `set` and `remove` take and do.

/// A generator of one object, as flags give it.
package struct GeneratorEntry: Sendable {
  package enum Kind: String, Sendable {
    case configmap, secret

    var field: String { self == .configmap ? "configMapGenerator" : "secretGenerator" }
    var noun: String { self == .configmap ? "ConfigMap" : "Secret" }
  }

  package let kind: Kind
  package let name: String
  package var namespace = ""
  package var newNamespace = ""
  package var behavior = ""
  package var type = ""
  package var literals: [String] = []
  package var files: [String] = []
  package var envFile = ""
  package var disablesHash = false

  package init(_ kind: Kind, name: String) {
    (self.kind, self.name) = (kind, name)
  }

  /// The key of a literal or a file, as in `KEY=…`.
  static func key(of source: String) -> String {
    guard let equals = source.utf8.firstIndex(of: UInt8(ascii: "=")) else {
      return FilePath.lastComponent(source)
    }
    return String(source[..<equals])
  }
}

extension KustomizationEditor {
  package mutating func add(_ entry: GeneratorEntry) {
    var entry = entry
    check(&entry)
    let found = generator(entry.kind, named: entry.name, in: entry.namespace)
    checkKeys(of: entry, with: found)
    guard !report.hasErrors else { return }
    let field = entry.kind.field
    guard let found else { return append(node(of: entry), to: field) }
    let path = [Step.key(key(field)), .item(found)]
    for (name, sources) in [
      ("literals", entry.literals), ("files", entry.files),
      ("envs", entry.envFile.isEmpty ? [] : [entry.envFile]),
    ] {
      addSources(sources, to: name, of: path)
    }
    if !entry.behavior.isEmpty {
      put(
        "behavior", .string(entry.behavior), in: path,
        behind: FieldOrder.before("behavior", in: FieldOrder.generator))
    }
    if entry.disablesHash {
      if root.at(path)?["options"]?.mapping == nil {
        put("options", .mapping(["disableNameSuffixHash": true]), in: path, behind: FieldOrder.generator)
      } else {
        put("disableNameSuffixHash", true, in: path + [.key("options")])
      }
    }
  }

  package mutating func set(_ entry: GeneratorEntry) {
    if entry.literals.isEmpty, entry.newNamespace.isEmpty {
      report.error(
        "bad-flag", "there is nothing to set", at: place("set \(entry.kind.rawValue) \(entry.name)"),
        hint: "add --from-literal KEY=VALUE or --new-namespace NAMESPACE")
    }
    checkLiterals(entry.literals, "set \(entry.kind.rawValue) \(entry.name)")
    let field = entry.kind.field
    guard let found = generator(entry.kind, named: entry.name, in: entry.namespace) else {
      return reportUnknown(entry.kind, entry.name, in: entry.namespace, "set")
    }
    let path = [Step.key(key(field)), .item(found)]
    let literals = root.at(path)?["literals"]?.items ?? []
    var changes: [(Int, String)] = []
    for literal in entry.literals {
      let key = GeneratorEntry.key(of: literal)
      let place = literals.lastIndex { $0.text.map { sameBytes(GeneratorEntry.key(of: $0), key) } ?? false }
      if let place {
        changes.append((place, literal))
      } else {
        report.error(
          "not-there", "the \(entry.kind.noun) \"\(entry.name)\" has no literal \"\(key)\"",
          at: root.at(path)?.position,
          hint: suggestion(
            for: key, among: literals.compactMap(\.text).map(GeneratorEntry.key),
            otherwise: "its literals are")
            ?? "add one with \"add \(entry.kind.rawValue) \(entry.name) --from-literal \(key)=…\"")
      }
    }
    guard !report.hasErrors else { return }
    for (place, literal) in changes where !sameBytes(literals[place].text ?? "", literal) {
      make(.replace(path + [.key("literals"), .item(place)], .string(literal)))
    }
    if !entry.newNamespace.isEmpty {
      put("namespace", .string(entry.newNamespace), in: path, behind: ["name"])
    }
  }

  package mutating func remove(_ kind: GeneratorEntry.Kind, _ argument: String, in namespace: String) {
    let names = argument.utf8.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false)
      .map { String(Substring($0)) }
    let found = names.map { name in (name, generators(kind, named: name, in: namespace)) }
    let isNone = found.allSatisfy(\.1.isEmpty)
    for (name, places) in found where places.isEmpty {
      if isNone {
        reportUnknown(kind, name, in: namespace, "remove")
      } else {
        report.warning(
          "not-there", "there is no \(kind.noun) \"\(name)\"", at: place("remove \(kind.rawValue) \(name)"))
      }
    }
    guard !report.hasErrors else { return }
    removeItems(Set(found.flatMap(\.1)).map { [.key(key(kind.field)), .item($0)] })
  }

  // MARK: Looking

  private func generators(_ kind: GeneratorEntry.Kind, named name: String, in namespace: String) -> [Int] {
    let wanted = namespace.isEmpty ? "default" : namespace
    return items(kind.field).enumerated().filter { _, node in
      let space = node["namespace"]?.text ?? ""
      return (node["name"]?.text).map { sameBytes($0, name) } ?? false
        && sameBytes(space.isEmpty ? "default" : space, wanted)
    }.map(\.offset)
  }

  private func generator(_ kind: GeneratorEntry.Kind, named name: String, in namespace: String) -> Int? {
    generators(kind, named: name, in: namespace).first
  }

  private func reportUnknown(
    _ kind: GeneratorEntry.Kind, _ name: String, in namespace: String, _ command: String
  ) {
    let names = Set(items(kind.field).compactMap { $0["name"]?.text }).sorted(by: precedesBytewise)
    report.error(
      "not-there",
      "there is no \(kind.noun) \"\(name)\""
        + (namespace.isEmpty ? "" : " in the namespace \"\(namespace)\""),
      at: self[kind.field]?.position ?? place("\(command) \(kind.rawValue) \(name)"),
      hint: names.contains { sameBytes($0, name) }
        ? "name its namespace with --namespace"
        : suggestion(for: name, among: names, otherwise: "those here are")
          ?? "add it with \"add \(kind.rawValue)\"")
  }

  // MARK: Adding

  private func node(of entry: GeneratorEntry) -> Node {
    func list(_ sources: [String]) -> Node? { sources.isEmpty ? nil : .sequence(sources.map { .string($0) }) }
    func text(_ value: String) -> Node? { value.isEmpty ? nil : .string(value) }
    return .mapping([
      "name": .string(entry.name), "namespace": text(entry.namespace), "behavior": text(entry.behavior),
      "type": text(entry.type), "files": list(entry.files), "literals": list(entry.literals),
      "envs": list(entry.envFile.isEmpty ? [] : [entry.envFile]),
      "options": entry.disablesHash ? .mapping(["disableNameSuffixHash": true]) : nil,
    ])
  }

  private mutating func addSources(_ sources: [String], to name: String, of path: [Step]) {
    for source in sources {
      if root.at(path)?[name]?.items?.isEmpty == false {
        make(.append(path + [.key(name)], .string(source)))
      } else {
        put(
          name, .sequence([.string(source)]), in: path,
          behind: FieldOrder.before(name, in: FieldOrder.generator))
      }
    }
  }
}
