internal import ArgumentParser
internal import LanguageServer

struct LanguageServerCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lsp",
    abstract: "Serves an editor that speaks the Language Server Protocol.",
    discussion: """
      The editor starts it and talks to it over standard input and output. Unsaved text counts; nothing is written, \
      fetched or run. zonal help editors says how editors are told of it.
      """)

  @Flag(help: "Talk over standard input and output, as it always does: some editors say so.")
  var stdio = false

  func run() throws { Console.exit(Server.run()) }
}
