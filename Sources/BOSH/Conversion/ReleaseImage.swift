internal import Diagnostics
internal import YAML

/// The image that a release's jobs run in: `<url>/<name>:<stemcell os>-<stemcell version>-<version>`.
struct ReleaseImage {
  let manifest: DeploymentManifest
  let report: Report

  /// - Returns: a name that can't be pulled after a report.
  func image(of job: Job, in group: DeploymentGroup) -> Node {
    guard let release = manifest.release(named: job.release.value) else { return "unknown" }
    guard let url = release.url, !url.value.contains("://") else {
      report.error(
        "release-without-image", "nothing says where the image of the release \"\(release.name.value)\" is",
        at: release.url?.position ?? release.name.position,
        notes: release.url.map { _ in [.init("this is the address of a tarball")] } ?? [],
        hint: "write its registry: \"url: ghcr.io/cloudfoundry-incubator\"; the name is put behind it")
      return "unknown"
    }
    guard let system = system(of: release, in: group) else {
      report.error(
        "release-without-stemcell",
        "nothing says on which stemcell the image of the release \"\(release.name.value)\" was built",
        at: release.name.position, hint: "add \"stemcell: {os: …, version: …}\" to the release")
      return "unknown"
    }
    return .string(
      "\(url.value)/\(release.name.value):\(system)-\(release.version.value)", at: release.name.position)
  }

  private func system(of release: Release, in group: DeploymentGroup) -> String? {
    if let stemcell = release.stemcell { return "\(stemcell.os)-\(stemcell.version)" }
    let stemcell = group.stemcell.flatMap { alias in
      manifest.stemcells.first { sameBytes($0.alias.value, alias.value) }
    }
    guard let stemcell, let os = stemcell.os ?? stemcell.name else { return nil }
    return "\(os)-\(stemcell.version.value)"
  }
}
