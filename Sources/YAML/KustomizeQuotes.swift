/// Which texts kustomize (v5.8 `FieldSetter`) puts in quotes, and when.
extension Scalar {
  /// In quotes and a string, if YAML 1.1 would not take it for one without.
  package var quoted: Scalar {
    var quoted = self
    quoted.awaitsQuotes = false
    if style == .plain, !text.readsAsString { (quoted.kind, quoted.style) = (.string, .doubleQuoted) }
    return quoted
  }

  /// Stands in the place of one with this style; without the quotes that it needs, it gets them from the next patch.
  package mutating func take(_ style: Style) {
    awaitsQuotes = self.style == .doubleQuoted && style == .plain
    self.style = style
  }
}
