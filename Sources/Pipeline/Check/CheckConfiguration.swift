internal import Checks
internal import Diagnostics
internal import YAML

/// `zonal.yaml`, of which checks read their part.
struct CheckConfiguration {
  enum Version: String, CaseIterable, Sendable {
    case alpha = "zonal/v1alpha1"
  }

  enum Kind: String, CaseIterable, Sendable {
    case configuration = "Configuration"
  }

  struct Checks: Sendable {
    var rules: [(key: Scalar, value: Rule.Level)] = []
    var schemas: [Located<String>] = []
    var allowed: [Allowed] = []

    static let schema = Schema<Checks>("check", initial: Checks()) {
      Field("rules", .map(of: .choice()), \.rules, "For each rule: off, on, or info, warning or error.")
      Field(
        "schemas", .list(of: .located(.string)), \.schemas,
        "Files with CustomResourceDefinitions, or directories of them.")
      Field(
        "allow", .list(of: .object(Allowed.schema)), \.allowed,
        "What rules find and is meant: one finding of one object each.")
    }
  }

  /// One finding that is meant.
  struct Allowed: Sendable {
    var rule: Located<String>?
    var kind: String?
    var name: String?
    var namespace: String?
    var why: String?

    static let schema = Schema<Allowed>("an entry of allow", initial: Allowed()) {
      Field("rule", .located(.string), \.rule, required: true, "The rule that finds it.")
      Field("kind", .string, \.kind, required: true, "The kind of the object.")
      Field("name", .string, \.name, required: true, "The name that it is rendered with.")
      Field("namespace", .string, \.namespace, "Its namespace; any when it is not said.")
      Field("why", .string, \.why, "The reason, which zonal check --list-allowed shows.")
    }
  }

  var version: Version?
  var kind: Kind?
  var check = Checks()

  static let schema = Schema<CheckConfiguration>("a configuration", initial: CheckConfiguration()) {
    Field("apiVersion", .choice(), \.version, required: true, "zonal/v1alpha1")
    Field("kind", .choice(), \.kind, required: true, "Configuration")
    Field("check", .object(Checks.schema), \.check, "How zonal check works.")
  }
}
