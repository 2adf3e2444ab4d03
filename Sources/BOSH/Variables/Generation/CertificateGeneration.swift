internal import Cryptography
internal import Diagnostics
internal import SwiftASN1
internal import YAML

/// Makes certificates as BOSH's config server does (RFC 5280).
struct CertificateGeneration {
  let report: Report
  let name: Scalar

  /// - Parameter authority: the value of the variable that `ca` names.
  /// - Returns: `nil` after a report.
  func value(_ options: CertificateOptions, _ key: RSAKey, authority value: Node?) -> Node? {
    let subject = Self.subject(options)
    var authority = Authority(key: key, subject: subject)
    if let value {
      guard let signing = Authority(value) else { return refuse(options.authority ?? "") }
      authority = signing
    } else if !options.isAuthority {
      report.error(
        "certificate-without-authority", "the certificate \"\(name.text)\" needs one that signs it",
        at: name.position, hint: "name it with \"ca: …\", or write \"is_ca: true\"")
      return nil
    }
    guard let signed = try? pem(key, subject, options, signedBy: authority) else {
      return refuse(options.commonName)
    }
    return .strings([
      ("ca", authority.pem.isEmpty ? signed : authority.pem.endingInLineBreak), ("certificate", signed),
      ("private_key", key.pem),
    ])
  }

  private func refuse(_ authority: String) -> Node? {
    report.error(
      "bad-authority", "\"\(authority)\" can't sign the certificate \"\(name.text)\"", at: name.position,
      hint: "it must have a certificate and a private_key (RSA), both as PEM")
    return nil
  }

  private func pem(
    _ key: RSAKey, _ subject: [UInt8], _ options: CertificateOptions, signedBy authority: Authority
  ) throws -> String? {
    let content = try content(key, subject, options, signedBy: authority)
    guard let signature = authority.key.key.signature(for: content) else { return nil }
    var serializer = DER.Serializer()
    try serializer.appendConstructedNode(identifier: .sequence) { serializer in
      serializer.serializeRawBytes(content)
      try Self.writeAlgorithm(into: &serializer)
      try serializer.serialize(ASN1BitString(bytes: signature[...]))
    }
    return PEMDocument(type: "CERTIFICATE", derBytes: serializer.serializedBytes).pemString.endingInLineBreak
  }

  /// What is signed: `TBSCertificate`.
  private func content(
    _ key: RSAKey, _ subject: [UInt8], _ options: CertificateOptions, signedBy authority: Authority
  ) throws -> [UInt8] {
    var serializer = DER.Serializer()
    try serializer.appendConstructedNode(identifier: .sequence) { serializer in
      // Version 3 is written as 2.
      try serializer.serialize(2, explicitlyTaggedWithTagNumber: 0, tagClass: .contextSpecific)
      serializer.appendPrimitiveNode(identifier: .integer) { $0 += Self.serialNumber() }
      try Self.writeAlgorithm(into: &serializer)
      serializer.serializeRawBytes(authority.subject)
      try Validity(days: options.duration).write(into: &serializer)
      serializer.serializeRawBytes(subject)
      serializer.serializeRawBytes(key.publicKeyInfo)
      let extensions = try Self.extensions(options, key: key.identifier, authority: authority.keyIdentifier)
      try serializer.serialize(explicitlyTaggedWithTagNumber: 3, tagClass: .contextSpecific) { serializer in
        try serializer.appendConstructedNode(identifier: .sequence) { serializer in
          for item in extensions { try item.write(into: &serializer) }
        }
      }
    }
    return serializer.serializedBytes
  }

  private static func extensions(
    _ options: CertificateOptions, key: [UInt8], authority: [UInt8]
  ) throws -> [Extension] {
    var extensions = [Extension.keyUsage(isAuthority: options.isAuthority)]
    if !options.isAuthority {
      extensions.append(try .extendedKeyUsage(options.usages.isEmpty ? [.server] : options.usages))
    }
    extensions.append(try .basicConstraints(isAuthority: options.isAuthority))
    extensions.append(.subjectKey(key))
    extensions.append(.authorityKey(authority))
    if !options.isAuthority, !options.alternativeNames.isEmpty {
      extensions.append(.alternativeNames(options.alternativeNames))
    }
    return extensions
  }

  private static func subject(_ options: CertificateOptions) -> [UInt8] {
    let parts: [(ASN1ObjectIdentifier, String)] = [
      (.NameAttributes.countryName, "US"), (.NameAttributes.organizationName, options.organization),
      (.NameAttributes.commonName, options.commonName),
    ]
    var serializer = DER.Serializer()
    try? serializer.appendConstructedNode(identifier: .sequence) { serializer in
      for (attribute, value) in parts where !value.isEmpty {
        try serializer.appendConstructedNode(identifier: .set) { serializer in
          try serializer.appendConstructedNode(identifier: .sequence) { serializer in
            try serializer.serialize(attribute)
            if let printable = try? ASN1PrintableString(value) {
              try serializer.serialize(printable)
            } else {
              try serializer.serialize(ASN1UTF8String(value))
            }
          }
        }
      }
    }
    return serializer.serializedBytes
  }

  private static func writeAlgorithm(into serializer: inout DER.Serializer) throws {
    try serializer.appendConstructedNode(identifier: .sequence) { serializer in
      try serializer.serialize(ASN1ObjectIdentifier.AlgorithmIdentifier.sha256WithRSAEncryption)
      try serializer.serialize(ASN1Null())
    }
  }

  /// Sixteen random bytes that are a positive number.
  private static func serialNumber() -> [UInt8] {
    var generator = SystemRandomNumberGenerator()
    return [UInt8.random(in: 1...0x7F, using: &generator)]
      + (0..<15).map { _ in UInt8.random(in: 0...UInt8.max, using: &generator) }
  }
}
