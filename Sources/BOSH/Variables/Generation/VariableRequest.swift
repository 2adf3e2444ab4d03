internal import Diagnostics
internal import YAML

/// A variable that is to be generated, its options without references.
struct VariableRequest {
  var name: Scalar
  var type: Scalar
  var options: Node

  enum Kind: String, CaseIterable {
    case password, certificate, rsa, ssh, user
  }

  var kind: Kind? { Kind(rawValue: type.text) }

  /// The certificate that signs this one.
  var authority: Scalar? {
    guard kind == .certificate, let name = options["ca"]?.scalar, options["ca"]?.text != nil,
      !name.text.isEmpty
    else { return nil }
    return name
  }
}
