internal import Diagnostics
internal import Resources
internal import YAML

/// Goes through an object along its type, and notes what the API server refuses.
struct SchemaWalk {
  private let types: KubernetesTypes
  /// The minor version of the server, where it is known.
  private let version: Int?
  private(set) var mistakes = SchemaMistakes()
  /// The place of the object in the set.
  private var object = 0
  private var root = Node.null
  /// The way to the node that is looked at: places in mappings and lists.
  private var path: [Int] = []

  init(_ types: KubernetesTypes, _ version: KubernetesVersion?) {
    self.types = types
    self.version = version.flatMap { $0.major == 1 ? $0.minor : nil }
  }

  mutating func visit(_ resource: Resource, at index: Int) {
    object = index
    self.root = resource.object
    path = []
    guard let root = resource.object.mapping else { return }
    guard let apiVersion = identity("apiVersion", of: root), let kind = identity("kind", of: root) else {
      return
    }
    guard let type = types.kind(apiVersion, kind) else {
      reportUnknownKind(resource.gvk, at: root.key("kind")?.position ?? root.position)
      return
    }
    if let version, !type.served.contains(version) {
      add(
        .unservedVersion, "\(kind) of \(apiVersion) is not served by Kubernetes 1.\(version)",
        at: root["apiVersion"]?.position ?? root.position
      ) { type.served.hint(version) }
    }
    visit(root, type)
    ObjectNames.check(resource, type) { add($0, $1, at: $2, hint: $3) }
  }

  /// The text of `apiVersion` or `kind`.
  private mutating func identity(_ key: String, of root: Mapping) -> String? {
    guard let node = root[key], !node.isNull else {
      add(.missingField, "the object has no \"\(key)\"", at: root.position) {
        "add \"\(key): …\": without it no server knows what the object is"
      }
      return nil
    }
    guard let text = node.string else {
      reportType(node, "a string")
      return nil
    }
    return text
  }

  private mutating func reportUnknownKind(_ gvk: GroupVersionKind, at position: Position) {
    guard let suggestion = KnownKinds.suggestion(for: gvk) else {
      if Rule.isObsolete(gvk) || BuiltinKinds.isKnown(gvk) || gvk.kind.hasSuffix("List") { return }
      add(.missingSchema, "nothing is known of \(gvk.kind) (\(gvk.apiVersion))", at: position) {
        "name a file with its CustomResourceDefinition under check.schemas in zonal.yaml"
      }
      return
    }
    add(.unknownKind, "\(gvk.apiVersion) has no kind \"\(gvk.kind)\"", at: position) { suggestion }
  }

  // MARK: Mappings

  private mutating func visit(_ mapping: Mapping, _ type: ObjectType) {
    var found = 0
    var last = 0
    for (place, pair) in mapping.pairs.enumerated() {
      path.append(place)
      defer { path.removeLast() }
      guard let index = type.index(of: pair.key.text, after: last) else {
        if !type.isOpen { reportUnknown(pair.key, type) }
        continue
      }
      last = index + 1
      if pair.value.isNull { continue }
      let field = type.fields[index]
      if field.isRequired { found += 1 }
      if let version, type.served.contains(version), !field.served.contains(version) {
        add(
          .unservedVersion, "\"\(shown)\" is not known to Kubernetes 1.\(version)", at: pair.key.position
        ) { field.served.hint(version) }
      }
      visit(pair.value, field.shape, field.limit)
    }
    if found < type.requiredCount { reportMissing(mapping, type) }
    if let choice = type.choice { check(choice, mapping) }
  }

  private mutating func reportUnknown(_ key: Scalar, _ type: ObjectType) {
    let names = type.fields.map(\.name)
    let owner = path.count > 1 ? "\"\(shown(path.dropLast()))\"" : type.title
    add(.unknownField, "\(owner) has no field \"\(key.text)\"", at: key.position) {
      suggestion(for: key.text, among: names, otherwise: "the fields here are")
        ?? "leave it out, or see where it belongs"
    }
  }

  private mutating func reportMissing(_ mapping: Mapping, _ type: ObjectType) {
    for field in type.fields where field.isRequired && mapping[field.name]?.isNull ?? true {
      if let version, !field.served.contains(version) { continue }
      let owner = path.isEmpty ? type.title : "\"\(shown)\""
      add(.missingField, "\(owner) needs the field \"\(field.name)\"", at: mapping.position) {
        "add \"\(field.name): …\""
      }
    }
  }

