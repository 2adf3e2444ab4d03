internal import ArgumentParser
internal import Pipeline

/// A mistake on the command line, with what was probably meant.
struct UsageMistake {
  let summary: String
  /// Where to read what is right.
  let hint: String?
  /// All of it, for a person.
  let text: String

  /// - Parameters:
  ///   - summary: what the parser says.
  ///   - message: the same with the usage.
  init(_ summary: String, _ message: String, _ arguments: [String]) {
    self.summary = Self.mistypedCommand(arguments) ?? Self.withoutFarProposal(summary)
    let lines = message.split(separator: "\n")
    hint = lines.last { $0.contains("--help") }.map { String($0.drop { $0 == " " }) }
    let usage = lines.drop { !$0.hasPrefix("Usage:") }
    text = self.summary == summary ? message : "Error: \(self.summary)\n\(usage.joined(separator: "\n"))"
  }

  /// Whether help is wanted for what is neither a command nor a topic, which the parser passes over.
  static func isUnknownHelp(_ arguments: [String]) -> Bool {
    arguments.first == "help" && mistypedCommand(arguments) != nil
  }

  /// What is wrong with the first word that is no command where one is expected.
  private static func mistypedCommand(_ arguments: [String]) -> String? {
    let asksForHelp = arguments.first == "help"
    var command = Zonal.configuration
    var path = ["zonal"]
    for word in arguments.dropFirst(asksForHelp ? 1 : 0) {
      let commands = command.subcommands.map { $0.configuration }
      if commands.isEmpty || word.hasPrefix("-") { return nil }
      if let next = commands.first(where: { $0.names.contains(word) }) {
        command = next
        path.append(word)
        continue
      }
      let topics = asksForHelp && path.count == 1 ? HelpTopics.names : []
      let names = commands.flatMap { $0.names } + topics
      let hint = Messages.suggestion(for: word, among: names, otherwise: "there are") ?? ""
      let kind = topics.isEmpty ? "command" : "command or topic"
      return "\(path.joined(separator: " ")) has no \(kind) \"\(word)\": \(hint)"
    }
    return nil
  }

  /// The parser proposes the nearest switch of the command, however far that is.
  private static func withoutFarProposal(_ message: String) -> String {
    let parts = message.split(separator: "'", omittingEmptySubsequences: false)
    guard parts.count == 5, parts[2] == ". Did you mean " else { return message }
    let (given, proposed) = (parts[1].drop { $0 == "-" }, parts[3].drop { $0 == "-" })
    let isNear = Messages.suggestion(for: String(given), among: [String(proposed)]) != nil
    return isNear ? message : "\(parts[0])'\(parts[1])'"
  }
}

extension CommandConfiguration {
  fileprivate var names: [String] { [commandName ?? ""] + aliases }
}
