internal import ArgumentParser
internal import Pipeline

struct ReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: "Writes a page for who reviews a change: what happens to what runs, and what differs.",
    discussion: """
      OLD and NEW are directories with a kustomization file, directories or files of manifests, - for standard \
      input, or any of these at a Git revision: HEAD~1:overlays/production.
      The page is one file of HTML that needs no network: the plan, the zones with what restarts in them, and every \
      object that differs, folded open to its fields, the lines of the sources that decide them, and its manifest. \
      Values of Secrets are never in it. Exits with 0 when it is written, whatever it says; zonal plan is the gate.
      """)

  @OptionGroup var sides: SideArguments

  @Option(name: [.short, .long], help: "A file, or - for standard output.", completion: .file())
  var output = "-"

  @OptionGroup var console: ConsoleFlags

  @OptionGroup var flags: BuildFlags

  func run() throws {
    let reporting = ProgressBar.show(console.settings) { _ in
      Reporting(from: sides.sides.old, to: sides.sides.new, options: flags.options, live: sides.sides.cluster)
    }
    Console.show(reporting.messages, console.settings)
    guard reporting.messages.exitCode == 0 else { Console.exit(reporting.messages.exitCode) }
    do throws(OutputFile.Failure) {
      if output == "-" {
        Console.print(reporting.page)
      } else {
        try OutputFile.write(Manifest(reporting.page), to: output)
      }
    } catch {
      Console.fail(error.messages)
    }
    Console.exit(0)
  }
}
