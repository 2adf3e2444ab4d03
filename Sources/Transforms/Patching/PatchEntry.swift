internal import Diagnostics
internal import Resources
internal import YAML

/// One entry of `patches` as it is written.
struct PatchEntry: Sendable {
  var path: Located<String>?
  var patch: Scalar?
  var target: PatchTarget?
  var options = Options()
  /// The entry as it was written.
  var node = Node.null

  struct Options: Sendable {
    var allowNameChange = false
    var allowKindChange = false
    var optional = false

    static let schema = Schema<Options>("patch options", initial: Options()) {
      Field("allowNameChange", .boolean, \.allowNameChange, "whether the patch may change the name")
      Field("allowKindChange", .boolean, \.allowKindChange, "whether the patch may change the kind")
      Field("optional", .boolean, \.optional, "whether it is meant that the target may match nothing")
    }
  }

  private static let pathField = Field("path", .locatedScalar, \PatchEntry.path, "a file with the patch")
  private static let targetField = Field(
    "target", .object(PatchTarget.schema), \PatchEntry.target, "which objects the patch is for")
  private static let optionsField = Field(
    "options", .object(Options.schema), \PatchEntry.options, "what the patch may do")

  static let schema = Schema<PatchEntry>("patches entry", initial: PatchEntry()) {
    pathField
    targetField
    optionsField
    Field("patch", .inlineOrPath, \.patch, "the patch itself")
  }

  static let shape = Shape<PatchEntry>(Shape.object(schema).type) { node, reader in
    var entry = schema.decode(node, reader)
    entry?.node = node
    return entry
  }

  static let configuration = Schema<PatchEntry>.configuration("PatchTransformer", initial: PatchEntry()) {
    schema.fields
  }

  static let jsonConfiguration = Schema<PatchEntry>.configuration(
    "PatchJson6902Transformer", initial: PatchEntry()
  ) {
    pathField
    targetField
    Field("jsonOp", .inlineOrPath, \.patch, "the patch itself")
  }

  private var position: Position { node.position }

  /// - Returns: `nil` after a report, or when the entry's file holds nothing.
  func load(_ context: TransformContext, mustBeJSON: Bool = false) -> Patch? {
    guard !context.files.growth.isFull,
      let documents = keepingSecrets(context, documents)?.filter({ !$0.isNull })
    else { return nil }
    guard let first = documents.first else {
      context.report.warning(
        "empty-patch", "this patch changes nothing: it is empty", at: path?.position ?? patch?.position,
        hint: "write the fields to merge into it, or remove the entry")
      return nil
    }
    let isJSON = mustBeJSON || first.items != nil
    var patch = isJSON ? loadJSON(documents, context) : loadMerge(documents, context)
    patch?.entry = position
    return patch
  }

  /// Reads what may be meant for a Secret, with nothing of it in messages.
  private func keepingSecrets<Value>(
    _ context: TransformContext, _ read: (TransformContext) -> Value
  ) -> Value {
    guard mayBeOfSecret else { return read(context) }
    let report = Report()
    defer {
      for var diagnostic in report.diagnostics {
        diagnostic.isSecret = true
        context.report.add(diagnostic)
      }
    }
    return read(context.reporting(to: report))
  }

  /// A JSON patch does not say what it changes: its target does, or leaves it open.
  private var mayBeOfSecret: Bool {
    guard let target else { return false }
    guard let kind = target.kind?.value, !kind.isEmpty else { return patch.map(Self.reachesData) ?? true }
    return (try? Pattern(kind).matches("Secret")) ?? true
  }

  /// Of a patch that stands in the kustomization, the text tells more.
  private static func reachesData(_ patch: Scalar) -> Bool {
    ["/data", "/stringData"].contains { patch.text.utf8.firstRange(of: $0.utf8) != nil }
  }

  private func documents(_ context: TransformContext) -> [Node]? {
    switch (path, patch) {
    case (let path?, nil): return context.documents(path)
    case (nil, var patch?) where !patch.text.isEmpty:
      // As kustomize cuts it: a block of text at its end keeps no line break.
      patch.text = patch.text.withoutBlankEnd
      return context.documents(inline: patch)
    case (let path?, let patch?):
      context.report.error(
        "patch-and-path", "an entry has either \"patch\" or \"path\", not both", at: patch.position,
        notes: [.init("the path stands here", at: path.position)], hint: "split it into two entries")
    case (nil, nil) where Self.sources.contains { !(node[$0]?.isNull ?? true) }:
      // It is there, but wrong, which was reported.
      break
    default:
      context.report.error(
        "missing-field", "an entry needs \"patch\" or \"path\"", at: patch?.position ?? position,
        hint: "name a file with path:, or write the patch in a block scalar after patch: |-")
    }
    return nil
  }

