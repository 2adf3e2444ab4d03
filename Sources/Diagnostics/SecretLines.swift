internal import Synchronization

/// Which lines of a file belong to a Secret, as far as somebody asked.
///
/// It is asked when something is wrong, which may be the syntax: so the text is looked at and not its tree, and
/// rather too many lines are taken for secret: of a kustomization the fields that hold or patch Secrets, of any other
/// file the documents that hold one.
final class SecretLines: Sendable {
  private let found = Mutex<[ClosedRange<UInt32>]?>(nil)
  private let words = Mutex<SecretWords?>(nil)
  private let allWords = Mutex<SecretWords?>(nil)

  func contains(_ line: UInt32, of file: SourceFile) -> Bool {
    ranges(of: file).contains { $0.contains(line) }
  }

  /// Whether what comes before a line is none of them.
  func begin(at line: UInt32, of file: SourceFile) -> Bool {
    ranges(of: file).contains { $0.lowerBound == line }
  }

  private func ranges(of file: SourceFile) -> [ClosedRange<UInt32>] {
    found.withLock { found in
      if let found { return found }
      let ranges = Self.ranges(of: file)
      found = ranges
      return ranges
    }
  }

  /// The words of a file's secret lines.
  func words(of file: SourceFile) -> SecretWords {
    words.withLock { words in
      if let words { return words }
      let lines = file.bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
      let secret = lines.enumerated().filter { file.isSecret(line: UInt32($0.offset + 1)) }.map(\.element)
      let found = SecretWords(secret, saysNames: file.hidesValues || Self.isKustomization(file))
      words = found
      return found
    }
  }

  /// The words of the whole of a file, which changes a Secret, whatever it looks like.
  func allWords(of file: SourceFile) -> SecretWords {
    allWords.withLock { words in
      if let words { return words }
      let found = SecretWords(file.bytes.split(separator: UInt8(ascii: "\n")), saysNames: true)
      words = found
      return found
    }
  }

  private static func isKustomization(_ file: SourceFile) -> Bool {
    ["kustomization.yaml", "kustomization.yml", "Kustomization"].contains(
      file.path.split(separator: "/").last.map(String.init) ?? "")
  }

  private static func ranges(of file: SourceFile) -> [ClosedRange<UInt32>] {
    // What is no UTF-8 can't be looked through.
    if file.bytes.starts(with: [0xFF, 0xFE]) || file.bytes.starts(with: [0xFE, 0xFF]) {
      return [1...UInt32.max]
    }
    if file.hidesValues { return valuesOfOperations(file.bytes) }
    guard mentionsSecret(file.bytes[...]) || holdsValues(file.bytes[...]) else { return [] }
    // Fields of a kustomization, documents of any other file.
    let isKustomization = isKustomization(file)
    var ranges: [ClosedRange<UInt32>] = []
    var (start, field): (UInt32, ArraySlice<UInt8>) = (1, [])
    var number: UInt32 = 0
    // Of a chart, what comes before its values is no secret.
    var values: UInt32?
    func end() {
      if number >= start, mentionsSecret(field) {
        ranges.append(start...number)
      } else if let values {
        ranges.append(values...number)
      }
      values = nil
    }
    for line in file.bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      let first = line.first ?? UInt8(ascii: " ")
      let isField = (isLetter(first) || first == UInt8(ascii: "\"")) && line.contains(UInt8(ascii: ":"))
      if isKustomization ? isField : line.starts(with: "---".utf8) {
        end()
        (start, field) = (number + 1, line)
      } else {
        field = file.bytes[field.startIndex..<line.endIndex]
      }
      number += 1
      if isKustomization, values == nil, holdsValues(line) { values = number }
    }
    end()
    return ranges
  }

  /// From where an operation says its value to where the next operation begins.
  private static func valuesOfOperations(_ bytes: [UInt8]) -> [ClosedRange<UInt32>] {
    var ranges: [ClosedRange<UInt32>] = []
    var start: UInt32?
    var dash = 0
    var number: UInt32 = 0
    for line in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      number += 1
      let content = line.drop { $0 == UInt8(ascii: " ") }
      let indentation = line.count - content.count
      if content.first == UInt8(ascii: "-"), start == nil || indentation <= dash {
        if let start { ranges.append(start...(number - 1)) }
        (start, dash) = (nil, indentation)
      }
      if start == nil, operation(line) != nil { start = number }
    }
    if let start { ranges.append(start...number) }
    return ranges
  }

  /// What of a line of operations stands in front of a value.
  static func operation(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    let key = "value"
    let start = line.indices.first { place in
      guard line[place...].starts(with: key.utf8) else { return false }
      if let before = line[..<place].last, isLetter(before) || "-_".utf8.contains(before) { return false }
      let behind = line[place...].dropFirst(key.utf8.count).drop { "\"' ".utf8.contains($0) }
      return behind.first == UInt8(ascii: ":")
    }
    return start.map { line[..<$0] }
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
  }

  /// Whether a text has `secretGenerator`, or `kind: Secret` in any of its spellings.
  private static func mentionsSecret(_ text: ArraySlice<UInt8>) -> Bool {
    if holdsHiddenKind(text) { return true }
    if text.place(of: Array("ecretGenerator".utf8)) != nil { return true }
    let mark = Array("ecret".utf8)
    return text.places(of: mark).contains { isKind(text[..<$0], text[($0 + mark.count)...]) }
  }

  private static func holdsValues(_ text: ArraySlice<UInt8>) -> Bool {
    text.place(of: Array("valuesInline".utf8)) != nil
  }

  /// Whether a kind is written with escapes, as `"\u0053ecret"`, or stands elsewhere, as for `*name`.
  private static func holdsHiddenKind(_ text: ArraySlice<UInt8>) -> Bool {
    if text.places(of: [UInt8(ascii: "\\")]).contains(where: { standsBehindKind(text[..<$0]) }) {
      return true
    }
    return text.places(of: [UInt8(ascii: "*")]).contains { place in
      let before = text[..<place]
      return before.last.map(" \t\n".utf8.contains) ?? false && standsBehindKind(before)
    }
  }

  /// Whether `kind:` stands in front of a word, and nothing more of it behind.
  private static func isKind(_ before: ArraySlice<UInt8>, _ behind: ArraySlice<UInt8>) -> Bool {
    if let next = behind.first, isLetter(next) || next == UInt8(ascii: "-") { return false }
    guard before.last.map({ $0 | 0x20 }) == UInt8(ascii: "s") else { return false }
    return standsBehindKind(before.dropLast())
  }

  /// Also on the line before, and with an anchor or a tag in between.
  private static func standsBehindKind(_ before: ArraySlice<UInt8>) -> Bool {
    var rest = before.suffix(80)
    while true {
      while let last = rest.last, " \t\r\n\"'".utf8.contains(last) { rest.removeLast() }
      let mark = rest.lastIndex { " \t\r\n:".utf8.contains($0) }.map { $0 + 1 } ?? rest.startIndex
      guard mark < rest.endIndex, "&!".utf8.contains(rest[mark]) else { break }
      rest = rest[..<mark]
    }
    return rest.filter { isLetter($0) || $0 == UInt8(ascii: ":") }.suffix(5).elementsEqual("kind:".utf8)
  }
}
