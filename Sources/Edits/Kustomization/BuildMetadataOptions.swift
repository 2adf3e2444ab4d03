internal import Diagnostics
internal import YAML

// `buildMetadata`: what `set`, `add` and `remove` take and do.

extension KustomizationEditor {
  private static let options = ["originAnnotations", "transformerAnnotations", "managedByLabel"]

  package mutating func setBuildMetadata(_ argument: String) {
    let options = options(argument, "set")
    _ = items("buildMetadata")
    guard !report.hasErrors else { return }
    // Those that stay keep their lines: the order means nothing.
    let old = items("buildMetadata")
    for option in options where !old.contains(where: { $0.text == option }) {
      append(.string(option), to: "buildMetadata")
    }
    let unwanted = old.enumerated().filter { !options.contains($0.element.text ?? "") }
    removeItems(unwanted.map { [.key(key("buildMetadata")), .item($0.offset)] })
  }

  package mutating func addBuildMetadata(_ argument: String) {
    let options = options(argument, "add")
    for option in options {
      guard let old = items("buildMetadata").first(where: { $0.text == option }) else { continue }
      report.error(
        "already-there", "the option \"\(option)\" is there already", at: old.position,
        hint: "set all of them with \"set buildmetadata\"")
    }
    guard !report.hasErrors else { return }
    for option in options { append(.string(option), to: "buildMetadata") }
  }

  package mutating func removeBuildMetadata(_ argument: String) {
    let options = options(argument, "remove")
    let found = items("buildMetadata").enumerated().filter { options.contains($0.element.text ?? "") }
    guard !report.hasErrors else { return }
    removeItems(found.map { [.key(key("buildMetadata")), .item($0.offset)] })
  }

  private func options(_ argument: String, _ command: String) -> [String] {
    let words = argument.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    for word in words where !Self.options.contains(word) {
      report.error(
        "unknown-value", "a build has no metadata \"\(word)\"",
        at: place("\(command) buildmetadata \(argument)"),
        hint: suggestion(
          for: word, among: Self.options, otherwise: "write some of these, with commas between them"))
    }
    return words
  }
}
