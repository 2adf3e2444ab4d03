/// Whether a text is one value of JSON by the letter of RFC 8259, with no member twice, and which numbers and texts it
/// holds.
struct StrictJSON {
  struct Mistake: Error {
    let offset: Int
  }

  private let bytes: [UInt8]
  private var index = 0
  private(set) var texts: [String] = []
  private(set) var numbers: [String] = []

  init(_ text: String) throws(Mistake) {
    bytes = Array(text.utf8)
    try value()
    blanks()
    guard index == bytes.count else { throw Mistake(offset: index) }
  }

  private var next: Character? { index < bytes.count ? Character(Unicode.Scalar(bytes[index])) : nil }

  private mutating func blanks() {
    while let character = next, [" ", "\n", "\t", "\r"].contains(character) { index += 1 }
  }

  private mutating func take(_ text: String) -> Bool {
    guard bytes[index...].starts(with: text.utf8) else { return false }
    index += text.utf8.count
    return true
  }

  private mutating func expect(_ text: String) throws(Mistake) {
    guard take(text) else { throw Mistake(offset: index) }
  }

  private mutating func value() throws(Mistake) {
    blanks()
    switch next {
    case "{": try members()
    case "[": try items()
    case "\"": texts.append(try string())
    case "t": try expect("true")
    case "f": try expect("false")
    case "n": try expect("null")
    default: try number()
    }
  }

  private mutating func members() throws(Mistake) {
    try expect("{")
    blanks()
    if take("}") { return }
    var names: [String] = []
    repeat {
      blanks()
      let name = try string()
      guard !names.contains(name) else { throw Mistake(offset: index) }
      names.append(name)
      blanks()
      try expect(":")
      try value()
      blanks()
    } while take(",")
    texts += names
    try expect("}")
  }

  private mutating func items() throws(Mistake) {
    try expect("[")
    blanks()
    if take("]") { return }
    repeat {
      try value()
      blanks()
    } while take(",")
    try expect("]")
  }

  private mutating func number() throws(Mistake) {
    let start = index
    _ = take("-")
    let whole = digits()
    guard whole == 1 || (whole > 1 && bytes[index - whole] != UInt8(ascii: "0")) else {
      throw Mistake(offset: index)
    }
    if take("."), digits() == 0 { throw Mistake(offset: index) }
    if take("e") || take("E") {
      _ = take("+") || take("-")
      if digits() == 0 { throw Mistake(offset: index) }
    }
    numbers.append(String(decoding: bytes[start..<index], as: UTF8.self))
  }

  private mutating func digits() -> Int {
    let start = index
    while let character = next, ("0"..."9").contains(character) { index += 1 }
    return index - start
  }

  private mutating func string() throws(Mistake) -> String {
    try expect("\"")
    var units: [UInt16] = []
    while index < bytes.count, bytes[index] != UInt8(ascii: "\"") {
      guard bytes[index] >= 0x20 else { throw Mistake(offset: index) }
      units += take("\\") ? [try escape()] : plain()
    }
    try expect("\"")
    return String(decoding: units, as: UTF16.self)
  }

  private mutating func plain() -> [UInt16] {
    let start = index
    while index < bytes.count, bytes[index] >= 0x20, !"\\\"".utf8.contains(bytes[index]) { index += 1 }
    return Array(String(decoding: bytes[start..<index], as: UTF8.self).utf16)
  }

  private mutating func escape() throws(Mistake) -> UInt16 {
    for (name, value) in [
      ("\"", 0x22), ("\\", 0x5C), ("/", 0x2F), ("b", 8), ("f", 12), ("n", 10), ("r", 13), ("t", 9),
    ]
    where take(name) { return UInt16(value) }
    try expect("u")
    guard index + 4 <= bytes.count,
      let unit = UInt16(String(decoding: bytes[index..<index + 4], as: UTF8.self), radix: 16)
    else { throw Mistake(offset: index) }
    index += 4
    return unit
  }
}
