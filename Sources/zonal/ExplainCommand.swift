public import ArgumentParser
public import Pipeline

extension Explaining.Format: ExpressibleByArgument {}

struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Says where the fields of an object of the output come from.",
    discussion: """
      Without FIELD every line of the object has its source at the right: file, line and column, and the layer, \
      transformer or setting of an instance group. With FIELD, its history: what wrote it first, and what changed it \
      then. FIELD is written spec.template.spec.containers[main].image, /spec/replicas, or as zonal diff prints it.
      What a patch deletes can be asked for, too. With --reverse, the fields that a line of the sources has a say in.
      """)

  @Argument(help: "A directory with a kustomization file.", completion: .directory)
  var directory: String

  @Argument(help: ArgumentHelp("The object: [KIND/][NAMESPACE/]NAME.", valueName: "object"))
  var object: String?

  @Argument(help: "The field; all of them without.")
  var field: String?

  @Option(
    help: ArgumentHelp("Say what of the output comes of this line instead.", valueName: "file:line"),
    completion: .file())
  var reverse: String?

  @Option(name: [.short, .long], help: "text or json.")
  var output: Explaining.Format = .text

  @Flag(help: "Show the values of Secrets.")
  var showSecrets = false

  @OptionGroup var console: ConsoleFlags

  @OptionGroup var flags: BuildFlags

  func validate() throws {
    guard object != nil || reverse != nil else {
      throw ValidationError("Missing expected argument '<object>': name one, or a line with --reverse")
    }
    if object != nil, reverse != nil { throw ValidationError("--reverse is instead of an object") }
    if reverse != nil, line == nil {
      throw ValidationError("--reverse takes FILE:LINE, such as base/web.yaml:12")
    }
  }

  /// Where `--reverse` points; a column behind the line, as messages have it, is passed over.
  private var line: (file: String, number: Int)? {
    guard let reverse else { return nil }
    var parts = reverse.split(separator: ":", omittingEmptySubsequences: false)
    if parts.count > 2, parts.suffix(2).allSatisfy({ Int($0) != nil }) { parts.removeLast() }
    guard parts.count > 1, let number = Int(parts[parts.count - 1]), number > 0 else { return nil }
    return (parts.dropLast().joined(separator: ":"), number)
  }

  func run() throws {
    let question: Explaining.Question =
      line.map { .line($0.number, of: $0.file) } ?? .object(object ?? "", field: field)
    let explaining = Explaining(directory, question, options: flags.options, showsSecrets: showSecrets)
    let answer = explaining.run(output, colours: Console.hasColours(.output))
    Console.show(answer.messages, console.settings)
    if answer.messages.exitCode == 0 { Console.print(answer.text) }
    // What was built need not be taken apart.
    withExtendedLifetime(explaining) { Console.exit(answer.messages.exitCode) }
  }
}
