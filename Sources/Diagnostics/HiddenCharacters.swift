extension Unicode.Scalar {
  /// Whether a reader would not see it, or see something else because of it: controls, marks that turn the direction
  /// of text around, what has no width, and what breaks lines. A tab is harmless.
  package var isHidden: Bool {
    switch value {
    case 0x09: false
    case 0...0x1F, 0x7F...0x9F: true
    case 0xAD, 0x34F, 0x61C, 0x115F...0x1160, 0x17B4...0x17B5, 0x180B...0x180F: true
    case 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x206F: true
    case 0x3164, 0xFEFF, 0xFFA0, 0xFFF9...0xFFFB, 0x1D173...0x1D17A, 0xE0000...0xE0FFF: true
    default: false
    }
  }

  /// What is shown in its place: a picture where there is one, otherwise its number.
  var shown: String {
    switch value {
    case 0...0x1F: String(Unicode.Scalar(0x2400 + value) ?? self)
    case 0x7F: "\u{2421}"
    default: "<U+" + hex(digits: 4) + ">"
    }
  }

  func hex(digits: Int) -> String {
    let hex = String(value, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, digits - hex.count)) + hex
  }
}

extension String {
  /// The text with every hidden character shown.
  ///
  /// - Parameter keepsLines: whether line breaks stay.
  func visible(keepsLines: Bool = false) -> String {
    guard mayHide else { return self }
    var text = ""
    for scalar in unicodeScalars {
      if scalar.isHidden, !(keepsLines && scalar == "\n") {
        text += scalar.shown
      } else {
        text.unicodeScalars.append(scalar)
      }
    }
    return text
  }

  /// Nearly all text is printable ASCII, which needs but a look at its bytes.
  private var mayHide: Bool {
    utf8.contains { $0 < 0x20 || $0 >= 0x7F }
  }
}
