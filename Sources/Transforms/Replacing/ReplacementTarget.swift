internal import Diagnostics
internal import Resources
internal import YAML

/// Where the value of a replacement goes.
struct ReplacementTarget: Sendable {
  private let select: PatchTarget
  let selector: Selector
  private let rejected: [Selector]
  private let paths: [ValuePath]
  private let options: ReplacementEntry.Options
  private let position: Position

  /// - Returns: `nil` after a report.
  init?(_ target: Located<ReplacementEntry.Target>, _ context: TransformContext) {
    let fields = target.value
    fields.options.checkEncoding(context.report)
    let rejected = fields.reject.compactMap { $0.selector(context.report) }
    let written =
      fields.fieldPaths.isEmpty ? [Located(ValuePath.name, target.position)] : fields.fieldPaths
    let paths = written.compactMap { ValuePath($0, .target, context.report) }
    // A missing `select` was reported when the entry was read, and entries with mistakes end there.
    guard let select = fields.select, let selector = select.selector(context.report),
      rejected.count == fields.reject.count, paths.count == written.count
    else { return nil }
    self.select = select
    self.selector = selector
    self.rejected = rejected
    self.paths = paths
    options = fields.options
    position = target.position
  }

  /// - Parameter index: of the set, by which objects are found.
  func write(
    _ value: inout ReplacementValue, to set: inout ResourceSet, _ index: inout SelectionIndex,
    _ context: TransformContext
  ) {
    let candidates = index.candidates(for: selector)
    var weight = weight(of: value)
    guard holds(selector.trial * candidates.count, context) else { return }
    var isMatched = false
    for place in candidates where selects(set.resources[place]) {
      isMatched = true
      guard holds(weight, context) else { break }
      if isRejected(set.resources[place]) { continue }
      let old = set.resources[place].id
      for (number, path) in paths.enumerated() where !context.files.growth.isFull {
        let isOrigin = value.origin?.index == place
        write(value.node, isOrigin: isOrigin, at: path, of: &set.resources[place], context)
        guard isOrigin else { continue }
        value.refresh(from: set.resources[place].object)
        weight = self.weight(of: value)
        // A value that is written into itself is twice as large each time.
        if number < paths.count - 1 { _ = holds(value.node.weight, context) }
      }
      set.resources[place].refreshKind()
      let id = set.resources[place].id
      index.note(set.resources[place], once: old, at: place)
      if id.name.isEmpty && !old.name.isEmpty || id.gvk.kind.isEmpty && !old.gvk.kind.isEmpty {
        report(ResourceID(gvk: old.gvk, name: old.name, namespace: id.namespace), leftAs: id, context)
      }
    }
    if !isMatched { reportUnmatched(set, context) }
  }

  /// What is written to must still be an object; kustomize refuses it, too.
  private func report(_ object: ResourceID, leftAs id: ResourceID, _ context: TransformContext) {
    context.report.error(
      "replacement-breaks-object",
      "the replacement leaves \(object) without \"\(id.gvk.kind.isEmpty ? "kind" : "metadata.name")\"",
      at: position, hint: "the value is empty: mend the source, or leave the object out with reject")
  }

  private func weight(of value: ReplacementValue) -> Int {
    (Self.ofWrite + value.node.weight) * paths.count + rejected.reduce(0) { $0 + $1.trial }
  }

  /// To write a value takes about as long as to make so many bytes.
  private static let ofWrite = 2 * Node.ownWeight
  /// A text is read, changed and written.
  private static let perByteOfText = 16

  private func holds(_ bytes: Int, _ context: TransformContext) -> Bool {
    context.files.growth.holds(bytes, of: "the replacement", at: position, context.report)
  }

  private func selects(_ resource: Resource) -> Bool {
    selector.matchesAnyIdentity(of: resource) && selector.matchesMarks(of: resource)
  }

  /// What a rejection says of identities and what it says of labels each count for themselves, as in kustomize.
  private func isRejected(_ resource: Resource) -> Bool {
    rejected.contains { rejection in
      rejection.namesIdentity && rejection.matchesAnyIdentity(of: resource)
        || rejection.namesMarks && rejection.matchesMarks(of: resource)
    }
  }

  /// - Parameter isOrigin: whether the value was taken from a field of this object.
  private func write(
    _ value: Node, isOrigin: Bool, at path: ValuePath, of resource: inout Resource,
    _ context: TransformContext
  ) {
    let id = resource.id
    let place = resource.namePosition
    do throws(ValuePathMismatch) {
      if try write(value, isOrigin: isOrigin, at: path, of: &resource.object, context) > 0 {
        guard value.scalar == nil || path.steps.count > NodeLimits.pathLength, resource.object.isTooLarge
        else {
          return
        }
        context.report.error(
          "too-large-object",
          "with this value, \(id) has more than \(NodeLimits.depth) levels or \(NodeLimits.nodes) values",
          at: path.position, hint: "copy less of it")
        return
      }
      context.report.error(
        "replacement-field-missing", "\(id) has no field \"\(path.text)\" to replace", at: path.position,
        notes: [.init("the object", at: place)],
        hint: "mend the path, or say options: {create: true} to make the field")
    } catch {
      context.report.error(
        "field-mismatch", "the path \"\(path.text)\" does not fit \(id): \(error.reason)", at: path.position,
        notes: [.init("here", at: error.position.isKnown ? error.position : place)],
        hint: "mend the path or the object, or leave the object out with reject")
    }
  }

