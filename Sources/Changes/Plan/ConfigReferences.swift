internal import YAML

/// Which ConfigMaps and Secrets a pod reads, and how.
struct ConfigReferences {
  /// How a value comes into a container.
  enum Way {
    /// As an environment variable, or as a file mounted by `subPath`: as it was when the container started.
    case once
    /// As a file that the kubelet writes anew.
    case kept
  }

  /// A value that is read.
  struct Read {
    let way: Way
    /// Which of the values; `nil` for all of them.
    var key: KeyBytes?
  }

  /// By kind and name.
  private(set) var reads: [[KeyBytes]: [Read]] = [:]

  init(of pod: Node?) {
    let containers = ["containers", "initContainers"].flatMap { pod?[$0]?.items ?? [] }
    for container in containers {
      for source in container["envFrom"]?.items ?? [] {
        note(source["configMapRef"], source["secretRef"]) { _ in [Read(way: .once)] }
      }
      for variable in container["env"]?.items ?? [] {
        note(variable.at("valueFrom", "configMapKeyRef"), variable.at("valueFrom", "secretKeyRef")) {
          [Read(way: .once, key: ($0["key"]?.text).map(KeyBytes.init))]
        }
      }
    }
    let mounts = containers.flatMap { $0["volumeMounts"]?.items ?? [] }
    for volume in pod?["volumes"]?.items ?? [] {
      let own = mounts.filter { sameBytes($0["name"]?.text ?? "", volume["name"]?.text ?? "") }
      for source in [volume] + (volume.at("projected", "sources")?.items ?? []) {
        note(source["configMap"], source["secret"]) { Self.reads(of: $0, own) }
      }
    }
  }

  /// - Parameter source: of a volume, which gives some values as files, or all of them.
  private static func reads(of source: Node, _ mounts: [Node]) -> [Read] {
    let items = source["items"]?.items?.map { (key: $0["key"]?.text ?? "", path: $0["path"]?.text ?? "") }
    let isPart = { (mount: Node) in mount["subPath"] != nil || mount["subPathExpr"] != nil }
    let parts = mounts.filter(isPart).map { mount -> Read in
      guard let path = mount["subPath"]?.text else { return Read(way: .once) }
      let item = items?.first { sameBytes($0.path, path) }?.key
      return Read(way: .once, key: KeyBytes(text: item ?? path))
    }
    if !parts.isEmpty, mounts.allSatisfy(isPart) { return parts }
    let whole = items?.map { Read(way: .kept, key: KeyBytes(text: $0.key)) } ?? [Read(way: .kept)]
    return parts + whole
  }

  private mutating func note(_ map: Node?, _ secret: Node?, _ reads: (Node) -> [Read]) {
    if let map, let name = map["name"]?.text {
      self.reads[["ConfigMap", name].map(KeyBytes.init), default: []] += reads(map)
    }
    if let secret, let name = (secret["secretName"] ?? secret["name"])?.text {
      self.reads[["Secret", name].map(KeyBytes.init), default: []] += reads(secret)
    }
  }
}
