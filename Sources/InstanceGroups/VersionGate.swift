import Diagnostics
import YAML

/// The version of a Kubernetes server, as far as features depend on it.
package struct KubernetesVersion: Sendable, Comparable, CustomStringConvertible {
  package var major: Int
  package var minor: Int

  package init(_ major: Int, _ minor: Int) {
    self.major = major
    self.minor = minor
  }

  /// Reads `1.32`, `v1.32` and `1.32.4`.
  package init?(_ text: String) {
    let digits = text.hasPrefix("v") ? text.dropFirst() : text[...]
    let parts = digits.split(separator: ".", omittingEmptySubsequences: false)
    guard (2...3).contains(parts.count), let major = Self.number(parts[0]), let minor = Self.number(parts[1]),
      parts.count == 2 || Self.number(parts[2]) != nil
    else { return nil }
    self.init(major, minor)
  }

  private static func number(_ text: Substring) -> Int? {
    text.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) } ? Int(text) : nil
  }

  package static let `default` = KubernetesVersion(1, 32)

  package var description: String { "\(major).\(minor)" }

  package static func < (a: Self, b: Self) -> Bool { (a.major, a.minor) < (b.major, b.minor) }
}

extension Shape where Value == KubernetesVersion {
  static var kubernetesVersion: Shape {
    Shape(.string) { node, reader in
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
