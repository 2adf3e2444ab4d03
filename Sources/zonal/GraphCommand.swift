public import ArgumentParser
public import Pipeline

extension Graphing.Format: ExpressibleByArgument {}

struct GraphCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "graph",
    abstract: "Draws zones, StatefulSets, pods, Services and budgets, and what selects what.",
    discussion: """
      OLD and NEW are directories with a kustomization file, directories or files of manifests, - for standard \
      input, or any of these at a Git revision: HEAD~1:overlays/production. With one side it draws what runs where; \
      with two, the change, and the rollout that zonal plan tells of, step by step.
      svg is one file without a script; html is a page in which zones, nodes and pods can be taken away; mermaid is \
      for Markdown, dot for Graphviz, json for programs.
      """)

  @Argument(help: "What to draw, or what there is.", completion: .directory)
  var old: String

  @Argument(help: "What there is to be.", completion: .directory)
  var new: String?

  @Option(name: [.short, .long], help: "svg, html, mermaid, dot or json.")
  var format: Graphing.Format?

  @Option(
    name: [.short, .long],
    help: "The file to write; its extension decides the format unless --format does.", completion: .file())
  var output = "-"

  @Flag(help: "Draw the change from what the cluster has, read with kubectl.")
  var live = false

  @OptionGroup var cluster: ClusterFlags

  @OptionGroup var console: ConsoleFlags

  @OptionGroup var flags: BuildFlags

  func run() throws {
    let graphing = ProgressBar.show(console.settings) { _ in draw(flags.options) }
    Console.show(graphing.messages, console.settings)
    let code = graphing.messages.exitCode
    if code == 0 { write(graphing.text(shownFormat)) }
    Console.exit(code)
  }

  private func draw(_ options: Build.Options) -> Graphing {
    if live {
      return Graphing(
        from: new == nil ? nil : old, to: new ?? old, options: options, live: cluster.cluster)
    }
    guard let new else { return Graphing(of: old, options: options) }
    return Graphing(from: old, to: new, options: options)
  }

  /// Mermaid is what a terminal and a comment can show; a file is looked at.
  private var shownFormat: Graphing.Format {
    if let format { return format }
    let name = output.split(separator: "/").last ?? ""
    return switch name.split(separator: ".").last {
    case "html", "htm": .html
    case "json": .json
    case "dot", "gv": .dot
    case "mmd", "mermaid", "md": .mermaid
    case "svg": .svg
    default: output == "-" ? .mermaid : .svg
    }
  }

  private func write(_ text: String) {
    guard output != "-" else { return Console.print(text) }
    do throws(OutputFile.Failure) {
      try OutputFile.write(Manifest(text), to: output)
    } catch {
      Console.fail(error.messages)
    }
  }
}