  private mutating func check(_ choice: FieldChoice, _ mapping: Mapping) {
    let given = mapping.pairs.filter { pair in
      choice.fields.contains { sameBytes($0, pair.key.text) } && !pair.value.isNull && pair.value.string != ""
    }
    if given.count > 1 {
      add(
        .fieldChoice,
        "\"\(shown)\" can't have both \"\(given[0].key.text)\" and \"\(given[1].key.text)\"",
        at: given[1].key.position
      ) { "leave one of them out" }
    } else if given.isEmpty && !choice.isOptional {
      let fields = choice.fields.joined(separator: ", ")
      add(.missingField, "\"\(shown)\" needs one of its fields", at: mapping.position) {
        "add one of \(fields)"
      }
    }
  }

  // MARK: Values

  private mutating func visit(_ node: Node, _ shape: ObjectType.Shape, _ limit: FieldLimit?) {
    switch (shape, node) {
    case (.anything, _): break
    case (.object(let type), .mapping(let mapping)): if !type.fields.isEmpty { visit(mapping, type) }
    case (.object(let type), _): if !type.fields.isEmpty { reportType(node, "a mapping") }
    case (.list(let entry), .sequence(let sequence)):
      if case .filled? = limit, sequence.items.isEmpty {
        add(.missingField, "\"\(shown)\" needs at least one entry", at: node.position) { "add one" }
      }
      for (index, item) in sequence.items.enumerated() where !item.isNull {
        path.append(index)
        visit(item, entry, limit)
        path.removeLast()
      }
    case (.list, _): reportType(node, "a list")
    case (.map(let value), .mapping(let mapping)): visit(mapping, of: value, limit)
    case (.map, _): reportType(node, "a mapping")
    case (_, .scalar(let scalar)): visit(scalar, node, shape, limit)
    default: reportType(node, shape.name)
    }
  }

  private mutating func visit(_ mapping: Mapping, of shape: ObjectType.Shape, _ limit: FieldLimit?) {
    var (ofKeys, ofValues): (TextFormat?, FieldLimit?)
    if case .format(let format)? = limit {
      ofKeys = format.ofKeys
      ofValues = format.ofValues.map(FieldLimit.format)
      if format == .annotationKeys { checkSize(of: mapping) }
    }
    for (place, pair) in mapping.pairs.enumerated() {
      if let ofKeys { check(pair.key.text, ofKeys, at: pair.key.position) }
      if pair.value.isNull { continue }
      path.append(place)
      visit(pair.value, shape, ofValues)
      path.removeLast()
    }
  }

  /// All annotations of an object together (Kubernetes 1.34 `TotalAnnotationSizeLimitB`).
  private static let mostAnnotations = 256 << 10

  private mutating func checkSize(of annotations: Mapping) {
    let size = annotations.pairs.reduce(0) { $0 + $1.key.text.utf8.count + ($1.value.text?.utf8.count ?? 0) }
    guard size > Self.mostAnnotations else { return }
    add(
      .outOfRange, "the annotations have \(size) bytes, \(Self.mostAnnotations) are possible",
      at: annotations.position
    ) {
      "put what is large into a ConfigMap; kubectl apply without --server-side adds the whole object to them"
    }
  }

  private mutating func visit(
    _ scalar: Scalar, _ node: Node, _ shape: ObjectType.Shape, _ limit: FieldLimit?
  ) {
    guard shape.takes(scalar) else { return reportType(node, shape.name) }
    switch shape {
    case .integer: checkRange(scalar, limit)
    case .integerOrText: checkNumberOrText(scalar, limit)
    case .quantity where !Quantity.isValid(scalar.text):
      refuse(scalar, .invalidQuantity, "\"\(shown)\" can't be the quantity \"\(scalar.text)\"") {
        "write a number and a unit, such as 500m, 1.5, 64Mi or 10G"
      }
    case .time where !Timestamp.isValid(scalar.text):
      refuse(scalar, .invalidTime, "\"\(shown)\" can't be the time \"\(scalar.text)\"") {
        "write date and time with a zone, such as 2026-01-31T12:00:00Z"
      }
    case .base64 where decodedBase64(scalar.text) == nil:
      refuse(scalar, .invalidBase64, "\"\(shown)\" is not base64") {
        "encode the value, or put it as it is under stringData"
      }
    case .text: checkText(scalar, limit)
    default: break
    }
  }

