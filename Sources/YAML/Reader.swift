package import Diagnostics

/// Where a decoder is in the input, and where it says what is wrong.
package struct Reader: Sendable {
  package private(set) var report: Report
  /// The field that is being read, such as `spec.zones[1].name`; empty at the root.
  package var path: String
  /// Whether a number or boolean where text is wanted is a mistake: kustomize v5 takes it for its text in the
  /// configuration of a plugin, and refuses it in a kustomization file.
  private let wantsStrings: Bool
  /// Whether `on` and `no` are booleans where one is wanted, as in the files that kustomize v5 reads as YAML 1.1.
  let takesWordsForBooleans: Bool

  package init(
    report: Report, path: String = "", wantsStrings: Bool = false, takesWordsForBooleans: Bool = false
  ) {
    self.report = report
    self.path = path
    self.wantsStrings = wantsStrings
    self.takesWordsForBooleans = takesWordsForBooleans
  }

  package func field(_ name: String) -> Reader { at(path.isEmpty ? name : "\(path).\(name)") }

  package func item(_ index: Int) -> Reader { at("\(path)[\(index)]") }

  private func at(_ path: String) -> Reader {
    var reader = self
    reader.path = path
    return reader
  }

  package func reporting(to report: Report) -> Reader {
    var reader = self
    reader.report = report
    return reader
  }

  /// The text of a scalar; reports and returns `nil` where it can't be taken for text.
  package func text(of node: Node) -> String? {
    guard case .scalar(let scalar) = node else {
      mismatch(node, expected: "a string")
      return nil
    }
    if wantsStrings, scalar.style == .plain, scalar.kind != .null, !scalar.isTaggedAsString,
      isNumberOrBoolean(scalar.text.utf8.span)
    {
      let place = path.isEmpty ? "this" : "\"\(path)\""
      report.error(
        "wrong-type", "\(place) must be a string: without quotes, \(scalar.text) is a number or a boolean",
        at: node.position, hint: "write \"\(scalar.text)\"")
      return nil
    }
    return scalar.text
  }

  /// - Parameter hint: what to do; by default what goes without saying for what is expected.
  package func mismatch(_ node: Node, expected: String, hint: String? = nil) {
    let place = path.isEmpty ? "this" : "\"\(path)\""
    report.error(
      "wrong-type", "\(place) must be \(expected), not \(node.kindName)", at: node.position,
      hint: hint ?? Self.remedies[expected] ?? "write \(expected)")
  }

  private static let remedies = [
    "a string": "write one text, in quotes",
    "a whole number": "write its digits, without quotes and without a point",
    "true or false": "write true or false, without quotes",
    "a sequence": "write each item on a line after \"- \"",
    "a mapping": "write its fields as \"name: value\"",
  ]
}

extension Scalar {
  /// Whether a tag, as in `!!str 5`, makes a string of what would be a number or a boolean without it.
  fileprivate var isTaggedAsString: Bool {
    kind == .string && ScalarResolution.resolve(plain: text) != .string
  }
}