  private static let sources = ["path", "patch", "jsonOp"]

  private func loadJSON(_ documents: [Node], _ context: TransformContext) -> Patch? {
    var written = documents[0]
    if context.isCompatible { written.resolveAsYAML11() }
    let decoded = keepingSecrets(context) { [written] in JSONPatch.decode(written, report: $0.report) }
    guard let operations = decoded, context.affordsPatch(operations, at: position) else { return nil }
    guard let target else {
      context.report.error(
        "missing-target", "a JSON 6902 patch needs a target", at: position,
        hint: "say which objects it is for: target: {kind: StatefulSet, name: nats}")
      return nil
    }
    guard let selector = target.selector(context.report) else { return nil }
    return Patch(
      content: .operations(operations), aim: .selector(selector, target), options: options,
      position: position)
  }

  private func loadMerge(_ documents: [Node], _ context: TransformContext) -> Patch? {
    for document in documents where document.mapping == nil {
      context.report.error(
        "not-a-patch", "a patch is a mapping or a list of JSON 6902 operations, not \(document.kindName)",
        at: document.position,
        hint: document.string == nil
          ? "write the fields to merge, or operations with op, path and value"
          : "name a file with path: instead, or write the fields to merge")
      return nil
    }
    guard let target else {
      let merges = documents.compactMap { Patch(merge: $0, context, options: options) }
      return merges.count == documents.count ? Patch.joined(merges, position) : nil
    }
    guard documents.count == 1 else {
      context.report.error(
        "several-patches", "an entry with a target takes one patch, not \(documents.count)",
        at: documents[1].position, hint: "give each patch an entry of its own, or remove the target")
      return nil
    }
    guard let selector = target.selector(context.report) else { return nil }
    return Patch(
      content: .merge(documents[0]), aim: .selector(selector, target), options: options, position: position)
  }
}

/// Which objects a patch is for, as it is written.
struct PatchTarget: Sendable {
  var group: Located<String>?
  var version: Located<String>?
  var kind: Located<String>?
  var name: Located<String>?
  var namespace: Located<String>?
  var labelSelector: Located<String>?
  var annotationSelector: Located<String>?

  static let schema = Schema<PatchTarget>("target", initial: PatchTarget()) {
    Field("group", .locatedScalar, \.group, "the API group, an expression that must match as a whole")
    Field("version", .locatedScalar, \.version, "the API version, an expression")
    Field("kind", .locatedScalar, \.kind, "the kind, an expression")
    Field("name", .locatedScalar, \.name, "the name, an expression")
    Field("namespace", .locatedScalar, \.namespace, "the namespace, an expression")
    Field("labelSelector", .locatedScalar, \.labelSelector, "a label selector")
    Field("annotationSelector", .locatedScalar, \.annotationSelector, "a selector over annotations")
  }

  func selector(_ outer: Report) -> Selector? {
    var selector = Selector()
    let report = Report()
    defer { outer.add(contentsOf: report) }
    selector.group = pattern(group, report)
    selector.version = pattern(version, report)
    selector.kind = pattern(kind, report)
    selector.name = pattern(name, report)
    selector.namespace = pattern(namespace, report)
    selector.labels = labels(labelSelector, report)
    selector.annotations = labels(annotationSelector, report)
    return report.diagnostics.isEmpty ? selector : nil
  }

  private func pattern(_ text: Located<String>?, _ report: Report) -> Pattern? {
    guard let text, !text.value.isEmpty else { return nil }
    do throws(Pattern.Mistake) { return try Pattern(text.value) } catch {
      report.add(error, in: text.value, at: text.position, hint: "\".*\" stands for any text")
      return nil
    }
  }

  private func labels(_ text: Located<String>?, _ report: Report) -> LabelSelector? {
    guard let text, !text.value.isEmpty else { return nil }
    if let selector = LabelSelector(text.value) { return selector }
    report.error(
      "bad-selector", "\"\(text.value)\" is no label selector", at: text.position,
      hint: "write it as in kubectl -l: app=web,tier!=cache,env in (a,b)")
    return nil
  }
}

extension String {
  /// Without blanks and line breaks at the end.
  fileprivate var withoutBlankEnd: String {
    let blanks = Array(" \t\n\r\u{0B}\u{0C}".utf8)
    let end = utf8.lastIndex { !blanks.contains($0) }.map { utf8.index(after: $0) } ?? utf8.startIndex
    return end == utf8.endIndex ? self : String(self[..<end])
  }
}
