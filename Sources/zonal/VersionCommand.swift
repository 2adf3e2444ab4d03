internal import ArgumentParser
internal import Pipeline

struct VersionCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "version",
    abstract: "Says which version this is, which commit it was built from, and what it follows.",
    discussion: "`zonal --version` prints the number alone.")

  enum Format: String, CaseIterable, ExpressibleByArgument {
    case text, json
  }

  @Option(name: [.short, .long], help: "text or json.")
  var output: Format = .text

  func run() {
    switch output {
    case .text: Console.print(Version.text)
    case .json: Console.print(Version.json)
    }
  }
}
