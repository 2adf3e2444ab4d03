internal import CRevision
internal import Checks
internal import Glibc
internal import Resources
internal import YAML

/// What is running: the version, the commit that it was built from, and what it follows.
public enum Version {
  public static let current = "0.2.0"

  /// The kustomize whose output is written.
  static let kustomize = "5.8.1"

  /// What a person asks for, a line each.
  public static var text: String {
    """
    zonal \(current)
    \(built.map { "commit \($0.commit) of \($0.date)" } ?? "built from an unknown commit")
    kustomize \(kustomize), Kubernetes \(kubernetes.lowerBound) to \(kubernetes.upperBound)

    """
  }

  /// The same for programs; what nobody knows is null.
  public static var json: String {
    let node: Node = .mapping([
      "version": .string(current), "kustomize": .string(kustomize),
      "commit": built.map { .string($0.commit) } ?? .null, "date": built.map { .string($0.date) } ?? .null,
      "kubernetes": .mapping([
        "oldest": .string(kubernetes.lowerBound.description),
        "newest": .string(kubernetes.upperBound.description),
      ]),
    ])
    return String(decoding: YAML.json(node, form: .shown), as: UTF8.self) + "\n"
  }

  private static var kubernetes: ClosedRange<KubernetesVersion> { KubernetesTypes.versions }

  /// The commit, and when it was made, as RFC 3339 has it: the time of the build would make each build another one.
  private static var built: (commit: String, date: String)? {
    let commit = String(cString: zonal_commit)
    guard !commit.isEmpty else { return nil }
    var moment = zonal_commit_time
    var parts = tm()
    gmtime_r(&moment, &parts)
    let date = String(unsafeUninitializedCapacity: 32) { buffer in
      buffer.withMemoryRebound(to: CChar.self) {
        strftime($0.baseAddress, $0.count, "%Y-%m-%dT%H:%M:%SZ", &parts)
      }
    }
    return (commit, date)
  }
}
