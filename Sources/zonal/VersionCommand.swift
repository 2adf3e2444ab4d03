internal import ArgumentParser
internal import Pipeline

struct VersionCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "version", abstract: "Prints the version of zonal.")

  func run() {
    Console.print(Version.current)
  }
}
