import Diagnostics
import YAML

/// What Ruby says of one file it was asked for.
enum TemplateAnswer {
  case file(File)
  case failure(Failure)
  /// The time was up while it was being rendered.
  case late

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
  /// Reads what the program wrote: a line for each answer, and so many bytes behind it as the line says.
  ///
  /// - Returns: `nil` when it is nothing that the program writes.
  static func answers(in output: [UInt8]) -> [TemplateAnswer]? {
    var answers: [TemplateAnswer] = []
    var rest = output[...]
    while !rest.isEmpty {
      guard let end = rest.firstIndex(of: UInt8(ascii: "\n")) else { return nil }
      let words = String(decoding: rest[..<end], as: UTF8.self).split(separator: " ")
      rest = rest[(end + 1)...]
      if words == ["late"] {
        answers.append(.late)
        continue
      }
      guard words.count > 1, let size = Int(words[1]), (0...rest.count).contains(size) else { return nil }
      let content = Array(rest.prefix(size))
      rest = rest.dropFirst(size)
      if words[0] == "ok", words.count == 4 {
        answers.append(
          .file(File(content: content, isExecutable: words[2] == "1", askedForAddress: words[3] == "1")))
      } else if words[0] == "error", let failure = Failure(json: content) {
        answers.append(.failure(failure))
      } else {
        return nil
      }
    }
    return answers
  }
}

extension TemplateAnswer.Failure {
  fileprivate init?(json: [UInt8]) {
    let file = SourceFile(path: "answer", bytes: json)
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
