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

  /// By kind and name.
  private(set) var ways: [[KeyBytes]: Set<Way>] = [:]

  init(of pod: Node?) {
    let containers = ["containers", "initContainers"].flatMap { pod?[$0]?.items ?? [] }
    for container in containers {
      for source in container["envFrom"]?.items ?? [] {
        note(source["configMapRef"], source["secretRef"], .once)
      }
      for variable in container["env"]?.items ?? [] {
        note(variable.at("valueFrom", "configMapKeyRef"), variable.at("valueFrom", "secretKeyRef"), .once)
      }
    }
    let parts = containers.flatMap { $0["volumeMounts"]?.items ?? [] }.filter {
      $0["subPath"] != nil || $0["subPathExpr"] != nil
    }
    let once = Set(parts.compactMap { $0["name"]?.text })
    for volume in pod?["volumes"]?.items ?? [] {
      let way = once.contains(volume["name"]?.text ?? "") ? Way.once : .kept
      for source in [volume] + (volume.at("projected", "sources")?.items ?? []) {
        note(source["configMap"], source["secret"], way)
      }
    }
  }

  private mutating func note(_ map: Node?, _ secret: Node?, _ way: Way) {
    if let name = map?["name"]?.text {
      ways[["ConfigMap", name].map(KeyBytes.init), default: []].insert(way)
    }
    if let name = (secret?["secretName"] ?? secret?["name"])?.text {
      ways[["Secret", name].map(KeyBytes.init), default: []].insert(way)
    }
  }
}
