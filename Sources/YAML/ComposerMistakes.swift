import Diagnostics

/// What the composer says about a text whose syntax is right.
extension Diagnostic {
  static func duplicateKey(_ key: Scalar, first: Scalar) -> Diagnostic {
    Diagnostic(
      "duplicate-key", .error, "the key \"\(key.text.excerpt)\" is given twice in one mapping",
      at: key.position,
      notes: [Note("first given here", at: first.position)],
      hint: "keep one of them, or put their values together")
  }

  /// The warning that is made of a mistake where duplicates are let through.
  static func lastOneCounts(_ mistake: Diagnostic) -> Diagnostic {
    var warning = mistake
    warning.severity = .warning
    warning.hint = "remove the first: only the last one counts"
    return warning
  }

  /// - Parameter mapping: where the mapping with the key begins.
  static func nonScalarKey(_ key: Node, in mapping: Position) -> Diagnostic {
    if key.mapping != nil, key.position.line == mapping.line, key.position.column == mapping.column + 1 {
      return Diagnostic(
        "unquoted-value", .error, "a value that begins with \"{{\" must be in quotes", at: mapping,
        hint: "put the whole value in quotes, such as \"{{ name }}\"")
    }
    return Diagnostic(
      "non-scalar-key", .error, "a key must be a string, not \(key.kindName)", at: key.position,
      hint: "put the key in quotes when it is text that begins with \"{\" or \"[\"")
  }

  static func mergeOfNoMapping(_ value: Node, key: Scalar) -> Diagnostic {
    Diagnostic(
      "merge-of-no-mapping", .error, "\"<<\" merges mappings, but this one names \(value.kindName)",
      at: key.position, notes: [Note("the value stands here", at: value.position)],
      hint: "write an alias of a mapping, such as \"<<: *defaults\", or a list of them")
  }

  static func undefinedAlias(_ name: String, known: [String], at position: Position) -> Diagnostic {
    let quoting = "write a value that begins with \"*\" in quotes"
    let otherwise = known.count <= 10 ? "the anchors here are" : nil
    return Diagnostic(
      "undefined-alias", .error,
      "no anchor \"&\(name.excerpt)\" stands before the alias \"*\(name.excerpt)\" in this document",
      at: position, hint: suggestion(for: name, among: known, otherwise: otherwise) ?? quoting)
  }

  static func recursiveAlias(_ name: String, at position: Position) -> Diagnostic {
    Diagnostic(
      "recursive-alias", .error, "the alias \"*\(name.excerpt)\" stands within its own anchor", at: position,
      hint: "refer to a value that is complete before the alias")
  }

  static func tooDeep(limit: Int, at position: Position) -> Diagnostic {
    Diagnostic(
      "nested-too-deep", .error, "mappings and sequences are nested more than \(limit) deep", at: position,
      hint: "check that this is the file you mean: no manifest is as deep")
  }

  static func tooManyAliasedNodes(limit: Int, at position: Position) -> Diagnostic {
    Diagnostic(
      "too-many-aliases", .error,
      "the aliases of this file unfold to more than \(limit) values or 64 MB of text",
      at: position,
      hint: "aliases of values that hold aliases multiply: write out fewer of them")
  }

  static func tagMismatch(_ scalar: Scalar, tag: String, wants: String) -> Diagnostic {
    Diagnostic(
      "tag-mismatch", .error, "\"\(scalar.text.excerpt)\" can't be read as \(tag)", at: scalar.position,
      hint: "write \(wants), or remove the tag")
  }

  static func badBase64(_ scalar: Scalar) -> Diagnostic {
    Diagnostic(
      "bad-base64", .error, "a value tagged !!binary must be base64", at: scalar.position,
      hint: "write what \"base64 -w0\" prints, with its padding")
  }

  static func binaryIsNoText(_ scalar: Scalar) -> Diagnostic {
    Diagnostic(
      "binary-not-text", .error, "the bytes of this !!binary value are no UTF-8 text", at: scalar.position,
      hint: "remove the tag and write the base64 where base64 is expected, such as \"data\" of a Secret")
  }
}
