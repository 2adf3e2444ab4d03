import Dispatch
import Machine
import Pipeline
import Testing

/// Asks of every value in the output of every case where it comes from.
@Suite struct OriginTests {
  /// A line for every value, that is there; and a build that is followed gives what any other gives.
  @Test(arguments: GoldenCase.all) func everyValueHasAnOrigin(_ golden: GoldenCase) async {
    guard let options = golden.options, options.question == nil else { return }
    let (fields, values) = await golden.onThread {
      (
        Explaining(options.target, .object("", field: nil), options: options.build).fields(),
        Explaining.values(options.target, options.build)
      )
    }
    #expect((fields == nil) == GoldenResult.expected(in: golden.folder).isFailure)
    #expect((fields == nil) == (values == nil))
    var lines: [String: Int] = [:]
    for field in fields ?? [] {
      if lines[field.file] == nil { lines[field.file] = Self.lines(of: field.file)?.count ?? 0 }
      #expect(
        field.line > 0 && field.line <= lines[field.file] ?? 0,
        "\(field.object) \(field.path) comes from \(field.file):\(field.line) (\(field.step))")
      if let value = values?[field.object + " " + field.path] { #expect(value == field.value) }
    }
  }

  private static func lines(of path: String) -> [Substring]? {
    guard case .success(let bytes) = FileSystem.read(path) else { return nil }
    let text = String(decoding: bytes, as: UTF8.self)
    return text.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" }
  }

  // MARK: - Changed lines

  /// What is written there decides: with another value in its line, every field that comes from it is another.
  @Test func anotherValueInTheLineIsAnotherField() async throws {
    let outcomes = await withCheckedContinuation { continuation in
      DispatchQueue(label: "changed lines").async { continuation.resume(returning: Self.changes()) }
    }
    for outcome in outcomes.flatMap(\.unchanged).prefix(20) { Issue.record("\(outcome) stays as it is") }
    #expect(outcomes.flatMap(\.unchanged).isEmpty)
    #expect(outcomes.reduce(0) { $0 + $1.changed } >= 5000)
  }

  private struct ChangedLines: Sendable {
    var changed = 0
    var unchanged: [String] = []
  }

  private static func changes() -> [ChangedLines] {
    let cases =
      GoldenCase.all.compactMap(ChangedCase.init)
      + Example.all.map { ChangedCase(name: $0.name, root: $0.folder, target: $0.overlay("six-zones")) }
    let outcomes = Outcomes<ChangedLines>(count: cases.count)
    DispatchQueue.concurrentPerform(iterations: cases.count) { index in
      let changed = (try? changes(in: cases[index])) ?? ChangedLines()
      outcomes.set(changed, at: index)
    }
    return outcomes.all
  }

  private static func changes(in golden: ChangedCase) throws -> ChangedLines {
    var outcome = ChangedLines()
    guard let fields = Explaining(golden.target, .object("", field: nil), options: golden.build).fields(),
      let before = Explaining.values(golden.target, golden.build)
    else { return outcome }
    // The lines that decide most are changed first, one at a time.
    let places = Dictionary(grouping: fields.filter { $0.line > 0 }) { "\($0.file):\($0.line)" }
    let lines = places.sorted { ($1.value.count, $0.key) < ($0.value.count, $1.key) }
    for (_, fields) in lines.prefix(golden.mostLines) {
      let file = fields[0].file
      guard file.hasPrefix(golden.root + "/"), let text = self.lines(of: file) else { continue }
      let line = String(text[fields[0].line - 1])
      let plain = fields.filter { isPlain($0, in: line) }
      guard let first = plain.first, let other = another(first.value) else { continue }
      var changedText = text.map(String.init)
      let start = line.unicodeScalars.index(line.unicodeScalars.startIndex, offsetBy: first.column - 1)
      guard let place = line[start...].firstRange(of: first.value) else { continue }
      changedText[fields[0].line - 1] = line.replacingCharacters(in: place, with: other)
      let same = plain.filter { $0.column == first.column && $0.value == first.value }
      guard let after = try golden.values(file, changedText.joined(separator: "\n")) else {
        continue
      }
      for field in same {
        let key = field.object + " " + field.path
        if after[key] == before[key] {
          outcome.unchanged.append("\(golden.name): \(key), which comes from \(file):\(field.line)")
        } else {
          outcome.changed += 1
        }
      }
    }
    return outcome
  }

