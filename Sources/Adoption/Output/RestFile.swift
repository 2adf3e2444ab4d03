internal import Diagnostics
internal import Resources
internal import YAML

/// Objects that stay plain resources, as they stood in one file.
struct RestFile {
  let name: String
  private(set) var bytes: [UInt8] = []
  /// Of the file that was read.
  private let lines: [ArraySlice<UInt8>]

  private init(_ source: SourceFile) {
    name = Self.name(of: source.path)
    lines = source.bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
  }

  /// One for each file that objects were read from, in the order of the objects.
  static func files(of resources: [Resource], _ read: SourceFiles) -> [RestFile] {
    var order: [UInt32: Int] = [:]
    var files: [RestFile] = []
    for resource in resources {
      let source = resource.position.file
      let place = order[source] ?? files.count
      if place == files.count {
        order[source] = place
        files.append(RestFile(read[source]))
      }
      files[place].add(resource)
    }
    return files
  }

  /// The name of a file without directory and ending; of what no file held, one that fits all.
  private static func name(of path: String) -> String {
    let last = path.split(separator: "/").last.map(String.init) ?? ""
    let endings = [".yaml", ".yml", ".json"]
    guard let ending = endings.first(where: last.hasSuffix) else { return "resources" }
    return String(last.dropLast(ending.count))
  }

  private mutating func add(_ resource: Resource) {
    if !bytes.isEmpty { bytes += "---\n".utf8 }
    bytes += document(of: resource) ?? resource.written.block
  }

  /// The lines of the document that an object is, with its comments; `nil` where it was part of one, or is changed.
  private func document(of resource: Resource) -> [UInt8]? {
    guard resource.position.column == 1, !resource.hasGeneratedName else { return nil }
    let line = Int(resource.position.line) - 1
    guard lines.indices.contains(line) else { return nil }
    let start = lines[..<line].lastIndex(where: Self.isSeparator).map { $0 + 1 } ?? 0
    let end = lines[line...].firstIndex(where: Self.isSeparator) ?? lines.endIndex
    var text = Array(lines[start..<end].joined(separator: [UInt8(ascii: "\n")]))
    while let last = text.last, last == UInt8(ascii: "\n") || last == UInt8(ascii: " ") { text.removeLast() }
    let report = Report()
    let again = Composer.compose(
      text: Scalar(String(decoding: text, as: UTF8.self)), in: SourceFiles(), report: report)
    guard let again, again.count == 1, again[0].sameData(as: resource.object) else { return nil }
    return text + [UInt8(ascii: "\n")]
  }

  private static func isSeparator(_ line: ArraySlice<UInt8>) -> Bool {
    line.starts(with: "---".utf8) || line.starts(with: "...".utf8)
  }
}
