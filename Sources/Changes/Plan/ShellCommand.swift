/// A command to be pasted into a shell: its literal parts are as they stand in the code, each value is quoted.
///
/// ```
/// let command: ShellCommand = "kubectl apply -f \(path)"
/// ```
package struct ShellCommand: Sendable, Equatable, ExpressibleByStringInterpolation {
  package private(set) var text: String

  package init(stringLiteral value: StaticString) { text = value.description }

  package init(stringInterpolation: StringInterpolation) { text = stringInterpolation.text }

  package struct StringInterpolation: StringInterpolationProtocol {
    fileprivate var text = ""

    package init(literalCapacity: Int, interpolationCount: Int) {}

    package mutating func appendLiteral(_ literal: StaticString) { text += literal.description }

    package mutating func appendInterpolation(_ value: String) { text += ShellCommand.quoted(value) }

    /// In quotes even where the shell would need none.
    package mutating func appendInterpolation(quoted value: String) {
      text += ShellCommand.quoted(value, always: true)
    }

    package mutating func appendInterpolation(_ command: ShellCommand) { text += command.text }
  }

  /// One word of a shell that stands for nothing but itself.
  ///
  /// Line breaks and what a terminal does not show are written as escapes (`$'\n'`), so that a command is one line and
  /// shows all that it is.
  package static func quoted(_ value: String, always: Bool = false) -> String {
    if value.unicodeScalars.contains(where: isHidden) { return escaped(value) }
    if !always, !value.isEmpty, value.unicodeScalars.allSatisfy(isPlain) { return value }
    return "'" + value.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''")
      + "'"
  }

  private static func isPlain(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "a"..."z", "A"..."Z", "0"..."9", "-", "_", ".", "/", ":", ",", "+", "@", "%": true
    default: false
    }
  }

  private static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .unassigned: true
    default: false
    }
  }

  private static func escaped(_ value: String) -> String {
    var text = "$'"
    for scalar in value.unicodeScalars {
      if scalar == "'" || scalar == "\\" {
        text += "\\\(scalar)"
      } else if isHidden(scalar) {
        for byte in String(scalar).utf8 {
          let digits = String(byte, radix: 8)
          text += "\\" + String(repeating: "0", count: 3 - digits.utf8.count) + digits
        }
      } else {
        text.unicodeScalars.append(scalar)
      }
    }
    return text + "'"
  }
}

extension ShellCommand {
  /// `kubectl VERB KIND NAME… --namespace=NAMESPACE`, with `--` before what would be an option.
  static func kubectl(
    _ verb: StaticString, _ kind: String, _ names: [String], namespace: String, _ options: [ShellCommand] = []
  ) -> ShellCommand {
    let things = ([kind] + names).map { quoted($0) }.joined(separator: " ")
    let flags = (namespace.isEmpty ? [] : ["--namespace=\(namespace)" as ShellCommand]) + options
    let shown = flags.map { " " + $0.text }.joined()
    let isOption = ([kind] + names).contains { $0.utf8.first == UInt8(ascii: "-") }
    var command = ShellCommand(stringLiteral: verb)
    command.text =
      isOption ? "kubectl \(verb)\(shown) -- \(things)" : "kubectl \(verb) \(things)\(shown)"
    return command
  }
}