  private mutating func checkRange(_ scalar: Scalar, _ limit: FieldLimit?) {
    guard scalar.kind == .integer else { return }
    var range = Int(Int32.min)...Int(Int32.max)
    if case .range(let limit)? = limit { range = limit }
    if let value = scalar.integer, range.contains(value) { return }
    // What validation alone bounds from below has all bits of its type.
    if WideIntegers.names.contains(fieldName), range.upperBound == Int(Int32.max) {
      range = (range.lowerBound == Int(Int32.min) ? .min : range.lowerBound)...Int.max
    }
    checkRange(scalar, range)
  }

  private mutating func checkRange(_ scalar: Scalar, _ range: ClosedRange<Int>) {
    if let value = scalar.integer, range.contains(value) { return }
    add(.outOfRange, "\"\(shown)\" can't be \(scalar.text)", at: scalar.position) {
      range.upperBound >= Int(Int32.max) && range.lowerBound >= 0
        ? "it is at least \(range.lowerBound)" : "it is \(range.lowerBound) to \(range.upperBound)"
    }
  }

  private mutating func checkNumberOrText(_ scalar: Scalar, _ limit: FieldLimit?) {
    guard case .format(let format)? = limit else { return }
    if scalar.kind == .integer {
      if let range = format.numbers { checkRange(scalar, range) }
    } else {
      check(scalar.text, format, at: scalar.position)
    }
  }

  /// The key that the node is under, or in whose list it is.
  private var fieldName: String {
    var node = root
    var name = ""
    for place in path {
      switch node {
      case .mapping(let mapping): (name, node) = (mapping.pairs[place].key.text, mapping.pairs[place].value)
      case .sequence(let sequence): node = sequence.items[place]
      case .scalar: break
      }
    }
    return name
  }

  private mutating func checkText(_ scalar: Scalar, _ limit: FieldLimit?) {
    switch limit {
    case .word(let words)?:
      // What is empty gets the server's default.
      if scalar.text.isEmpty || words.contains(where: { sameBytes($0, scalar.text) }) { return }
      refuse(scalar, .unknownValue, "\"\(shown)\" can't be \"\(scalar.text)\"") {
        suggestion(for: scalar.text, among: words, otherwise: "it can be")
          ?? "it can be \(words.joined(separator: ", "))"
      }
    case .format(let format)?: check(scalar.text, format, at: scalar.position)
    default: break
    }
  }

  private mutating func check(_ text: String, _ format: TextFormat, at position: Position) {
    if format.matches(text) || text.isReplacedLater { return }
    let (what, hint) = format.demand
    add(format.rule, "\"\(text)\" is not \(what)", at: position) { hint }
  }

  private mutating func refuse(
    _ scalar: Scalar, _ rule: SchemaRule, _ summary: String, hint: () -> String
  ) {
    if !scalar.text.isReplacedLater { add(rule, summary, at: scalar.position, hint: hint) }
  }

  private mutating func reportType(_ node: Node, _ wanted: String) {
    if node.string?.isReplacedLater == true { return }
    add(.wrongType, "\"\(shown)\" must be \(wanted), not \(node.shown)", at: node.position) {
      guard let scalar = node.scalar else { return "see its type in the API reference" }
      if wanted == "a string" { return "write \"\(scalar.text)\" in quotes" }
      return scalar.style == .plain ? "write \(wanted)" : "write it without quotes, as \(wanted)"
    }
  }

  // MARK: Messages

  private mutating func add(
    _ rule: SchemaRule, _ summary: String, at position: Position, hint: () -> String
  ) {
    mistakes.add(rule, summary, at: position, of: object, hint: hint)
  }

  private var shown: String { shown(path[...]) }

  /// `spec.containers[0].image`
  private func shown(_ path: ArraySlice<Int>) -> String {
    var node = root
    var text = ""
    for place in path {
      switch node {
      case .mapping(let mapping):
        let pair = mapping.pairs[place]
        text += text.isEmpty ? pair.key.text : ".\(pair.key.text)"
        node = pair.value
      case .sequence(let sequence):
        text += "[\(place)]"
        node = sequence.items[place]
      case .scalar: break
      }
    }
    return text
  }
}
