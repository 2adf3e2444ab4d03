internal import Resources
internal import YAML

/// What a StatefulSet is, whatever its name.
extension RunningSet {
  private var containers: [Node] {
    resource.object.at("spec", "template", "spec", "containers")?.items ?? []
  }

  /// The names of its containers and of their images; the tag may be another.
  var containerImages: [String] {
    containers.flatMap { container in
      [container["name"]?.text ?? "", Self.name(ofImage: container["image"]?.text ?? "")]
    }
  }

  var containerPorts: [String] {
    containers.flatMap { $0["ports"]?.items ?? [] }.compactMap { $0["containerPort"]?.text }
  }

  /// Its claim templates and how much they ask for.
  var claimSizes: [String] {
    (resource.object.at("spec", "volumeClaimTemplates")?.items ?? []).flatMap { template in
      [
        template.at("metadata", "name")?.text ?? "",
        template.at("spec", "resources", "requests", "storage")?.text ?? "",
      ]
    }
  }

  var selectorTexts: [String] { [resource.object.at("spec", "selector")?.oneLine ?? ""] }

  private static func name(ofImage image: String) -> String {
    let name = image.split(separator: "@", maxSplits: 1).first.map(String.init) ?? image
    let last = name.utf8.lastIndex(of: UInt8(ascii: "/")) ?? name.startIndex
    guard let colon = name[last...].utf8.lastIndex(of: UInt8(ascii: ":")) else { return name }
    return String(name[..<colon])
  }
}
