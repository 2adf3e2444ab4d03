import Diagnostics
import YAML

/// Puts the jobs of addons into the groups they are for.
///
/// As under Quarks, errands get them only where a rule says `lifecycle: errand`: a job that runs on would keep an
/// errand from ending.
enum AddonPlacement {
  /// Names of Services take the place of BOSH's DNS, so its addon has nothing to run.
  private static let dnsAddon = "bosh-dns-aliases"

  static func apply(to manifest: inout DeploymentManifest, _ report: Report) {
    for addon in manifest.addons where !sameBytes(addon.name.value, dnsAddon) {
      checkGroups(of: addon, manifest, report)
      for index in manifest.groups.indices where isMeant(manifest.groups[index], by: addon, manifest) {
        manifest.groups[index].jobs += addon.jobs.compactMap { job in
          // A resolved manifest has them already.
          guard !manifest.groups[index].jobs.contains(where: { sameBytes($0.name.value, job.name.value) })
          else { return nil }
          var job = job
          job.isAddon = true
          return job
        }
      }
    }
  }

  private static func isMeant(
    _ group: DeploymentGroup, by addon: Addon, _ manifest: DeploymentManifest
  ) -> Bool {
    let isErrand = group.lifecycle.value != .service
    let wantsErrands = addon.include?.lifecycle.map { $0 != .service } ?? false
    guard isErrand == wantsErrands else { return false }
    if let include = addon.include, !include.match(group, manifest) { return false }
    guard let exclude = addon.exclude else { return true }
    return !exclude.match(group, manifest)
  }

  private static func checkGroups(of addon: Addon, _ manifest: DeploymentManifest, _ report: Report) {
    let names = manifest.groups.map(\.name.value)
    for name in (addon.include?.groups ?? []) + (addon.exclude?.groups ?? [])
    where manifest.group(named: name.value) == nil {
      report.warning(
        "unknown-group",
        "the addon \"\(addon.name.value)\" names a group that is not there, \"\(name.value)\"",
        at: name.position, hint: suggestion(for: name.value, among: names, otherwise: "the groups are"))
    }
  }
}

extension PlacementRules {
  /// Whether every rule that is given has an entry that fits.
  fileprivate func match(_ group: DeploymentGroup, _ manifest: DeploymentManifest) -> Bool {
    func fits<Entry>(_ entries: [Entry]?, _ isIt: (Entry) -> Bool) -> Bool {
      entries?.contains(where: isIt) ?? true
    }
    return fits(deployments) { sameBytes($0, manifest.name.value) }
      && fits(groups) { sameBytes($0.value, group.name.value) }
      && fits(azs) { az in group.azs.contains { sameBytes($0.value, az) } }
      && fits(stemcells) { os in group.systems(manifest).contains { sameBytes($0, os) } }
      && fits(jobs) { rule in
        group.jobs.contains {
          sameBytes($0.name.value, rule.name.value) && sameBytes($0.release.value, rule.release.value)
        }
      }
  }
}

extension DeploymentGroup {
  /// The systems that its jobs were built on.
  fileprivate func systems(_ manifest: DeploymentManifest) -> [String] {
    let stemcell = manifest.stemcells.first { stemcell in
      self.stemcell.map { sameBytes(stemcell.alias.value, $0.value) } ?? false
    }
    return jobs.compactMap {
      manifest.release(named: $0.release.value)?.stemcell?.os ?? stemcell?.os ?? stemcell?.name
    }
  }
}
