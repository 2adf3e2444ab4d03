import Cryptography
import SwiftASN1
import Testing
import YAML

@testable import BOSH

@Suite struct CertificateTests {
  /// The signer stands last, and one is in between.
  private static let example = Example(
    """
    variables:
    - name: leaf
      type: certificate
      options:
        ca: middle
        common_name: web.((domain))
        alternative_names: [web.((domain)), 10.0.0.1, "::1"]
        extended_key_usage: [client_auth, server_auth]
        duration: 10000
    - {name: middle, type: certificate, options: {ca: root, is_ca: true, common_name: middle}}
    - {name: root, type: certificate, options: {is_ca: true, common_name: röot, organization: Acme}}
    """, values: "domain: example.com", store: "")

  private func value(_ name: String, _ field: String) -> String {
    Self.example.store?.document[name]?[field]?.string ?? ""
  }

  private func certificate(_ name: String) throws -> ASN1Node {
    try DER.parse(PEMDocument(pemString: value(name, "certificate")).derBytes)
  }

  @Test func isMadeInTheOrderOfSigning() {
    #expect(Self.example.messages == [])
    #expect(value("leaf", "ca") == value("middle", "certificate"))
    #expect(value("middle", "ca") == value("root", "certificate"))
    #expect(value("root", "ca") == value("root", "certificate"))
    #expect(value("leaf", "certificate").hasSuffix("-----END CERTIFICATE-----\n"))
  }

  @Test(arguments: [("leaf", "middle"), ("middle", "root"), ("root", "root")])
  func isSignedByItsAuthority(_ name: String, authority: String) throws {
    let signed = try certificate(name)
    let fields = signed.children[0].children
    let issuer = try certificate(authority).children[0].children
    // Issuer and subject.
    #expect(fields[3].encodedBytes.elementsEqual(issuer[5].encodedBytes))
    let key = try #require(RSAKey(pem: value(authority, "private_key")))
    #expect(issuer[6].encodedBytes.elementsEqual(key.publicKeyInfo))
    let signature = Array(signed.children[2].bytes.dropFirst())
    #expect(key.key.isSignature(signature, for: Array(signed.children[0].encodedBytes)))
  }

  @Test func isValidForItsDuration() throws {
    let validity = try certificate("leaf").children[0].children[4].children
    #expect(validity[0].identifier == .utcTime)
    #expect(validity[1].identifier == .generalizedTime)
    #expect(try certificate("root").children[0].children[4].children[1].identifier == .utcTime)
  }

  @Test func namesWhatItIsFor() throws {
    let bytes = try certificate("leaf").encodedBytes
    let names: [[UInt8]] = [
      [0x82, 15] + Array("web.example.com".utf8), [0x87, 4, 10, 0, 0, 1],
      [0x87, 16] + [UInt8](repeating: 0, count: 15) + [1],
    ]
    for name in names { #expect(bytes.contains(name), "\(name)") }
    // serverAuth and clientAuth
    #expect(bytes.contains([0x2B, 6, 1, 5, 5, 7, 3, 1]))
    #expect(bytes.contains([0x2B, 6, 1, 5, 5, 7, 3, 2]))
    #expect(try certificate("root").encodedBytes.contains(Array("röot".utf8)))
    #expect(try certificate("root").encodedBytes.contains(Array("Acme".utf8)))
  }

  @Test(arguments: [
    ("{common_name: a}", "certificate-without-authority"), ("{ca: none}", "unknown-authority"),
    ("{ca: text}", "bad-authority"), ("{is_ca: true, key_length: 1024}", "unknown-value"),
    ("{is_ca: true, extended_key_usage: [server]}", "unknown-value"),
    ("{is_ca: yes, comon_name: x}", "unknown-field"),
  ])
  func refuses(_ options: String, id: String) {
    let example = Example(
      "variables: [{name: a, type: certificate, options: \(options)}]", values: "text: t", store: "",
      requiresValues: true)
    #expect(example.ids.contains(id), "\(example.messages)")
  }
}
