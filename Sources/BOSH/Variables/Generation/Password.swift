internal import YAML

/// Random texts of small letters and digits, as BOSH's config server makes them.
enum Password {
  static let defaultLength = 20
  /// 0 stands for the default.
  static var length: Shape<Int> { .integer(in: 0...10_000) }

  static func random(length: Int) -> String {
    var generator = SystemRandomNumberGenerator()
    let bytes = (0..<length).map { _ in alphabet.randomElement(using: &generator) ?? alphabet[0] }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static let alphabet = Array("abcdefghijklmnopqrstuvwxyz0123456789".utf8)
}

/// What can be set for a password.
struct PasswordOptions: Sendable {
  var length = Password.defaultLength

  static func read(_ node: Node, _ reader: Reader) -> PasswordOptions? {
    if node.isNull { return PasswordOptions() }
    guard var options = schema.decode(node, reader) else { return nil }
    if options.length == 0 { options.length = Password.defaultLength }
    return options
  }

  private static let schema = Schema<PasswordOptions>("a password's options", initial: PasswordOptions()) {
    Field("length", Password.length, \.length, "The number of characters; 20 by default.")
  }
}
