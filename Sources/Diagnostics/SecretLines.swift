internal import Synchronization

/// Which lines of a file belong to a Secret, as far as somebody asked.
///
/// It is asked when something is wrong, which may be the syntax: so the text is looked at and not its tree, and
/// rather too many lines are taken for secret: of a kustomization the fields that hold or patch Secrets, of any other
/// file the documents that hold one.
final class SecretLines: Sendable {
  private enum Extent {
    case none
    case ranges([ClosedRange<UInt32>])
  }

  private let extent = Mutex<Extent?>(nil)

  func contains(_ line: UInt32, of file: SourceFile) -> Bool {
    let extent = extent.withLock { extent in
      if let extent { return extent }
      let found = Self.extent(of: file)
      extent = found
      return found
    }
    return switch extent {
    case .none: false
    case .ranges(let ranges): ranges.contains { $0.contains(line) }
    }
  }

  private static let kustomizations = ["kustomization.yaml", "kustomization.yml", "Kustomization"]

  private static func extent(of file: SourceFile) -> Extent {
    guard mentionsSecret(file.bytes[...]) || holdsValues(file.bytes[...]) else { return .none }
    let name = file.path.split(separator: "/").last.map(String.init) ?? ""
    // Fields of a kustomization, documents of any other file.
    let isKustomization = kustomizations.contains(name)
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
    return .ranges(ranges)
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
  }

  /// Whether a text has `secretGenerator`, or `kind: Secret` in any of its spellings.
  private static func mentionsSecret(_ text: ArraySlice<UInt8>) -> Bool {
    if holdsEscapedKind(text) { return true }
    for (mark, mayFollow) in [(Array("ecret".utf8), false), (Array("ecretGenerator".utf8), true)] {
      var rest = text
      while let place = rest.firstIndex(of: mark[0]) {
        rest = rest[place...]
        if rest.starts(with: mark), mayFollow || isKind(text[..<place], text[(place + mark.count)...]) {
          return true
        }
        rest = rest.dropFirst()
      }
    }
    return false
  }

  private static func holdsValues(_ text: ArraySlice<UInt8>) -> Bool {
    text.firstRange(of: Array("valuesInline".utf8)) != nil
  }

  /// Whether a kind is written with escapes, as `"\u0053ecret"`.
  private static func holdsEscapedKind(_ text: ArraySlice<UInt8>) -> Bool {
    text.indices.contains { text[$0] == UInt8(ascii: "\\") && standsBehindKind(text[..<$0]) }
  }

  /// Whether `kind:` stands in front of a word, and nothing more of it behind.
  private static func isKind(_ before: ArraySlice<UInt8>, _ behind: ArraySlice<UInt8>) -> Bool {
    if let next = behind.first, isLetter(next) || next == UInt8(ascii: "-") { return false }
    guard before.last.map({ $0 | 0x20 }) == UInt8(ascii: "s") else { return false }
    return standsBehindKind(before.dropLast())
  }

  private static func standsBehindKind(_ before: ArraySlice<UInt8>) -> Bool {
    let line =
      before.suffix(40).split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).last ?? []
    let key = line.filter { isLetter($0) || $0 == UInt8(ascii: ":") }
    return key.suffix(5).elementsEqual("kind:".utf8)
  }
}
