import Diagnostics
import YAML

/// What BOSH refuses before it deploys anything.
enum ManifestChecks {
  /// - Parameter isResolved: whether it is the manifest of one resolved group, which lists no releases.
  static func check(_ manifest: DeploymentManifest, isResolved: Bool, _ report: Report) {
    checkTwins(manifest.groups.map(\.name), "instance group", "the deployment", report)
    checkTwins(manifest.releases.map(\.name), "release", "the deployment", report)
    checkTwins(manifest.stemcells.map(\.alias), "stemcell", "the deployment", report)
    for group in manifest.groups {
      checkTwins(group.jobs.map(\.name), "job", "the group \"\(group.name.value)\"", report)
    }
    if isResolved { return }
    for job in manifest.groups.flatMap(\.jobs) + manifest.addons.flatMap(\.jobs) {
      checkRelease(of: job, manifest, report)
    }
  }

  private static func checkTwins(
    _ names: [Located<String>], _ kind: String, _ owner: String, _ report: Report
  ) {
    for (index, name) in names.enumerated() {
      guard let first = names[..<index].first(where: { sameBytes($0.value, name.value) }) else { continue }
      report.error(
        "duplicate-name", "\(owner) has the \(kind) \"\(name.value)\" twice", at: name.position,
        notes: [.init("it is here already", at: first.position)], hint: "rename one of them, or leave it out")
    }
  }

  private static func checkRelease(of job: Job, _ manifest: DeploymentManifest, _ report: Report) {
    let name = job.release
    guard !name.value.isEmpty, manifest.release(named: name.value) == nil else { return }
    report.error(
      "unknown-release",
      "the job \"\(job.name.value)\" is of a release that is not listed, \"\(name.value)\"",
      at: name.position,
      hint: suggestion(
        for: name.value, among: manifest.releases.map(\.name.value), otherwise: "the releases are")
        ?? "list it under releases")
  }
}
