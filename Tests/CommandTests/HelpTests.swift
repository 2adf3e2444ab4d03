import Machine
import Testing

@Suite struct HelpTests {
  /// Pages of `docs/` whose topics have another name.
  private static let files = ["groups": "instance-groups", "kustomize": "kustomize-differences"]

  private static var documents: String {
    let sources = FilePath.directory(of: FilePath.directory(of: FilePath.directory(of: #filePath)))
    return FilePath.join(sources, "docs")
  }

  private static var topics: [String] {
    let help = Program.run(["--help"]).output.split(separator: "\n\n").map {
      $0.split(separator: "\n").joined(separator: " ")
    }
    let opening = "Pages that zonal help prints: "
    let list = help.first { $0.hasPrefix(opening) }?.dropFirst(opening.count).dropLast() ?? ""
    return list.split(separator: ",").map { String($0.drop { $0 == " " }) }
  }

  @Test func printsEachPage() throws {
    #expect(Self.topics.count > 15)
    for topic in Self.topics {
      let page = Program.run(["help", topic])
      #expect(page.status == 0)
      let path = FilePath.join(Self.documents, "\(Self.files[topic] ?? topic).md")
      #expect(page.output.utf8.elementsEqual(try FileSystem.read(path).get()), "\(topic)")
    }
  }

  @Test func hasEveryPageForUsers() {
    let pages = FileSystem.names(in: Self.documents).filter { $0.hasSuffix(".md") && $0 != "architecture.md" }
    #expect(Set(Self.topics.map { "\(Self.files[$0] ?? $0).md" }) == Set(pages))
  }

  @Test func stillHelpsWithCommands() {
    #expect(Program.run(["help", "build"]).output.contains("USAGE: zonal build"))
    #expect(Program.run(["help", "edit", "set"]).output.contains("USAGE: zonal edit set"))
    // Where a page is called as the command is, the command's own help is one word away.
    #expect(Program.run(["plan", "--help"]).output.contains("USAGE: zonal plan"))
  }

  @Test(arguments: [
    (["help", "grups"], "Error: zonal has no command or topic \"grups\": did you mean \"groups\"?"),
    (["help", "edit", "ste"], "Error: zonal edit has no command \"ste\": did you mean \"set\"?"),
    (["buidl", "."], "Error: zonal has no command \"buidl\": did you mean \"build\"?"),
    (
      ["edit", "set", "imgae", "a=b"],
      "Error: zonal edit set has no command \"imgae\": did you mean \"image\"?"
    ),
    (["apply"], "Error: zonal has no command \"apply\": there are adopt, "),
    (["build", "--ouptut", "x"], "Error: Unknown option '--ouptut'. Did you mean '--output'?\n"),
    // The nearest switch of the command is none that could be meant.
    (["build", "--flag"], "Error: Unknown option '--flag'\n"),
    (["init", "--autdetect"], "Error: Unknown option '--autdetect'. Did you mean '--autodetect'?\n"),
  ])
  func saysWhatWasMeant(arguments: [String], message: String) {
    let result = Program.run(arguments)
    #expect(result.status == 2)
    #expect(result.output.isEmpty)
    #expect(result.messages.hasPrefix(message))
  }
}
