/// What another program is called with: options that stand in the code, and values from elsewhere, none of which can
/// become an option.
///
/// Options are static strings, so that no value can be one by mistake. A value that would be taken for an option is
/// left out and kept in ``refused``, and a program that has such a list is not run.
package struct ArgumentList: Sendable {
  package private(set) var words: [String] = []
  /// What would have been taken for something else than a value.
  package private(set) var refused: [String] = []

  /// - Parameter options: `--flag`, a subcommand, or anything else that no input has a part in.
  package init(_ options: StaticString...) { words = options.map(\.description) }

  /// Words for a program that the input itself names, which may give it any options that it has.
  package init(forProgramOfInput words: [String]) { self.words = words }

  package mutating func add(_ options: StaticString...) { words += options.map(\.description) }

  /// `--name value`, as two words.
  package mutating func add(_ option: StaticString, _ value: String) {
    guard take(value, if: !Self.isOption(value)) else { return }
    words += [option.description, value]
  }

  /// `--name=value`, in which a value may begin with anything.
  package mutating func add(_ option: StaticString, joined value: String) {
    guard take(value) else { return }
    words.append("\(option)=\(value)")
  }

  /// `--name value`, of an option that takes a list with commas, and quotes around its entries.
  package mutating func add(_ option: StaticString, entry value: String) {
    guard take(value, if: !Self.isOption(value) && !Self.splitsList(value)) else { return }
    words += [option.description, value]
  }

  package mutating func add(value: String) {
    if take(value, if: !Self.isOption(value)) { words.append(value) }
  }

  /// Ends the options: `--`, and values that may begin with anything.
  package mutating func add(afterOptions values: String...) {
    words.append("--")
    for value in values where take(value) { words.append(value) }
  }

  package mutating func add(_ other: ArgumentList) {
    words += other.words
    refused += other.refused
  }

  /// Whether a program would take a value for an option.
  package static func isOption(_ value: String) -> Bool { value.utf8.first == UInt8(ascii: "-") }

  /// Whether a value would be more than one, or another one, in a list with commas.
  package static func splitsList(_ value: String) -> Bool {
    value.utf8.contains { $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: "\"") || $0 < 0x20 }
  }

  /// An argument ends at a NUL.
  private mutating func take(_ value: String, if isValue: Bool = true) -> Bool {
    if isValue && !value.utf8.contains(0) { return true }
    refused.append(value)
    return false
  }
}
