import Diagnostics
import YAML

/// What Ruby says of one file it was asked for.
enum TemplateAnswer {
  case file(File)
  case failure(Failure)
  /// The time was up while it was being rendered.
  case late

  var isLate: Bool {
    if case .late = self { true } else { false }
  }

  struct File {
    var content: [UInt8]
    var isExecutable: Bool
    /// Whether the template read the pod's address, which was not known.
    var askedForAddress: Bool
  }

  struct Failure {
    enum Kind: String {
      case property, link, syntax, other
    }

    var kind: Kind
    /// In the template; 0 when it is not known.
    var line: Int
    /// The properties that were looked for, or the link.
    var names: [String]
    /// The link whose properties were looked for.
    var link: String?
    var message: String
  }
}

extension TemplateAnswer {
  /// - Parameter words: of the line, without the seal.
  /// - Returns: `nil` when it is nothing that the program writes.
  fileprivate init?(_ words: ArraySlice<Substring>, _ content: [UInt8]) {
    let words = Array(words)
    if words[0] == "ok", words.count == 4 {
      self = .file(File(content: content, isExecutable: words[2] == "1", askedForAddress: words[3] == "1"))
    } else if words[0] == "error", let failure = Failure(json: content) {
      self = .failure(failure)
    } else {
      return nil
    }
  }
}

/// All that Ruby said.
struct TemplateAnswers {
  private(set) var answers: [TemplateAnswer] = []
  /// Whether it said itself that this is all; else it ended early, or something else wrote in between.
  private(set) var isWhole = false

  /// Reads what the program wrote: a line for each answer, and so many bytes behind it as the line says.
  ///
  /// - Parameter seal: what each line begins with.
  init(_ output: [UInt8], seal: String) {
    var rest = output[...]
    while let end = rest.firstIndex(of: UInt8(ascii: "\n")) {
      let words = String(decoding: rest[..<end], as: UTF8.self).split(separator: " ")
      rest = rest[(end + 1)...]
      guard let first = words.first, sameBytes(String(first), seal) else { return }
      if words.count == 2, words[1] == "late" || words[1] == "done" {
        if words[1] == "late" { answers.append(.late) }
        isWhole = rest.isEmpty
        return
      }
      guard words.count > 2, let size = Int(words[2]), (0...rest.count).contains(size),
        let answer = TemplateAnswer(words.dropFirst(), Array(rest.prefix(size)))
      else { return }
      rest = rest.dropFirst(size)
      answers.append(answer)
    }
  }

  /// A word that nobody guesses.
  static func makeSeal() -> String {
    (0..<4).map { _ in String(UInt32.random(in: .min ... .max), radix: 36) }.joined()
  }
}

extension TemplateAnswer.Failure {
  fileprivate init?(json: [UInt8]) {
    let file = SourceFile(path: "answer", bytes: json, isPrinted: true)
    guard let node = Composer.compose(file, index: 0, report: Report())?.first,
      let kind = node["kind"]?.text.flatMap(Kind.init), let line = node["line"]?.text.flatMap({ Int($0) }),
      let message = node["message"]?.text
    else { return nil }
    self.kind = kind
    self.line = line
    self.message = message
    names = node["names"]?.items?.compactMap(\.text) ?? []
    link = node["link"]?.text
  }
}
