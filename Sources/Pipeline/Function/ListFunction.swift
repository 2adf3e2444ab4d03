internal import Diagnostics
internal import YAML

/// A KRM function: a ResourceList with groups becomes one with what they are expanded to.
///
/// It looks at nothing but its input, and runs no other program. What is wrong is a result in the list that it gives, of
/// which the items are then those that it was given.
public struct ListFunction: Sendable {
  public let messages: Messages
  /// Empty where no list could be read.
  public let list: Manifest

  /// - Parameter path: the file with the list, or `-` for standard input.
  public init(_ path: String, maxFileSize: Int, maxGrowth: Int) {
    let files = SourceFiles(sizeLimit: maxFileSize, growthLimit: maxGrowth)
    let report = Report()
    guard let input = FunctionInput(path, files, report) else {
      messages = Messages([report], files)
      list = Manifest()
      return
    }
    let expanded = report.hasErrors ? nil : FunctionExpansion(input, files, report).items()
    let results = FunctionResults(input, files).nodes(of: report.diagnostics)
    list = Manifest(pieces: [SplicedList(input, expanded ?? ExpandedItems(), results).bytes])
    messages = Messages([report], files)
  }
}

/// What becomes of the items of a list.
struct ExpandedItems {
  struct Change {
    /// Whether the item stays, in front of the others.
    var isKept = false
    var nodes: [Node] = []
  }

  /// By the place of an item, what comes instead of it or behind it.
  var changes: [Int: Change] = [:]
  /// What comes after all items.
  var appended: [Node] = []
}
