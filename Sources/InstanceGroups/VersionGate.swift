import Diagnostics
import Resources
import YAML

extension Shape where Value == KubernetesVersion {
  static var kubernetesVersion: Shape {
    Shape(.matching(#"^v?[0-9]+\.[0-9]+"#, .string)) { node, reader in
      guard let text = Shape<String>.string.read(node, reader) else { return nil }
      if let version = KubernetesVersion(text) { return version }
      reader.report.error(
        "bad-kubernetes-version", "\"\(text)\" is no version of Kubernetes", at: node.position,
        hint: "write major and minor, such as \"1.32\"")
      return nil
    }
  }
}

/// What the output may use, and the first server that can.
enum Feature: CaseIterable {
  case podIndexLabel
  case ordinals
  case unhealthyPodEvictionPolicy
  case mutatingAdmissionPolicyBeta
  case mutatingAdmissionPolicy

  var since: KubernetesVersion {
    switch self {
    // Beta and on by default before, but only then a promise.
    case .podIndexLabel: KubernetesVersion(1, 28)
    case .ordinals, .unhealthyPodEvictionPolicy: KubernetesVersion(1, 31)
    case .mutatingAdmissionPolicyBeta: KubernetesVersion(1, 34)
    case .mutatingAdmissionPolicy: KubernetesVersion(1, 36)
    }
  }
}

extension TopologySpec {
  func allows(_ feature: Feature) -> Bool { kubernetesVersion.value >= feature.since }
}
