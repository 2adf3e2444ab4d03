internal import ArgumentParser
internal import Glibc
internal import Pipeline
internal import Synchronization

/// The terminal: manifests on standard output, everything else on standard error.
enum Console {
  static func print(_ text: String) {
    put(Manifest(text.hasSuffix("\n") ? text : text + "\n"))
  }

  /// Writes to standard output; a reader that went away ends the run.
  static func put(_ manifest: Manifest) {
    do throws(OutputFile.Failure) {
      try OutputFile.writeToStandardOutput(manifest)
    } catch {
      fail(Messages(refused: "unwritable-output", "standard output can't be written: \(error.reason)"))
    }
  }

  /// A file to write, once nothing is wrong any more.
  struct Output {
    var path: String
    var content: Manifest
    var isExecutable = false
  }

  /// Writes files below a directory; one that can't be written ends the run.
  static func save(_ outputs: [Output], below directory: String) {
    do throws(OutputFile.Failure) {
      for output in outputs {
        try OutputFile.write(
          output.content, to: output.path, below: directory,
          access: output.isExecutable ? .executable : .usual)
      }
    } catch {
      fail(error.messages)
    }
  }

  /// Keeps the values of variables that a build generated.
  static func keep(_ outcome: Outcome) {
    do throws(OutputFile.Failure) {
      try outcome.writeStores()
    } catch {
      fail(error.messages)
    }
  }

  /// Says what the machine refused, and ends the run.
  static func fail(_ messages: Messages) -> Never {
    let before = held.withLock { $0.take() }
    complain(before?.followed(by: messages) ?? messages, FailureFormat(CommandLine.arguments))
    exit(3)
  }

  /// What is to be said as JSON: whatever else goes wrong belongs into the same array.
  private static let held = Mutex<Messages?>(nil)

  static func complain(_ messages: Messages, _ format: FailureFormat) {
    switch format {
    case .text: complain(messages.text(colours: hasColours(.messages)))
    case .json: complain(messages.json)
    case .sarif: complain(messages.sarif)
    case .github: complain(messages.github)
    }
  }

  static func complain(_ text: String) {
    write(text.hasSuffix("\n") ? text : text + "\n", to: .messages)
  }

  /// Writes what nobody needs: a stream that takes no more is left alone.
  static func write(_ text: String, to stream: Stream) {
    let bytes = Array(text.utf8)
    var start = 0
    while start < bytes.count {
      let written = bytes.withUnsafeBytes {
        Glibc.write(stream.rawValue, $0.baseAddress! + start, bytes.count - start)
      }
      if written <= 0 { return }
      start += written
    }
  }

  /// What a run may say, and in which form.
  struct Settings {
    var format = DiagnosticsFormat.text
    /// Whether nothing but errors is said.
    var isQuiet = false
    /// Whether all is said that is of one kind.
    var isVerbose = false
    /// The ids of warnings that are not said.
    var unwanted: [String] = []
  }

  /// Shows what a run has to say, in the form that was asked for.
  static func show(_ messages: Messages, _ settings: Settings) {
    var messages = settings.isQuiet ? messages.errors : messages.withoutWarnings(settings.unwanted)
    if !settings.isVerbose { messages = messages.shortened }
    switch settings.format {
    case .json: held.withLock { [messages] in $0 = messages }
    case .text where !messages.isEmpty: complain(messages.text(colours: hasColours(.messages)))
    case .text: break
    }
  }

  /// Colours only on a terminal, and not for who asked to have none (no-color.org).
  static func hasColours(_ stream: Stream) -> Bool {
    isTerminal(stream) && getenv("NO_COLOR") == nil
  }

  static func isTerminal(_ stream: Stream) -> Bool { isatty(stream.rawValue) == 1 }

  /// The streams by their descriptors.
  enum Stream: Int32 {
    case output = 1
    case messages = 2
  }

  /// Ends the process without freeing what it holds, which would take longer than the run.
  static func exit(_ code: Int32) -> Never {
    if let messages = held.withLock({ $0.take() }) { complain(messages.json) }
    _exit(code)
  }
}

enum DiagnosticsFormat: String, CaseIterable, ExpressibleByArgument {
  case text, json
}

/// What a command says besides its result, on standard error.
struct ConsoleFlags: ParsableArguments {
  @Option(help: "How to write messages: text or json.")
  var diagnostics: DiagnosticsFormat = .text

  @Flag(name: [.short, .long], help: "Say nothing but errors.")
  var quiet = false

  @Flag(help: "Say everything: all messages of one kind, and what was passed over or written, too.")
  var verbose = false

  @Option(help: "The id of a warning that is not to be said, such as deprecated-field. Repeatable.")
  var noWarning: [String] = []

  func validate() throws {
    if quiet, verbose { throw ValidationError("--quiet and --verbose exclude each other") }
  }

  var settings: Console.Settings {
    Console.Settings(format: diagnostics, isQuiet: quiet, isVerbose: verbose, unwanted: noWarning)
  }
}

/// How to say what ends a run, wherever it is: also where the command line can't be read, or was not yet.
enum FailureFormat: String {
  case text, json, sarif, github

  /// - Parameter arguments: those of the process.
  init(_ arguments: [String]) {
    let words = arguments.dropFirst().prefix { $0 != "--" }
    // What `check` finds is all that it says.
    let flags = words.contains("check") ? ["--diagnostics", "--format", "-f"] : ["--diagnostics"]
    let values = flags.flatMap { flag -> [String] in
      let behind = zip(words, words.dropFirst()).filter { $0.0 == flag }.map(\.1)
      return behind + words.filter { $0.hasPrefix(flag + "=") }.map { String($0.dropFirst(flag.count + 1)) }
    }
    self = values.lazy.compactMap(FailureFormat.init(rawValue:)).first { $0 != .text } ?? .text
  }
}
