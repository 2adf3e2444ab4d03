/// Plain scalars that kustomize writes in quotes because they stand within brackets or braces.
///
/// It writes a tree out and reads it again before it prints it (v5.8, `RNode.MarshalJSON`), and in a flow collection
/// neither nothing nor a text with a colon can be plain.
extension Scalar {
  /// A null with nothing written stays null here, with quotes that tell where it stood.
  mutating func quoteInFlow() {
    if kind == .timestamp {
      if text.utf8.contains(UInt8(ascii: ":")) { kind = .string }
    } else if text.isEmpty {
      style = .singleQuoted
    }
  }
}
