internal import Diagnostics
internal import Resources
internal import YAML

/// One entry of `replacements` as it is written.
struct ReplacementEntry: Sendable {
  var path: Located<String>?
  var source: Located<Source>?
  var sourceValue: Located<String>?
  var targets: [Located<Target>]?

  struct Source: Sendable {
    var group: String?
    var version: String?
    var kind: String?
    var name: String?
    var namespace: String?
    var fieldPath: Located<String>?
    var options = Options()
  }

  struct Target: Sendable {
    var select: PatchTarget?
    var reject: [PatchTarget] = []
    var fieldPaths: [Located<String>] = []
    var options = Options()
  }

  /// What part of a value is meant, and whether a missing field is made.
  struct Options: Sendable {
    var delimiter = ""
    var index = 0
    var create = false
    var encoding: Located<String>?
  }

  // MARK: Schemas

  /// - Parameter isLenient: as in a file of its own, where kustomize passes over fields it does not know.
  static func schema(isLenient: Bool) -> Schema<ReplacementEntry> {
    Schema("replacements entry", isLenient: isLenient, initial: ReplacementEntry()) {
      Field("path", .locatedScalar, \.path, "a file with replacements")
      Field("source", .located(.object(source(isLenient))), \.source, "the field that has the value")
      Field("sourceValue", .located(.string), \.sourceValue, "the value itself")
      Field("targets", .list(of: .located(.object(target(isLenient)))), \.targets, "where the value goes")
    }
  }

  /// An entry that can be worked with: of one with mistakes in it no more is said than what they are.
  static func shape(isLenient: Bool) -> Shape<Located<ReplacementEntry>> {
    let shape = Shape.located(.object(schema(isLenient: isLenient)))
    return Shape(shape.type) { node, reader in
      let ownReport = Report()
      let entry = shape.read(node, reader.reporting(to: ownReport))
      reader.report.add(contentsOf: ownReport)
      return ownReport.hasErrors ? nil : entry
    }
  }

  private static func source(_ isLenient: Bool) -> Schema<Source> {
    Schema("source", isLenient: isLenient, initial: Source()) {
      Field("group", .scalarText, \.group, "the API group of the object")
      Field("version", .scalarText, \.version, "the API version of the object")
      Field("kind", .scalarText, \.kind, "the kind of the object")
      Field("name", .scalarText, \.name, "the name of the object")
      Field("namespace", .scalarText, \.namespace, "the namespace of the object")
      Field("fieldPath", .locatedScalar, \.fieldPath, "the field; metadata.name by default")
      Field("options", .object(options(isLenient)), \.options, "which part of the field is meant")
    }
  }

  private static func target(_ isLenient: Bool) -> Schema<Target> {
    let selector = Schema<PatchTarget>("target", isLenient: isLenient, initial: PatchTarget()) {
      PatchTarget.schema.fields
    }
    return Schema("replacement target", isLenient: isLenient, initial: Target()) {
      Field("select", .object(selector), \.select, required: true, "which objects get the value")
      Field("reject", .list(of: .object(selector)), \.reject, "which of them do not")
      Field(
        "fieldPaths", .list(of: .locatedScalar), \.fieldPaths,
        "the fields that get the value; metadata.name by default")
      Field("options", .object(options(isLenient)), \.options, "which part of the fields is meant")
    }
  }

  private static func options(_ isLenient: Bool) -> Schema<Options> {
    Schema("replacement options", isLenient: isLenient, initial: Options()) {
      Field("delimiter", .scalarText, \.delimiter, "what the value is split at")
      Field(
        "index", .integer(in: -Int(Int32.max)...Int(Int32.max)), \.index,
        "which part of the split value is meant, from 0")
      Field("create", .boolean, \.create, "whether a missing field is made")
      Field("encoding", .locatedScalar, \.encoding, "has no effect, as in kustomize")
    }
  }
}

// MARK: - Checking

extension ReplacementEntry {
  /// - Returns: the replacements of the entry or of its file; none after a report.
  func load(_ context: TransformContext, at position: Position) -> [Replacement] {
    guard let path else { return check(context, at: position).map { [$0] } ?? [] }
    guard source == nil, sourceValue == nil, targets?.isEmpty ?? true else {
      context.report.error(
        "replacement-and-path", "an entry has either \"path\" or a replacement, not both", at: position,
        hint: "split it into two entries")
      return []
    }
    guard !context.files.growth.isFull else { return [] }
    let documents = (context.documents(path) ?? []).filter { !$0.isNull }
    let shape = Self.shape(isLenient: true)
    let nodes = documents.flatMap { $0.items ?? [$0] }
    // A file may be named many times.
    let weight = nodes.reduce(0) { $0 + $1.extent.nodes } * Node.ownWeight
    guard context.files.growth.holds(weight, of: "this file", at: path.position, context.report) else {
      return []
    }
    return nodes.compactMap { node in
      shape.read(node, Reader(report: context.report, takesWordsForBooleans: true))?
        .value.check(context, at: node.position)
    }
  }

  private func check(_ context: TransformContext, at position: Position) -> Replacement? {
    guard let targets else {
      context.report.error(
        "missing-field", "a replacement needs the field \"targets\"", at: position,
        hint: "say where the value goes: targets: [{select: {kind: Deployment}, fieldPaths: [spec.replicas]}]"
      )
      return nil
    }
    guard let source = checkSource(context, at: position) else { return nil }
    let checked = targets.compactMap { ReplacementTarget($0, context) }
    return checked.count == targets.count ? Replacement(source: source, targets: checked) : nil
  }

  private func checkSource(_ context: TransformContext, at position: Position) -> ReplacementSource? {
    switch (source, sourceValue) {
    case (let source?, nil): return ReplacementSource(source, context)
    case (nil, let value?):
      let kind = ScalarResolution.resolve(plain: value.value)
      return .value(.scalar(Scalar(value.value, kind: kind, at: value.position)))
    case (_?, let value?):
      context.report.error(
        "two-sources", "a replacement has either \"source\" or \"sourceValue\", not both", at: value.position,
        hint: "remove one of them")
    case (nil, nil):
      context.report.error(
        "missing-field", "a replacement needs \"source\" or \"sourceValue\"", at: position,
        hint:
          "say where the value comes from: source: {kind: ConfigMap, name: settings, fieldPath: data.host}")
    }
    return nil
  }
}

extension ReplacementEntry.Options {
  /// Says that an option does nothing, so that nobody relies on it.
  func checkEncoding(_ report: Report) {
    guard let encoding, !encoding.value.isEmpty else { return }
    report.warning(
      "no-effect", "the option \"encoding\" of a replacement has no effect", at: encoding.position,
      hint: "remove it; kustomize passes over it, too")
  }
}
