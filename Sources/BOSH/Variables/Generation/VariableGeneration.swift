internal import Diagnostics
internal import YAML

/// Makes values of all types of variables.
struct VariableGeneration {
  let report: Report
  var keys = KeySupply()

  /// - Parameter authority: the value of the certificate that signs this one.
  /// - Returns: `nil` after a report.
  mutating func value(_ request: VariableRequest, authority: Node?) -> Node? {
    let reader = Reader(report: report, path: "options")
    switch request.kind {
    case .password:
      return PasswordOptions.read(request.options, reader).map { .string(Password.random(length: $0.length)) }
    case .user: return UserOptions.read(request.options, reader).map { User.random($0).node }
    case .rsa:
      return key(for: request).map { .strings([("private_key", $0.pem), ("public_key", $0.publicPEM)]) }
    case .ssh: return key(for: request).map { SSHKey($0).node }
    case .certificate:
      guard let options = CertificateOptions.read(request.options, reader),
        let key = key(for: request, bits: options.keyLength.rawValue)
      else { return nil }
      return CertificateGeneration(report: report, name: request.name).value(
        options, key, authority: authority)
    case nil:
      report.error(
        "unknown-variable-type",
        "\"\(request.name.text)\" is a variable of the unknown type \"\(request.type.text)\"",
        at: request.type.position,
        hint: suggestion(
          for: request.type.text, among: VariableRequest.Kind.allCases.map(\.rawValue),
          otherwise: "the types are"))
      return nil
    }
  }

  private mutating func key(for request: VariableRequest, bits: Int = RSAKey.defaultBits) -> RSAKey? {
    if let key = keys.take(bits: bits) { return key }
    report.error(
      "no-key", "no key could be made for \"\(request.name.text)\"", at: request.name.position,
      hint: "try again")
    return nil
  }
}
