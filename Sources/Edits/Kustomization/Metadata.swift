internal import Diagnostics
internal import Resources
internal import YAML

// `commonLabels`, `labels` and `commonAnnotations`.

/// Labels or annotations.
package enum MetadataKind: String, Sendable {
  case label, annotation

  var field: String { self == .label ? "commonLabels" : "commonAnnotations" }
}

extension KustomizationEditor {
  /// Sets labels or annotations, given as `KEY:VALUE`, whether they are there or not.
  package mutating func set(_ kind: MetadataKind, _ arguments: [String]) {
    let wanted = pairs(of: arguments, kind, "set \(kind.rawValue)")
    for (key, _) in wanted where kind == .annotation && !QualifiedName.isValid(key) {
      report.error(
        "bad-annotation", "\"\(key)\" can't be the key of an annotation", at: place("set annotation \(key)"),
        hint: "write letters, digits, \"-\", \"_\" and \".\", with a domain and \"/\" before them if need be")
    }
    put(wanted, in: kind.field)
  }

  /// Adds labels or annotations that are not there yet.
  ///
  /// - Parameter isForced: whether one that is there gets the new value.
  package mutating func add(_ kind: MetadataKind, _ arguments: [String], isForced: Bool) {
    let wanted = pairs(of: arguments, kind, "add \(kind.rawValue)")
    refuse(wanted, in: pairs(kind.field), kind, unless: isForced)
    put(wanted, in: kind.field)
  }

  /// Adds labels that selectors do not get, below `labels`.
  package mutating func addLabels(_ arguments: [String], includeTemplates: Bool, isForced: Bool) {
    let wanted = pairs(of: arguments, .label, "add label")
    let entries = items("labels")
    let found = entries.firstIndex { entry in
      ["includeSelectors": false, "includeTemplates": includeTemplates].allSatisfy { name, isOn in
        (entry[name]?.scalar?.isTrue ?? false) == isOn
      }
    }
    refuse(wanted, in: found.flatMap { entries[$0]["pairs"]?.mapping?.pairs } ?? [], .label, unless: isForced)
    guard !report.hasErrors else { return }
    guard let found else {
      let pairs = Node.strings(wanted.map { ($0.key, $0.value) })
      return append(
        .mapping(["pairs": pairs, "includeTemplates": includeTemplates ? true : nil]), to: "labels")
    }
    for (key, value) in wanted {
      put(key, .string(value), in: [.key(self.key("labels")), .item(found), .key("pairs")])
    }
  }

  /// Removes labels or annotations, given as `KEY,KEY`.
  ///
  /// - Parameter isLenient: whether it is fine that one is not there.
  package mutating func remove(_ kind: MetadataKind, _ argument: String, isLenient: Bool) {
    let keys = argument.utf8.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false)
      .map { String(Substring($0)) }
    let there = pairs(kind.field)
    for key in keys where key.isEmpty {
      report.error(
        "bad-\(kind.rawValue)",
        "\"\(argument)\" names \(kind == .label ? "a label" : "an annotation") without a key \(key)",
        at: place("remove \(kind.rawValue) \(argument)"), hint: "write KEY or KEY,KEY, without spaces")
    }
    for key in keys
    where !key.isEmpty && !isLenient && !there.contains(where: { sameBytes($0.key.text, key) }) {
      report.error(
        "not-there", "there is no \(kind.rawValue) \"\(key)\" in \(kind.field)",
        at: self[kind.field]?.position ?? place("remove \(kind.rawValue) \(key)"),
        hint: suggestion(for: key, among: there.map(\.key.text), otherwise: "those here are")
          ?? "pass over what is not there with --ignore-non-existence")
    }
    guard !report.hasErrors else { return }
    for key in keys { remove(key, in: [.key(self.key(kind.field))]) }
  }

  // MARK: Steps

  /// Reports those that are there already.
  private func refuse(
    _ wanted: [(key: String, value: String)], in there: [Mapping.Pair], _ kind: MetadataKind,
    unless isForced: Bool
  ) {
    for (key, _) in wanted where !isForced {
      guard let old = there.first(where: { sameBytes($0.key.text, key) }) else { continue }
      report.error(
        "already-there", "the \(kind.rawValue) \"\(key)\" is there already", at: old.key.position,
        hint: "give it the new value with --force, or with \"set \(kind.rawValue)\"")
    }
  }

  private mutating func put(_ wanted: [(key: String, value: String)], in field: String) {
    _ = pairs(field)
    guard !report.hasErrors else { return }
    if self[field] == nil, !wanted.isEmpty { return put(field, .strings(wanted.map { ($0.key, $0.value) })) }
    for (key, value) in wanted { put(key, .string(value), in: [.key(self.key(field))]) }
  }

  /// What `KEY:VALUE` says; the value may be in double quotes, or missing.
  private func pairs(
    of arguments: [String], _ kind: MetadataKind, _ command: String
  ) -> [(key: String, value: String)] {
    var found: [(key: String, value: String)] = []
    for argument in arguments {
      let sides = argument.utf8.split(
        separator: UInt8(ascii: ":"), maxSplits: 1, omittingEmptySubsequences: false
      ).map { String(Substring($0)) }
      guard let key = sides.first, !key.isEmpty else {
        report.error(
          "bad-\(kind.rawValue)", "\"\(argument)\" has no key", at: place("\(command) \(argument)"),
          hint: "write KEY:VALUE, where VALUE may be in double quotes")
        continue
      }
      var value = sides.count == 2 ? sides[1] : ""
      if value.utf8.count >= 2, value.hasPrefix("\""), value.hasSuffix("\"") {
        value = String(value.dropFirst().dropLast())
      }
      found.removeAll { sameBytes($0.key, key) }
      found.append((key, value))
    }
    return found
  }
}
