import Diagnostics
import YAML

/// Finds what is at the other end of the links that jobs consume.
struct LinkResolution {
  let deployment: String
  let providers: LinkProviders
  let report: Report

  /// The links of a job by the names that its templates call them; those it does without are left out.
  func links(of job: Job, _ spec: JobSpec, in group: DeploymentGroup) -> [(name: String, link: Link)] {
    // An earlier run has found them.
    if let resolved = job.quarks.consumes {
      return resolved.pairs.map { ($0.key.text, Link($0.value)) }
    }
    checkNames(of: job, spec)
    return spec.consumes.compactMap { wanted in
      let setting = job.consumes.first { sameBytes($0.key.text, wanted.name.value) }
      let consumer = Consumer(
        wanted: wanted, job: job, group: group, position: setting?.key.position ?? job.name.position)
      return link(consumer, setting?.value).map { (wanted.name.value, $0) }
    }
  }

  private struct Consumer {
    let wanted: ConsumedLinkSpec
    let job: Job
    let group: DeploymentGroup
    let position: Position

    var text: String { "the job \"\(job.name.value)\" of the group \"\(group.name.value)\"" }
  }

  private func link(_ consumer: Consumer, _ setting: ConsumedLink?) -> Link? {
    switch setting {
    case .manual(let node)?: return Link(node)
    case .blocked?:
      if !consumer.wanted.isOptional {
        report.error(
          "blocked-link", "\(consumer.text) can't do without the link \"\(consumer.wanted.name.value)\"",
          at: consumer.position, notes: [.init("it is not optional", at: consumer.wanted.name.position)],
          hint: "leave \"\(consumer.wanted.name.value): nil\" out")
      }
      return nil
    case .found(let source)?:
      if let other = source.deployment, !sameBytes(other.value, deployment) {
        report.error(
          "other-deployment", "a link to another deployment, \"\(other.value)\", can't be resolved here",
          at: other.position, hint: "write it out in place of \"from\": its address, instances and properties"
        )
        return nil
      }
      return find(consumer, from: source.from)
    case nil: return find(consumer, from: nil)
    }
  }

  /// By the name that the manifest gives, else by the link's own name, else the only one of its type.
  private func find(_ consumer: Consumer, from source: Located<String>?) -> Link? {
    let candidates = providers.all.filter { sameBytes($0.type, consumer.wanted.type) }
    let name = source?.value ?? consumer.wanted.name.value
    var found = candidates.filter { sameBytes($0.name, name) }
    if found.isEmpty && source == nil { found = candidates }
    // Addons come with every group; what a group offers itself goes first.
    if found.count > 1, found.contains(where: { !$0.isAddon }) { found.removeAll(where: \.isAddon) }
    if found.count == 1 || found.first?.isAddon ?? false { return found[0].link }
    if found.isEmpty {
      if !consumer.wanted.isOptional || source != nil { reportMissing(consumer, source, candidates) }
    } else if !consumer.wanted.isOptional || source != nil {
      reportAmbiguous(consumer, source, found)
    }
    return nil
  }

  private func reportMissing(
    _ consumer: Consumer, _ source: Located<String>?, _ candidates: [LinkProviders.Provider]
  ) {
    let name = source?.value ?? consumer.wanted.name.value
    let type = consumer.wanted.type
    var notes = [Diagnostic.Note("it is of the type \"\(type)\"", at: consumer.wanted.name.position)]
    if !providers.unknown.isEmpty {
      let jobs = providers.unknown.map(\.name.value).joined(separator: ", ")
      notes.append(.init("these jobs may provide it, but their sources are missing: \(jobs)"))
    }
    report.error(
      "missing-link", "\(consumer.text) needs the link \"\(name)\", which no job provides",
      at: source?.position ?? consumer.position, notes: notes,
      hint: suggestion(for: name, among: candidates.map(\.name), otherwise: "links of this type are")
        ?? "add a job that provides a link of the type \"\(type)\", or write the link out under consumes")
  }

  private func reportAmbiguous(
    _ consumer: Consumer, _ source: Located<String>?, _ found: [LinkProviders.Provider]
  ) {
    let name = source?.value ?? consumer.wanted.name.value
    report.error(
      "ambiguous-link", "\(consumer.text) needs the link \"\(name)\", which \(found.count) jobs provide",
      at: source?.position ?? consumer.position,
      notes: found.map { .init("\($0.owner) provides \"\($0.name)\"", at: $0.position) },
      hint: "name one of them: \"as\" where it is provided, \"from\" where it is consumed")
  }

  private func checkNames(of job: Job, _ spec: JobSpec) {
    for (key, _) in job.consumes
    where !spec.consumes.contains(where: { sameBytes($0.name.value, key.text) }) {
      report.error(
        "unknown-link", "the job \"\(job.name.value)\" consumes no link \"\(key.text)\"", at: key.position,
        hint: suggestion(for: key.text, among: spec.consumes.map(\.name.value), otherwise: "it consumes")
          ?? "leave it out")
    }
  }
}
