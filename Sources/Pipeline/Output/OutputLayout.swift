internal import Resources
internal import YAML

/// How a build's objects are spread over files.
public enum OutputLayout: String, Sendable, CaseIterable {
  /// All in `manifest.yaml`.
  case single
  /// Each in a file of its own.
  case tree
}

/// What the files of a tree are called.
public enum OutputNaming: String, Sendable, CaseIterable {
  /// `statefulset-nats-z0.yaml`
  case kind
  /// `apps_v1_statefulset_nats-z0.yaml`, after the namespace when there are several (kustomize v5 `build -o DIR`).
  case kustomize
}

extension OutputNaming {
  /// A name for each object, different from all others also where case counts for nothing.
  func names(of set: ResourceSet) -> [String] {
    let namespaces = Set(set.resources.filter { !$0.isClusterScoped }.map(\.namespace))
    let wanted = set.resources.map { Self.fitting(name(of: $0, isAlone: namespaces.count <= 1), $0) }
    var counts: [String: Int] = [:]
    for name in wanted { counts[name, default: 0] += 1 }
    return zip(wanted, set.resources).map { name, resource in
      counts[name] == 1 ? name + Self.ending : Self.told(apart: name, resource) + Self.ending
    }
  }

  private static let ending = ".yaml"
  /// Most file systems allow 255 bytes, of which the ending and the name while it is written take some.
  private static let limit = 230

  private func name(of resource: Resource, isAlone: Bool) -> String {
    switch self {
    case .kind: return "\(resource.gvk.kind)-\(resource.name)"
    case .kustomize:
      let parts = [resource.gvk.group, resource.gvk.version, resource.gvk.kind].filter { !$0.isEmpty }
      let prefix = isAlone || resource.isClusterScoped ? "" : resource.namespace + "_"
      return prefix + parts.joined(separator: "_") + "_" + resource.name
    }
  }

  /// In small letters, without what a path or Windows would take amiss, and not too long.
  private static func fitting(_ name: String, _ resource: Resource) -> String {
    let bytes = name.lowercased().utf8.map { byte in
      "/:\\<>|?*\"".utf8.contains(byte) ? UInt8(ascii: "-") : byte
    }
    let text = String(decoding: bytes, as: UTF8.self)
    return bytes.count <= limit
      ? text : told(apart: String(decoding: bytes.prefix(limit - 9), as: UTF8.self), resource)
  }

  /// With something that only this object has.
  private static func told(apart name: String, _ resource: Resource) -> String {
    let identity = [
      resource.gvk.group, resource.gvk.version, resource.gvk.kind, resource.namespace, resource.name,
    ]
    return "\(name)-\(ContentHash.sha256Hex(Array(identity.joined(separator: "\n").utf8)).prefix(8))"
  }
}