  /// - Returns: in how many places it was written.
  private func write(
    _ value: Node, isOrigin: Bool, at path: ValuePath, of object: inout Node, _ context: TransformContext
  ) throws(ValuePathMismatch) -> Int {
    var value = value
    var mayMeetSource = isOrigin
    var options = self.options
    let blank = options.create ? value.blank : nil
    let isCompatible = context.isCompatible
    // kustomize writes nothing there, which is no text but in braces.
    let isNull = isCompatible && !object.isFlow(along: path.steps.compactMap(\.name))
    // What is too much is reported; the next path is not written any more.
    let entered = { (count: Int) in _ = holds(2 * Pattern.trial * count, context) }
    guard var data = StructuredText(path, in: object, context.files) else {
      return try path.visit(&object, creating: blank, entered) {
        (node: inout Node, isNew: Bool) throws(ValuePathMismatch) in
        if !options.delimiter.isEmpty { _ = holds(node.weight, context) }
        let isSource = mayMeetSource && node.position == value.position
        try options.write(value, to: &node, isNew: isNew, isCompatible: isCompatible, emptyIsNull: isNull)
        if isSource { (value, mayMeetSource) = (node, false) }
      }
    }
    // kustomize v5.8 splits nothing there.
    if context.isCompatible { options.delimiter = "" }
    let count = try data.rest.visit(&data.root, creating: blank, entered) {
      [value, options] (node: inout Node, isNew: Bool) throws(ValuePathMismatch) in
      try options.write(value, to: &node, isNew: isNew, isCompatible: isCompatible, emptyIsNull: isNull)
    }
    let text = try data.written()
    _ = holds(Self.perByteOfText * text.utf8.count, context)
    try data.place.changeValue(in: &object) { node in setString(&node, text) }
    return count
  }

  /// A target that takes nothing: kustomize passes over it in silence.
  private func reportUnmatched(_ set: ResourceSet, _ context: TransformContext) {
    UnmatchedTarget(
      id: "replacement-matches-nothing", subject: "the replacement's target", position: position,
      otherwise: "remove the target, or mend what it selects"
    ).report(selector, select, set, context)
  }
}

extension Selector {
  fileprivate var namesIdentity: Bool {
    group != nil || version != nil || kind != nil || name != nil || namespace != nil
  }

  fileprivate var namesMarks: Bool { labels != nil || annotations != nil }

  fileprivate func matchesMarks(of resource: Resource) -> Bool {
    labels?.matches(resource.labels) != false && annotations?.matches(resource.annotations) != false
  }
}

extension ReplacementEntry.Options {
  /// Puts the value into a field: of a scalar only the text is replaced, so that a string stays a string.
  fileprivate func write(
    _ value: Node, to node: inout Node, isNew: Bool, isCompatible: Bool, emptyIsNull: Bool
  ) throws(ValuePathMismatch) {
    guard case .scalar(var scalar) = node else {
      guard delimiter.isEmpty else {
        throw ValuePathMismatch(node, reason: "only a scalar can be split, not \(node.kindName)")
      }
      node = value
      return
    }
    if value.scalar == nil, isCompatible, scalar.kind == .string {
      // What kustomize takes of it is the text of a scalar, and there is none.
      node = .string(joined("", with: scalar.text), at: scalar.position)
      return
    }
    guard case .scalar(let new) = value else {
      throw ValuePathMismatch(
        node, reason: "the value is \(value.kindName), which can't stand in place of \(node.kindName)")
    }
    let text = joined(new.text, with: scalar.text)
    let kind = text.isEmpty && !emptyIsNull ? .string : ScalarResolution.resolve(plain: text)
    if isNew {
      scalar.kind = kind
      scalar.awaitsQuotes = kind != .string
    } else if !scalar.kind.holds(kind) {
      // The value itself may come from a Secret.
      let given = Node.scalar(Scalar(text, kind: kind)).kindName
      throw ValuePathMismatch(
        node, reason: "the value is \(given), which can't stand in place of \(node.kindName)")
    }
    scalar.text = text
    node = .scalar(scalar)
  }

  private func joined(_ new: String, with old: String) -> String {
    guard !delimiter.isEmpty else { return new }
    var parts = old.split(at: delimiter)
    switch index {
    case ..<0: parts.insert(new, at: 0)
    case parts.indices: parts[index] = new
    default: parts.append(new)
    }
    return parts.joined(separator: delimiter)
  }
}

extension Scalar.Kind {
  /// Whether a field of this kind can get a plain text of another without changing its kind.
  fileprivate func holds(_ other: Scalar.Kind) -> Bool {
    self == other || self == .string || self == .float && other == .integer
  }
}

extension Node {
  /// What a new field starts as that is to get this value.
  fileprivate var blank: Node {
    switch self {
    case .scalar: .string("", at: position)
    case .sequence: .sequence([], at: position)
    case .mapping: .mapping(Mapping(at: position))
    }
  }
}

extension ValuePath.Step {
  fileprivate var name: String? { if case .field(let name) = self { name } else { nil } }
}
