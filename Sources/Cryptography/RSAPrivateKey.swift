internal import CNettle

/// An RSA key that signs: the numbers of PKCS#1, which are known to belong together.
package struct RSAPrivateKey: Sendable {
  /// The numbers one after the other, each as wide as the modulus.
  private let bytes: [UInt8]

  /// - Parameter bits: a multiple of eight.
  /// - Returns: `nil` for a number of bits that has no keys.
  package static func generated(bits: Int) -> RSAPrivateKey? {
    let width = bits / 8
    guard bits.isMultiple(of: 8), widths.contains(width) else { return nil }
    var made = false
    let bytes = [UInt8](unsafeUninitializedCapacity: width * numberCount) { bytes, count in
      made = cnettle_rsa_generate(width, bytes.baseAddress)
      count = made ? bytes.count : 0
    }
    return made ? RSAPrivateKey(bytes: bytes) : nil
  }

  private init(bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// - Parameter numbers: big-endian, in the order of PKCS#1 from the modulus on: public and private exponent, both
  ///   primes, the private exponent reduced for each, and the coefficient.
  /// - Returns: `nil` if they are not those of one key, or of one too small to be of use or too large to work with.
  package init?(numbers: [[UInt8]]) {
    let numbers = numbers.map { $0.drop { $0 == 0 } }
    let width = numbers.map(\.count).max() ?? 0
    guard numbers.count == Self.numberCount, Self.widths.contains(width), numbers[0].count == width else {
      return nil
    }
    bytes = numbers.flatMap { repeatElement(0, count: width - $0.count) + $0 }
    guard cnettle_rsa_is_whole(bytes, width) else { return nil }
  }

  /// Big-endian and without zeros in front, in the order of PKCS#1.
  package var numbers: [[UInt8]] {
    stride(from: 0, to: bytes.count, by: width).map { start in
      Array(bytes[start..<(start + width)].drop { $0 == 0 })
    }
  }

  /// RSASSA-PKCS1-v1_5 with SHA-256 (RFC 8017, 8.2), which certificates are signed with.
  ///
  /// - Returns: `nil` if what should be primes are none, which nobody can see at a glance.
  package func signature(for message: [UInt8]) -> [UInt8]? {
    var made = false
    let signature = [UInt8](unsafeUninitializedCapacity: width) { signature, count in
      made = cnettle_rsa_sign_sha256(bytes, width, Digest.sha256.sum(message), signature.baseAddress)
      count = made ? signature.count : 0
    }
    return made ? signature : nil
  }

  package func isSignature(_ signature: [UInt8], for message: [UInt8]) -> Bool {
    signature.count == width
      && cnettle_rsa_verify_sha256(bytes, width, Digest.sha256.sum(message), signature)
  }

  private var width: Int { bytes.count / Self.numberCount }

  private static let numberCount = Int(CNETTLE_RSA_NUMBERS)

  /// 1024 to 8192 bits, in bytes.
  private static let widths = 128...1024
}