  /// Whether the line holds the value where the origin says, as it is.
  private static func isPlain(_ field: ExplainedField, in line: String) -> Bool {
    // A patch may name the entry, too, and then makes it anew.
    guard !field.value.isEmpty, !field.isKey else { return false }
    if writtenAgain.contains(where: field.path.hasSuffix) { return false }
    let rest = String(String.UnicodeScalarView(line.unicodeScalars.dropFirst(field.column - 1)))
    guard let first = rest.firstRange(of: field.value),
      rest[..<first.lowerBound].allSatisfy({ "\"'".contains($0) })
    else { return false }
    let behind = rest[first.upperBound...].first
    return behind == nil || " \"',]}".contains(behind ?? " ")
  }

  /// What a later step sets to the value that is there already: a group its own variable, and a replacement a part.
  private static let writtenAgain = ["/env/name=KUBE_AZ/value", "/env/name=SECOND/value"]

  private static func another(_ value: String) -> String? {
    if let number = Int(value) { return String(number + 1) }
    if ["true", "false"].contains(value) { return value == "true" ? "false" : "true" }
    return value.allSatisfy { $0.isASCII && !$0.isWhitespace } ? value + "x" : nil
  }
}

/// What is changed line by line, and built again.
private struct ChangedCase: Sendable {
  let name: String
  /// The directory with all of its files.
  let root: String
  let target: String
  var build = Build.Options()
  /// As many lines are changed, those that decide most.
  var mostLines = 45

  init(name: String, root: String, target: String) {
    (self.name, self.root, self.target) = (name, root, target)
  }

  init?(_ golden: GoldenCase) {
    guard let options = golden.options, options.question == nil, let target = options.target,
      options.build.givenManifests == nil, content(of: "expected.yaml", in: golden.folder) != nil
    else { return nil }
    self.init(name: golden.name, root: golden.input, target: target)
    build = options.build
    mostLines = 14
  }

  /// What is built of a copy with another text in a file; `nil` for what can't be.
  func values(_ file: String, _ text: String) throws -> [String: String]? {
    let scratch = try TemporaryDirectory("zonal-origins")
    defer { scratch.remove() }
    let files = Self.files(below: root).map { path -> (String, [UInt8]) in
      let own = FilePath.join(root, path)
      let bytes = own == file ? Array(text.utf8) : (try? FileSystem.read(own).get()) ?? []
      return (FilePath.join("input", path), bytes)
    }
    try scratch.write(files)
    func copy(of path: String) -> String {
      FilePath.normalized(FilePath.join(scratch.path, "input") + path.dropFirst(root.count))
    }
    var build = build
    let manifest = build.deployment.interpolation.manifest
    if !manifest.isEmpty { build.deployment.interpolation.manifest = copy(of: manifest) }
    return Explaining.values(copy(of: target), build)
  }

  private static func files(below directory: String, _ prefix: String = "") -> [String] {
    FileSystem.names(in: directory).flatMap { name in
      let path = FilePath.join(directory, name)
      return FileSystem.kind(of: path) == .directory
        ? files(below: path, prefix + name + "/") : [prefix + name]
    }
  }
}

/// What several threads found, each in a place of its own.
private final class Outcomes<Value: Sendable>: @unchecked Sendable {
  private let lock = DispatchQueue(label: "outcomes")
  private var values: [Value?]

  init(count: Int) { values = Array(repeating: nil, count: count) }

  func set(_ value: Value, at index: Int) { lock.sync { values[index] = value } }
  var all: [Value] { lock.sync { values.compactMap(\.self) } }
}

extension GoldenCase {
  /// On a thread that may wait for other programs.
  func onThread<Value: Sendable>(_ work: @escaping @Sendable () -> Value) async -> Value {
    await withCheckedContinuation { continuation in
      DispatchQueue(label: name).async { continuation.resume(returning: work()) }
    }
  }
}

extension String {
  fileprivate func replacingCharacters(in range: Range<String.Index>, with other: String) -> String {
    String(self[..<range.lowerBound]) + other + String(self[range.upperBound...])
  }
}
