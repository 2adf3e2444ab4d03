internal import Diagnostics
internal import YAML

/// Which jobs of a deployment can become containers: those of which something says what they run.
struct ProcessSelection {
  let sources: ReleaseSources
  /// Whether the others are left out; else they are reported where they are resolved.
  let skips: Bool
  let report: Report

  func groups(of manifest: DeploymentManifest) -> [DeploymentGroup] {
    guard skips else { return manifest.groups }
    return manifest.groups.compactMap { group in
      var group = group
      let left = group.jobs.filter(isWithout)
      group.jobs.removeAll(where: isWithout)
      if group.jobs.isEmpty {
        report.warning(
          "group-left-out", "the group \"\(group.name.value)\" is left out: nothing says what its jobs run",
          at: group.name.position, notes: note(left),
          hint: "give --base-dir, or write processes under properties.quarks.bpm of its jobs")
        return nil
      }
      for job in left {
        report.warning(
          "job-left-out",
          "the job \"\(job.name.value)\" of the group \"\(group.name.value)\" is left out: nothing says what it runs",
          at: job.name.position, hint: "write its processes under properties.quarks.bpm, or [] for none")
      }
      return group
    }
  }

  private func isWithout(_ job: Job) -> Bool {
    job.quarks.bpm == nil && sources.isMissing(job)
      || job.quarks.bpm == nil && sources.spec(of: job)?.bpmTemplate == nil
  }

  private func note(_ jobs: [Job]) -> [Diagnostic.Note] {
    jobs.isEmpty ? [] : [.init("its jobs are \(jobs.map(\.name.value).joined(separator: ", "))")]
  }
}
