internal import Diagnostics
internal import Resources
internal import YAML

/// A replacement that was read: where its value comes from and where it goes.
struct Replacement: Sendable {
  var source: ReplacementSource
  var targets: [ReplacementTarget]
  /// Where its entry stands in the kustomization file, when it is one's.
  var entry: Position?

  /// What objects are looked for by.
  var selectors: [Selector] { targets.map(\.selector) + (source.selector.map { [$0] } ?? []) }
}

/// What a replacement writes.
struct ReplacementValue: Sendable {
  private(set) var node: Node
  /// The field that it was taken from whole. Targets may change it, and kustomize v5.8 gives those that follow what it is by then.
  var origin: (index: Int, path: ValuePath)?

  /// Takes what stands in the field now.
  ///
  /// - Parameter object: the one that the value was taken from.
  mutating func refresh(from object: Node) {
    if let present = try? origin?.path.value(in: object) { node = present }
  }
}

/// Where the value of a replacement comes from.
enum ReplacementSource: Sendable {
  /// The entry itself.
  case value(Node)
  case field(ValuePath, of: ObjectFilter, options: ReplacementEntry.Options, Position)

  /// - Returns: `nil` after a report.
  init?(_ source: Located<ReplacementEntry.Source>, _ context: TransformContext) {
    let fields = source.value
    fields.options.checkEncoding(context.report)
    var written = fields.fieldPath ?? Located("", source.position)
    if written.value.isEmpty { written.value = ValuePath.name }
    guard let path = ValuePath(written, .source, context.report) else { return nil }
    let filter = ObjectFilter(
      kind: KindFilter(
        group: fields.group ?? "", version: fields.version ?? "", kind: fields.kind ?? ""),
      name: fields.name ?? "", namespace: fields.namespace ?? "")
    self = .field(path, of: filter, options: fields.options, source.position)
  }

  /// What takes the object, and maybe others.
  var selector: Selector? {
    if case .field(_, let filter, _, _) = self { filter.selector } else { nil }
  }

  /// - Returns: `nil` after a report.
  func value(in set: ResourceSet, _ index: SelectionIndex, _ context: TransformContext) -> ReplacementValue? {
    guard case .field(let path, let filter, let options, let position) = self else {
      if case .value(let value) = self { return ReplacementValue(node: value) }
      return nil
    }
    guard let place = object(filter, in: set, index, at: position, context),
      let node = value(at: path, options, of: set.resources[place], context)
    else { return nil }
    // What is split is a copy in kustomize, what is taken whole is the field itself.
    return ReplacementValue(node: node, origin: options.delimiter.isEmpty ? (place, path) : nil)
  }

  private func value(
    at path: ValuePath, _ options: ReplacementEntry.Options, of resource: Resource,
    _ context: TransformContext
  ) -> Node? {
    do throws(ValuePathMismatch) {
      guard let value = try path.value(in: resource.object), !value.isBlank else {
        context.report.error(
          "replacement-field-missing", "\(resource.id) has no value at \"\(path.text)\" to copy",
          at: path.position, notes: [.init("the object", at: resource.namePosition)],
          hint: "give the object this field, or name another in fieldPath")
        return nil
      }
      let part = try options.part(of: value)
      if resource.object.isSecret, path.leadsToSecret { part.scalarTexts.forEach(context.files.keepSecret) }
      return part
    } catch {
      let reason = resource.object.isSecret ? "what it names has another form" : error.reason
      context.report.error(
        "field-mismatch", "the path \"\(path.text)\" does not fit \(resource.id): \(reason)",
        at: path.position, notes: [.init("here", at: error.position)],
        hint: "name a field of the object in fieldPath, as in spec.containers.[name=web].image")
      return nil
    }
  }

  private func object(
    _ filter: ObjectFilter, in set: ResourceSet, _ index: SelectionIndex, at position: Position,
    _ context: TransformContext
  ) -> Int? {
    let found = index.candidates(for: filter.selector).filter { filter.matches(set.resources[$0]) }
    if found.count == 1 { return found[0] }
    if found.isEmpty {
      context.report.error(
        "no-replacement-source", "there is no \(filter.described) to copy a value from", at: position,
        hint: set.nearest(kind: filter.kind.kind, name: filter.name)
          ?? "name an object of this layer, by its present or an earlier name")
    } else {
      context.report.error(
        "ambiguous-replacement", "\(found.count) objects are \(filter.described)", at: position,
        notes: found.prefix(5).map { place in
          .init("\(set.resources[place].id)", at: set.resources[place].namePosition)
        },
        hint: "say which one by its kind, name and namespace")
    }
    return nil
  }
}

/// An object by what is told of it; empty parts match everything.
struct ObjectFilter: Sendable {
  var kind: KindFilter
  var name: String
  var namespace: String

  /// Identities that it had count as well (kustomize v5 `IsSelectedBy`).
  func matches(_ resource: Resource) -> Bool {
    kind.matches(resource.gvk) && matches(resource.id)
      || resource.earlier.contains { kind.matches($0.gvk) && matches($0) }
  }

  /// What takes all objects that match, and maybe others.
  var selector: Selector {
    var selector = Selector()
    if !kind.kind.isEmpty { selector.kind = Pattern(exactly: kind.kind) }
    if !name.isEmpty { selector.name = Pattern(exactly: name) }
    if !namespace.isEmpty { selector.namespace = Pattern(exactly: namespace) }
    return selector
  }

  private func matches(_ id: ResourceID) -> Bool {
    (name.isEmpty || sameBytes(name, id.name))
      && (namespace.isEmpty || sameBytes(namespace, id.effectiveNamespace)
        || sameBytes(namespace, id.namespace))
  }

  /// `ConfigMap "settings" in namespace "cf"`, as messages say it.
  var described: String {
    var text = kind.kind.isEmpty ? "object" : kind.kind
    if !name.isEmpty { text += " \"\(name)\"" }
    let version = [kind.group, kind.version].filter { !$0.isEmpty }.joined(separator: "/")
    if !version.isEmpty { text += " (\(version))" }
    if !namespace.isEmpty { text += " in namespace \"\(namespace)\"" }
    return text
  }
}

extension ReplacementEntry.Options {
  /// The part of a source's value that is meant.
  fileprivate func part(of value: Node) throws(ValuePathMismatch) -> Node {
    guard !delimiter.isEmpty else { return value }
    guard case .scalar(var scalar) = value else {
      throw ValuePathMismatch(value, reason: "only a scalar can be split, not \(value.kindName)")
    }
    let parts = scalar.text.split(at: delimiter)
    guard parts.indices.contains(index) else {
      throw ValuePathMismatch(
        value, reason: "\"\(scalar.text)\" has \(parts.count) parts, so there is none with index \(index)")
    }
    scalar.text = parts[index]
    return .scalar(scalar)
  }
}

extension Node {
  /// Whether there is nothing in it to copy.
  fileprivate var isBlank: Bool { isNull || items?.isEmpty == true || mapping?.isEmpty == true }
}

extension String {
  /// The parts between the places where a delimiter stands; at least one.
  func split(at delimiter: String) -> [String] {
    let bytes = Array(utf8)
    let mark = Array(delimiter.utf8)
    var parts: [String] = []
    var start = 0
    var index = 0
    while index + mark.count <= bytes.count {
      if bytes[index..<(index + mark.count)].elementsEqual(mark) {
        parts.append(String(decoding: bytes[start..<index], as: UTF8.self))
        index += mark.count
        start = index
      } else {
        index += 1
      }
    }
    return parts + [String(decoding: bytes[start...], as: UTF8.self)]
  }
}
