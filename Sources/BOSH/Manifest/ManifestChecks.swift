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
    let releases = Set(texts: manifest.releases.map(\.name.value))
    for job in manifest.groups.flatMap(\.jobs) + manifest.addons.flatMap(\.jobs)
    where !job.release.value.isEmpty && !releases.contains(job.release.value) {
      reportRelease(of: job, manifest, report)
    }
  }

  private static func checkTwins(
    _ names: [Located<String>], _ kind: String, _ owner: String, _ report: Report
  ) {
    var firsts: [KeyBytes: Position] = [:]
    for name in names {
      guard let first = firsts[name.value] else {
        firsts[name.value] = name.position
        continue
      }
      report.error(
        "duplicate-name", "\(owner) has the \(kind) \"\(name.value)\" twice", at: name.position,
        notes: [.init("it is here already", at: first)], hint: "rename one of them, or leave it out")
    }
  }

  private static func reportRelease(of job: Job, _ manifest: DeploymentManifest, _ report: Report) {
    let name = job.release
    report.error(
      "unknown-release",
      "the job \"\(job.name.value)\" is of a release that is not listed, \"\(name.value)\"",
      at: name.position,
      hint: suggestion(
        for: name.value, among: manifest.releases.map(\.name.value), otherwise: "the releases are")
        ?? "list it under releases")
  }
}
