package import Diagnostics
package import YAML

/// What a manifest says of a link that a job consumes.
package enum ConsumedLink: Sendable {
  /// Written `nil`: the job does without the link.
  case blocked
  case found(Source)
  /// Written out in full: its properties and instances stand in the manifest.
  case manual(Node)

  package struct Source: Sendable {
    /// The name that a provider gave it; the link's own when absent.
    package var from: Located<String>?
    /// A deployment, when it is another one.
    package var deployment: Located<String>?
    package var network: String?
    /// Whether addresses are IP addresses; there are none before pods run, so names stay.
    package var ipAddresses: Bool?

    static let schema = Schema("consumed link", isOpen: true, initial: Source()) {
      Field("from", .located(.scalarText), \.from, "What the provider calls the link.")
      Field("deployment", .located(.scalarText), \.deployment, "The deployment of the provider.")
      Field("network", .scalarText, \.network, "Means nothing on Kubernetes.")
      Field("ip_addresses", .boolean, \.ipAddresses, "Whether addresses are to be IP addresses.")
    }
  }

  static var shape: Shape<ConsumedLink> {
    Shape(Shape.object(Source.schema).type) { node, reader in
      if node.isNull || node.text == "nil" { return .blocked }
      if node["instances"] != nil { return .manual(node) }
      return Source.schema.decode(node, reader).map { .found($0) }
    }
  }
}

/// What a manifest says of a link that a job provides.
package enum ProvidedLink: Sendable {
  /// Written `nil`: no other job gets it.
  case blocked
  case offered(Offer)

  package struct Offer: Sendable {
    package var alias: Located<String>?
    package var shared = false

    static let schema = Schema("provided link", isOpen: true, initial: Offer()) {
      Field("as", .located(.scalarText), \.alias, "What consumers call the link.")
      Field("shared", .boolean, \.shared, "Whether other deployments may use it.")
      Field("aliases", checked: .node, "Means nothing on Kubernetes.")
    }
  }

  static var shape: Shape<ProvidedLink> {
    Shape(Shape.object(Offer.schema).type) { node, reader in
      if node.isNull || node.text == "nil" { return .blocked }
      return Offer.schema.decode(node, reader).map { .offered($0) }
    }
  }
}

/// A link that the manifest lets a job provide.
package struct CustomProvider: Sendable {
  package var name = Located("", Position.none)
  package var type = Located("", Position.none)
  package var properties: [Located<String>] = []

  static let schema = Schema("custom provider definition", isOpen: true, initial: CustomProvider()) {
    Field("name", .located(.scalarText), \.name, required: true, "What the link is called.")
    Field("type", .located(.scalarText), \.type, required: true, "What kind of link it is.")
    Field("properties", .list(of: .located(.scalarText)), \.properties, "The properties it carries.")
  }
}
