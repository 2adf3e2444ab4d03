internal import Cryptography
internal import SwiftASN1

/// An RSA key in the forms that variables hold.
struct RSAKey: Sendable {
  let key: RSAPrivateKey

  static let defaultBits = 2048

  static func generated(bits: Int = defaultBits) -> RSAKey? {
    RSAPrivateKey.generated(bits: bits).map(RSAKey.init)
  }

  private init(_ key: RSAPrivateKey) {
    self.key = key
  }

  /// Reads PKCS#1 (`RSA PRIVATE KEY`) and PKCS#8 (`PRIVATE KEY`).
  init?(pem: String) {
    guard let document = try? PEMDocument(pemString: pem), let root = try? DER.parse(document.derBytes),
      let fields = Self.fields(root, document.discriminator),
      // The version stands before the numbers; keys of more than two primes have another one, and numbers behind.
      let key = RSAPrivateKey(numbers: fields.dropFirst().map { Array($0.bytes) })
    else { return nil }
    self.key = key
  }

  /// What an RSAPrivateKey consists of (RFC 8017, A.1.2), also in the envelope of PKCS#8 (RFC 5208, 5).
  private static func fields(_ root: ASN1Node, _ kind: String) -> [ASN1Node]? {
    if kind == pkcs1 { return root.children }
    // version, algorithm, key
    guard kind == "PRIVATE KEY", root.children.count >= 3,
      let algorithm = root.children[1].children.first,
      let identifier = try? ASN1ObjectIdentifier(derEncoded: algorithm), identifier == .rsaEncryption
    else { return nil }
    return (try? DER.parse(root.children[2].bytes))?.children
  }

  private static let pkcs1 = "RSA PRIVATE KEY"

  /// PKCS#1, `RSA PRIVATE KEY`.
  var pem: String {
    var serializer = DER.Serializer()
    serializer.appendIntegers([[]] + key.numbers)
    return PEMDocument(type: Self.pkcs1, derBytes: serializer.serializedBytes).pemString.endingInLineBreak
  }

  var publicPEM: String {
    PEMDocument(type: "PUBLIC KEY", derBytes: publicKeyInfo).pemString.endingInLineBreak
  }

  /// The `SubjectPublicKeyInfo` of the public key (RFC 5280).
  var publicKeyInfo: [UInt8] {
    var key = DER.Serializer()
    key.appendIntegers([modulus, exponent])
    var serializer = DER.Serializer()
    serializer.appendConstructedNode(identifier: .sequence) { serializer in
      serializer.appendConstructedNode(identifier: .sequence) { serializer in
        try? serializer.serialize(ASN1ObjectIdentifier.rsaEncryption)
        try? serializer.serialize(ASN1Null())
      }
      // A bit string begins with the number of its unused bits.
      serializer.appendPrimitiveNode(identifier: .bitString) { $0 += [0] + key.serializedBytes }
    }
    return serializer.serializedBytes
  }

  var modulus: [UInt8] { key.numbers[0] }

  var exponent: [UInt8] { key.numbers[1] }
}

extension ASN1ObjectIdentifier {
  fileprivate static let rsaEncryption: ASN1ObjectIdentifier = [1, 2, 840, 113_549, 1, 1, 1]
}

extension DER.Serializer {
  fileprivate mutating func appendIntegers(_ numbers: [[UInt8]]) {
    appendConstructedNode(identifier: .sequence) { serializer in
      for number in numbers {
        serializer.appendPrimitiveNode(identifier: .integer) { $0 += number.asPositive }
      }
    }
  }
}

extension [UInt8] {
  /// A number without a sign where one has a sign: with a zero in front when it would be negative, or nothing.
  var asPositive: [UInt8] { isEmpty || self[0] >= 0x80 ? [0] + self : self }
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
