internal import CRE2

/// A compiled regular expression.
///
/// RE2 is Go's library in another language: the two accept the same patterns but for a few, which are evened out here
/// (Go 1.24 `regexp/syntax`).
final class Expression: Sendable {
  /// Never changed, and asked from several threads as RE2 allows.
  nonisolated(unsafe) private let compiled: OpaquePointer

  init(_ text: String, isAnchored: Bool) throws(Pattern.Mistake) {
    var pattern = try GoSyntax.translated(text)
    if isAnchored { pattern = "^(?:\(pattern))$" }
    compiled = pattern.withUTF8Characters { cre2_new($0, $1) }
    // What was compiled goes with this, as it always does.
    if let mistake = Pattern.Mistake(compiled) { throw mistake }
  }

  deinit { cre2_delete(compiled) }

  func finds(in text: String) -> Bool { text.withUTF8Characters { cre2_finds(compiled, $0, $1) } }
}

/// What Go reads otherwise than RE2 of 2022.
private enum GoSyntax {
  /// `(?<name>…)` is `(?P<name>…)` since Go 1.22; `\C` (any one byte) is none of Go's.
  static func translated(_ text: String) throws(Pattern.Mistake) -> String {
    guard text.contains("(?<") || text.contains("\\C") || text.hasSuffix("\\") else { return text }
    var result: [UInt8] = []
    var rest = Array(text.utf8)[...]
    var isInClass = false
    while let byte = rest.popFirst() {
      result.append(byte)
      switch byte {
      case UInt8(ascii: "\\"):
        // What is put around the pattern would hide it.
        guard let next = rest.popFirst() else { throw Pattern.Mistake("it ends in a backslash") }
        if next == UInt8(ascii: "C") { throw Pattern.Mistake("there is no escape \"\\C\"") }
        result.append(next)
      case UInt8(ascii: "["): isInClass = true
      case UInt8(ascii: "]"): isInClass = false
      case UInt8(ascii: "(") where !isInClass && rest.starts(with: "?<".utf8):
        // Followed by these it is a lookbehind, which neither has.
        let isName = rest.dropFirst(2).first.map { !"=!".utf8.contains($0) } ?? false
        if isName {
          rest = rest.dropFirst()
          result += "?P".utf8
        }
      default: break
      }
    }
    return String(decoding: result, as: UTF8.self)
  }
}

extension Pattern.Mistake {
  /// - Returns: `nil` when nothing is wrong.
  fileprivate init?(_ expression: OpaquePointer) {
    let code = cre2_error(expression)
    guard code != 0 else { return nil }
    var length = 0
    let bytes = UnsafeRawBufferPointer(start: cre2_error_part(expression, &length), count: length)
    let part = "\"\(String(decoding: bytes, as: UTF8.self))\""
    // In the order of RE2::ErrorCode.
    switch code {
    case 2:
      self.init("there is no escape \(part)", hint: Self.isReference(bytes) ? Self.withoutMemory : nil)
    case 3,
      4 where bytes.starts(with: "[:".utf8) || bytes.starts(with: "\\".utf8):
      self.init("there is no class of characters \(part)")
    case 4: self.init("the range \(part) runs backwards")
    case 5:
      self.init("a \"[\" is not closed", hint: "close it with \"]\", or write \"\\[\" for the character")
    case 6:
      self.init("a \"(\" is not closed", hint: "close it with \")\", or write \"\\(\" for the character")
    case 7: self.init("a \")\" has no \"(\"", hint: "open it with \"(\", or write \"\\)\" for the character")
    case 8: self.init("it ends in a backslash")
    case 9: self.init("nothing stands before \(part) that could be repeated")
    case 10: self.init("\(part) repeats more than 1000 times")
    case 11: self.init("\(part) repeats a repetition")
    case 12: self.init("there is no group \(part)", hint: Self.withoutMemory)
    case 14: self.init("\(part) names no group")
    case 15: self.init("it is too large when its repetitions are written out")
    default: self.init("it can't be read")
    }
  }

  /// `\1`
  private static func isReference(_ escape: UnsafeRawBufferPointer) -> Bool {
    escape.count == 2 && (UInt8(ascii: "1")...UInt8(ascii: "9")).contains(escape[1])
  }

  private static let withoutMemory =
    "Go's expressions have no lookaround and no backreferences: list what may stand there, as in \"(a|b)\""
}

extension String {
  fileprivate func withUTF8Characters<Result>(_ body: (UnsafePointer<CChar>?, Int) -> Result) -> Result {
    var text = self
    return text.withUTF8 { bytes in
      bytes.withMemoryRebound(to: CChar.self) { body($0.baseAddress, $0.count) }
    }
  }
}
