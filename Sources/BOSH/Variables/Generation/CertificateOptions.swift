internal import Diagnostics
internal import YAML

/// What can be set for a certificate.
struct CertificateOptions: Sendable {
  var commonName = ""
  var organization = "Cloud Foundry"
  var alternativeNames: [String] = []
  var isAuthority = false
  var authority: String?
  var usages: [Usage] = []
  /// In days.
  var duration = 365
  var keyLength: KeyLength = .bits2048

  enum Usage: String, CaseIterable, Sendable {
    case client = "client_auth"
    case server = "server_auth"
  }

  enum KeyLength: Int, CaseIterable, Sendable {
    case bits2048 = 2048
    case bits3072 = 3072
    case bits4096 = 4096
  }

  static func read(_ node: Node, _ reader: Reader) -> CertificateOptions? {
    if node.isNull { return CertificateOptions() }
    guard var options = schema.decode(node, reader) else { return nil }
    if options.organization.isEmpty { options.organization = "Cloud Foundry" }
    if options.duration == 0 { options.duration = 365 }
    return options
  }

  private static let schema = Schema<CertificateOptions>(
    "a certificate's options", initial: CertificateOptions()
  ) {
    Field("common_name", .scalarText, \.commonName, "The common name of the subject.")
    Field("organization", .scalarText, \.organization, "The organization of the subject.")
    Field(
      "alternative_names", .list(of: .scalarText), \.alternativeNames,
      "DNS names and addresses that it is for.")
    Field("is_ca", .boolean, \.isAuthority, "Whether it signs others.")
    Field("ca", .scalarText, \.authority, "The variable of the certificate that signs this one.")
    Field("extended_key_usage", .list(of: .choice()), \.usages, "client_auth, server_auth, or both.")
    // As long as its end has a year of four digits.
    Field(
      "duration", .integer(in: 0...365_000), \.duration, "The days that it is valid; 365 by default.")
    Field("key_length", .keyLength, \.keyLength, "The bits of its key: 2048 (the default), 3072 or 4096.")
  }
}

extension Shape where Value == CertificateOptions.KeyLength {
  fileprivate static var keyLength: Self {
    let bits = Shape<Int>.count
    return Shape(bits.type) { node, reader in
      guard let bits = bits.read(node, reader) else { return nil }
      if let length = Value(rawValue: bits) { return length }
      reader.report.error(
        "unknown-value", "\"\(reader.path)\" can't be \(bits)", at: node.position,
        hint: "it is one of \(Value.allCases.map { String($0.rawValue) }.joined(separator: ", "))")
      return nil
    }
  }
}
