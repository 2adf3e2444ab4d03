import Diagnostics
import Testing
import YAML

@testable import BOSH

@Suite struct VariableGenerationTests {
  @Test func makesPasswords() {
    let example = Example(
      "variables: [{name: a, type: password}, {name: b, type: password, options: {length: 7}}]\nx: ((a))",
      store: "")
    #expect(example.messages == [])
    let value = example.store?.document["a"]?.string ?? ""
    #expect(value.utf8.count == 20)
    #expect(
      value.utf8.allSatisfy {
        UInt8(ascii: "a")...UInt8(ascii: "z") ~= $0 || UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0
      })
    #expect(example.store?.document["b"]?.string?.utf8.count == 7)
    #expect(example.text == "variables: []\nx: \(Node.string(value).yaml)")
    #expect(example.store?.hasChanged == true)
  }

  @Test func keepsWhatIsThere() {
    let example = Example(
      "variables: [{name: a, type: password}]\nx: ((a))((old))", store: "{a: kept, old: 1}")
    #expect(example.text == "variables: []\nx: kept1\n")
    #expect(example.store?.hasChanged == false)
  }

  @Test func aGivenValueIsNotGenerated() {
    let example = Example("variables: [{name: a, type: password}]\nx: ((a))", values: "a: given", store: "")
    #expect(example.text == "variables: []\nx: given\n")
    #expect(example.store?.hasChanged == false)
  }

  @Test func hashesAsCryptDoes() {
    #expect(
      SHA512Crypt.hash("Hello world!", salt: "saltstring")
        == "$6$saltstring$svn8UoSVapNtMuq1ukKS4tPQd8iKwSMHWjl/O817G3uBnIFNjnQJuesI68u4OTLiBFdcbYEdFCoEOfaS35inz1"
    )
  }

  @Test func makesUsers() {
    let example = Example("variables: [{name: u, type: user, options: {username: bob}}]", store: "")
    let user = example.store?.document["u"]
    let password = user?["password"]?.string ?? ""
    let hash = user?["password_hash"]?.string ?? ""
    #expect(user?["username"]?.string == "bob")
    #expect(hash == SHA512Crypt.hash(password, salt: String(hash.dropFirst(3).prefix(8))))
  }

  @Test func makesKeys() {
    let example = Example("variables: [{name: r, type: rsa}, {name: s, type: ssh}]", store: "")
    let values = example.store?.document
    let key = RSAKey(pem: values?["r"]?["private_key"]?.string ?? "")
    #expect(key?.publicPEM == values?["r"]?["public_key"]?.string)
    #expect(key?.pem.hasPrefix("-----BEGIN RSA PRIVATE KEY-----\n") == true)
    #expect(key?.pem.hasSuffix("-----END RSA PRIVATE KEY-----\n") == true)
    let ssh = RSAKey(pem: values?["s"]?["private_key"]?.string ?? "")
    #expect(ssh.map { SSHKey($0).node.sameData(as: values?["s"] ?? .null) } == true)
    #expect(values?["s"]?["public_key"]?.string?.hasPrefix("ssh-rsa AAAAB3NzaC1yc2EAAAADAQABAAABAQ") == true)
    #expect(values?["s"]?["public_key_fingerprint"]?.string?.utf8.count == 47)
  }

  @Test(arguments: [
    ("{name: a, type: pasword}", "unknown-variable-type"),
    ("{name: a, type: password, options: {len: 3}}", "unknown-field"),
    ("{name: a, type: password, options: {length: -1}}", "negative-number"),
    ("{type: password}", "missing-field"),
    ("{name: a, type: password}, {name: a, type: password}", "duplicate-variable"),
    ("{name: a, type: certificate, options: {ca: a}}", "variable-cycle"),
    (
      "{name: a, type: password, options: {length: ((b))}}, {name: b, type: password, options: {length: ((a))}}",
      "variable-cycle"
    ),
  ])
  func refuses(_ definitions: String, id: String) {
    #expect(Example("variables: [\(definitions)]", store: "").ids.contains(id))
  }

  @Test func noticesACircleWithoutAStore() {
    let example = Example(
      "variables: [{name: a, type: x, options: {v: ((b))}}, {name: b, type: x, options: {v: ((a))}}]")
    #expect(
      example.messages.first
        == "variable-cycle manifest.yml:1:86 variables are defined in a circle: \"a\" needs \"b\" needs \"a\""
    )
  }

  @Test func refusesAStoreThatIsNoMapping() {
    #expect(Example("a: 1", store: "[1]").ids == ["no-vars-store"])
  }
}
