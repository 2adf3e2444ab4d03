package import Diagnostics

/// Reads YAML (or JSON, which is YAML) into trees.
///
/// Bytes become libyaml's events (``LibYAMLParser``), events become nodes (`Composition`). Aliases and merge
/// keys are unfolded on the way, so a tree is all that later stages see; a node that an alias brought has the
/// position of its anchor, where its text stands.
package enum Composer {
  /// What an input may ask for, so that a small file can't take all time and memory.
  package struct Limits: Sendable {
    /// Levels of mappings and sequences within each other. libyaml has no limit, and takes time that is
    /// quadratic in it.
    package var depth = 256
    /// Nodes that aliases may unfold to, in one file; a long text counts as several.
    package var aliasedNodes = 1_000_000
    static let textOfOneValue = 64
    /// Mistakes of one file after which the rest of it is left.
    package var mistakes = 100

    package init() {}
  }

  /// What a key that is given twice in one mapping is.
  package enum DuplicateKeys: Sendable {
    case error
    /// A warning, and the last one counts: so kustomize reads kustomization files, but not resources.
    case warning
  }

  /// Reads every document of a file.
  ///
  /// - Parameter index: the file's index in ``SourceFiles``, which its positions carry.
  /// - Returns: the documents that have content: an empty one, or one of comments alone, is skipped.
  ///   `nil` after mistakes were reported.
  package static func compose(
    _ file: SourceFile, index: UInt32, report: Report, duplicateKeys: DuplicateKeys = .error,
    dialect: Dialect = .kustomize, limits: Limits = Limits()
  ) -> [Node]? {
    composeInParts(
      file.bytes, of: index, duplicateKeys: duplicateKeys, dialect: dialect, limits: limits)
      ?? compose(
        file.bytes, TextPlacement(file: index), report, duplicateKeys: duplicateKeys, dialect: dialect,
        limits: limits)
  }

  private static func compose(
    _ bytes: [UInt8], _ placement: TextPlacement, _ outer: Report, duplicateKeys: DuplicateKeys,
    dialect: Dialect, limits: Limits
  ) -> [Node]? {
    let report = Report()
    let documents = withoutByteOrderMarks(bytes) { text in
      var composition = Composition(
        text, placement: placement, report: report, duplicateKeys: duplicateKeys, dialect: dialect,
        limits: limits)
      return composition.run()
    }
    // JSON writes characters beyond U+FFFF as two escapes, which no YAML parser takes.
    guard documents == nil, let joined = SurrogatePairs.joined(in: bytes) else {
      outer.add(contentsOf: report)
      return documents
    }
    return compose(
      joined, placement, outer, duplicateKeys: duplicateKeys, dialect: dialect, limits: limits)
  }

  /// Reads what is written as YAML within a scalar of another file, such as a patch below `patch: |-`.
  ///
  /// In a literal block positions are those of the outer file's lines; in any other style the text has lines
  /// of its own, so everything stands where the scalar does.
  package static func compose(
    text scalar: Scalar, in files: SourceFiles, report: Report, duplicateKeys: DuplicateKeys = .error,
    dialect: Dialect = .kustomize, limits: Limits = Limits()
  ) -> [Node]? {
    compose(
      Array(scalar.text.utf8), TextPlacement(of: scalar, in: files), report, duplicateKeys: duplicateKeys,
      dialect: dialect, limits: limits)
  }
}
