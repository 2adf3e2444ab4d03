internal import CryptoExtras
internal import SwiftASN1

/// An RSA key in the forms that variables hold.
struct RSAKey: Sendable {
  let key: _RSA.Signing.PrivateKey

  static let defaultBits = 2048

  static func generated(bits: Int = defaultBits) -> RSAKey? {
    (try? _RSA.Signing.PrivateKey(keySize: .init(bitCount: bits))).map(RSAKey.init)
  }

  private init(_ key: _RSA.Signing.PrivateKey) {
    self.key = key
  }

  init?(pem: String) {
    guard let key = try? _RSA.Signing.PrivateKey(unsafePEMRepresentation: pem) else { return nil }
    self.key = key
  }

  /// PKCS#1, `RSA PRIVATE KEY`.
  var pem: String { key.pemRepresentation.endingInLineBreak }

  var publicPEM: String { key.publicKey.pemRepresentation.endingInLineBreak }

  /// The `SubjectPublicKeyInfo` of the public key (RFC 5280).
  var publicKeyInfo: [UInt8] { (try? PEMDocument(pemString: publicPEM).derBytes) ?? [] }

  /// The modulus and the exponent, big-endian, with a zero in front when they would be negative.
  var numbers: (modulus: [UInt8], exponent: [UInt8]) {
    guard let info = try? DER.parse(publicKeyInfo), let bits = info.children.last?.bytes,
      // The first byte of a bit string counts its unused bits.
      let numbers = try? DER.parse(bits.dropFirst()), numbers.children.count == 2
    else { return ([], []) }
    return (Array(numbers.children[0].bytes), Array(numbers.children[1].bytes))
  }
}

extension ASN1Node {
  /// What a sequence or a set is made of.
  var children: [ASN1Node] {
    if case .constructed(let nodes) = content { Array(nodes) } else { [] }
  }

  /// The content of what is made of nothing else.
  var bytes: ArraySlice<UInt8> {
    if case .primitive(let bytes) = content { bytes } else { [] }
  }
}

extension String {
  /// PEM as Go writes it.
  var endingInLineBreak: String { hasSuffix("\n") ? self : self + "\n" }
}
