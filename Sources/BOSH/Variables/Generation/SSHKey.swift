internal import Cryptography
internal import Resources
internal import YAML

/// An RSA key as SSH uses it.
struct SSHKey {
  private let key: RSAKey

  init(_ key: RSAKey) {
    self.key = key
  }

  var node: Node {
    .strings([
      ("private_key", key.pem),
      ("public_key", "ssh-rsa " + String(decoding: Base64.encode(blob), as: UTF8.self) + "\n"),
      ("public_key_fingerprint", fingerprint),
    ])
  }

  /// The public key on the wire (RFC 4253, 6.6).
  private var blob: [UInt8] {
    [Array("ssh-rsa".utf8), key.exponent.asPositive, key.modulus.asPositive].flatMap(Self.prefixed)
  }

  private static func prefixed(_ bytes: [UInt8]) -> [UInt8] {
    (0..<4).map { UInt8(truncatingIfNeeded: bytes.count >> (24 - 8 * $0)) } + bytes
  }

  private var fingerprint: String {
    Digest.md5.sum(blob).map { byte in
      let digits = String(byte, radix: 16)
      return digits.utf8.count == 1 ? "0" + digits : digits
    }.joined(separator: ":")
  }
}
