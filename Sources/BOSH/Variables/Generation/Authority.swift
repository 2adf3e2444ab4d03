internal import Cryptography
internal import SwiftASN1
internal import YAML

/// A certificate that signs others, with its key.
struct Authority {
  let key: RSAKey
  /// Its subject as it is written in it, so that the issuer of what it signs is the same to the byte.
  let subject: [UInt8]
  let keyIdentifier: [UInt8]
  let pem: String

  /// - Parameter value: the value of a variable of the type certificate.
  init?(_ value: Node) {
    guard let pem = value["certificate"]?.string, let privateKey = value["private_key"]?.string,
      let key = RSAKey(pem: privateKey), let certificate = Self.parsed(pem)
    else { return nil }
    self.key = key
    self.pem = pem
    subject = certificate.subject
    keyIdentifier = certificate.keyIdentifier ?? key.identifier
  }

  init(key: RSAKey, subject: [UInt8]) {
    self.key = key
    self.subject = subject
    keyIdentifier = key.identifier
    pem = ""
  }

  /// Reads as much of a certificate (RFC 5280, 4.1) as those that it signs repeat.
  private static func parsed(_ pem: String) -> (subject: [UInt8], keyIdentifier: [UInt8]?)? {
    guard let document = try? PEMDocument(pemString: pem), let root = try? DER.parse(document.derBytes),
      let fields = root.children.first?.children
    else { return nil }
    // version [0], serial, algorithm, issuer, validity, subject, key, extensions [3]
    let isVersioned = fields.first?.identifier.tagClass == .contextSpecific
    let subject = isVersioned ? 5 : 4
    guard fields.count > subject else { return nil }
    let extensions = fields.last?.children.first?.children ?? []
    let identifier = extensions.first { node in
      node.children.first.map {
        $0.encodedBytes.elementsEqual(Extension.subjectKeyIdentifier.encodedIdentifier)
      } ?? false
    }
    let content = identifier?.children.last.flatMap { try? DER.parse($0.bytes) }
    return (Array(fields[subject].encodedBytes), content.map { Array($0.bytes) })
  }
}

extension RSAKey {
  /// The hash of the modulus, as BOSH's config server identifies keys.
  var identifier: [UInt8] { Digest.sha1.sum(modulus) }
}
