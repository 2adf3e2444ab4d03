internal import SwiftASN1

/// An extension of a certificate (RFC 5280, 4.2).
struct Extension {
  private let identifier: ASN1ObjectIdentifier
  private var isCritical = false
  private var content: [UInt8] = []

  private init(_ identifier: ASN1ObjectIdentifier) {
    self.identifier = identifier
  }

  static let subjectKeyIdentifier = Extension([2, 5, 29, 14])

  var encodedIdentifier: [UInt8] {
    var serializer = DER.Serializer()
    try? serializer.serialize(identifier)
    return serializer.serializedBytes
  }

  func write(into serializer: inout DER.Serializer) throws {
    try serializer.appendConstructedNode(identifier: .sequence) { serializer in
      try serializer.serialize(identifier)
      if isCritical { try serializer.serialize(true) }
      serializer.appendPrimitiveNode(identifier: .octetString) { $0 += content }
    }
  }

  private func containing(
    critical: Bool = false, _ write: (inout DER.Serializer) throws -> Void
  ) rethrows -> Extension {
    var serializer = DER.Serializer()
    try write(&serializer)
    var filled = self
    filled.content = serializer.serializedBytes
    filled.isCritical = critical
    return filled
  }
}

extension Extension {
  /// Signing of others for an authority, encipherment and signatures for the rest.
  static func keyUsage(isAuthority: Bool) -> Extension {
    Extension([2, 5, 29, 15]).containing(critical: true) { serializer in
      // The number of unused bits, then the bits from the left.
      let bits: [UInt8] = isAuthority ? [1, 0b0000_0110] : [5, 0b1010_0000]
      serializer.appendPrimitiveNode(identifier: .bitString) { $0 += bits }
    }
  }

  static func extendedKeyUsage(_ usages: [CertificateOptions.Usage]) throws -> Extension {
    try Extension([2, 5, 29, 37]).containing { serializer in
      try serializer.serializeSequenceOf(usages.map(\.identifier))
    }
  }

  static func basicConstraints(isAuthority: Bool) throws -> Extension {
    try Extension([2, 5, 29, 19]).containing(critical: true) { serializer in
      try serializer.appendConstructedNode(identifier: .sequence) { serializer in
        if isAuthority { try serializer.serialize(true) }
      }
    }
  }

  static func subjectKey(_ identifier: [UInt8]) -> Extension {
    subjectKeyIdentifier.containing { serializer in
      serializer.appendPrimitiveNode(identifier: .octetString) { $0 += identifier }
    }
  }

  static func authorityKey(_ identifier: [UInt8]) -> Extension {
    Extension([2, 5, 29, 35]).containing { serializer in
      serializer.appendConstructedNode(identifier: .sequence) { serializer in
        serializer.appendPrimitiveNode(identifier: .context(0)) { $0 += identifier }
      }
    }
  }

  /// Names that are addresses are written as such.
  static func alternativeNames(_ names: [String]) -> Extension {
    Extension([2, 5, 29, 17]).containing { serializer in
      serializer.appendConstructedNode(identifier: .sequence) { serializer in
        for name in names {
          if let address = Address.bytes(of: name) {
            serializer.appendPrimitiveNode(identifier: .context(7)) { $0 += address }
          } else {
            serializer.appendPrimitiveNode(identifier: .context(2)) { $0 += Array(name.utf8) }
          }
        }
      }
    }
  }
}

extension ASN1Identifier {
  fileprivate static func context(_ number: UInt) -> ASN1Identifier {
    ASN1Identifier(tagWithNumber: number, tagClass: .contextSpecific)
  }
}

extension CertificateOptions.Usage {
  fileprivate var identifier: ASN1ObjectIdentifier {
    switch self {
    case .server: [1, 3, 6, 1, 5, 5, 7, 3, 1]
    case .client: [1, 3, 6, 1, 5, 5, 7, 3, 2]
    }
  }
}
