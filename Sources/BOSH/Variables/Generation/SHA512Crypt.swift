internal import Cryptography

/// The `$6$` password hash of crypt(3), which `/etc/shadow` and BOSH's `env.bosh.password` hold.
enum SHA512Crypt {
  private static let rounds = 5000

  static func hash(_ password: String, salt: String) -> String {
    let key = Array(password.utf8)
    let salt = Array(salt.utf8.prefix(16))
    var digest = start(key, salt)
    let keyBytes = repeated(sum(Array(repeatElement(key, count: key.count).joined())), count: key.count)
    let saltCount = 16 + Int(digest[0])
    let saltBytes = repeated(sum(Array(repeatElement(salt, count: saltCount).joined())), count: salt.count)
    for round in 0..<rounds {
      var input = round.isMultiple(of: 2) ? digest : keyBytes
      if !round.isMultiple(of: 3) { input += saltBytes }
      if !round.isMultiple(of: 7) { input += keyBytes }
      input += round.isMultiple(of: 2) ? keyBytes : digest
      digest = sum(input)
    }
    return "$6$\(String(decoding: salt, as: UTF8.self))$\(encoded(digest))"
  }

  private static func start(_ key: [UInt8], _ salt: [UInt8]) -> [UInt8] {
    let alternate = sum(key + salt + key)
    var input = key + salt + repeated(alternate, count: key.count)
    var bits = key.count
    while bits > 0 {
      input += bits & 1 == 1 ? alternate : key
      bits >>= 1
    }
    return sum(input)
  }

  private static func sum(_ bytes: [UInt8]) -> [UInt8] { Digest.sha512.sum(bytes) }

  private static func repeated(_ bytes: [UInt8], count: Int) -> [UInt8] {
    (0..<count).map { bytes[$0 % bytes.count] }
  }

  /// Three bytes to four letters, the bytes taken from the three thirds of the digest in turn.
  private static func encoded(_ digest: [UInt8]) -> String {
    var text: [UInt8] = []
    var (a, b, c) = (0, 21, 42)
    for _ in 0..<21 {
      append(UInt32(digest[a]) << 16 | UInt32(digest[b]) << 8 | UInt32(digest[c]), letters: 4, to: &text)
      (a, b, c) = (b + 1, c + 1, a + 1)
    }
    append(UInt32(digest[63]), letters: 2, to: &text)
    return String(decoding: text, as: UTF8.self)
  }

  private static func append(_ bits: UInt32, letters: Int, to text: inout [UInt8]) {
    for place in 0..<letters { text.append(alphabet[Int(bits >> (6 * UInt32(place))) & 63]) }
  }

  private static let alphabet = Array("./0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz".utf8)
}
