import Diagnostics
import InstanceGroups
import YAML

/// Every link that jobs of a deployment offer to others.
struct LinkProviders {
  struct Provider {
    /// What consumers call it.
    let name: String
    let type: String
    let link: Link
    /// Where it is offered, for messages.
    let position: Position
    /// `the job "nats" of the group "nats"`
    let owner: String
    let isAddon: Bool
  }

  private(set) var all: [Provider] = []
  /// Jobs that may offer more, but whose sources are not there.
  private(set) var unknown: [Job] = []

  init(_ manifest: DeploymentManifest, _ sources: ReleaseSources, _ tables: InstanceTables, _ report: Report)
  {
    for group in manifest.groups {
      for job in group.jobs {
        guard let spec = sources.spec(of: job) else {
          if sources.isMissing(job) { unknown.append(job) }
          continue
        }
        add(job, spec, group, tables[group], report)
      }
    }
    addForeign(manifest.properties["quarks_links"]?.mapping)
  }

  private mutating func add(
    _ job: Job, _ spec: JobSpec, _ group: DeploymentGroup, _ table: InstanceTable?, _ report: Report
  ) {
    let custom = job.customProviders.map {
      ProvidedLinkSpec(name: $0.name, type: $0.type.value, properties: $0.properties.map(\.value))
    }
    let offered = spec.provides + custom
    guard !offered.isEmpty || !job.provides.isEmpty else { return }
    checkNames(of: job, offered, report)
    // What is wrong with the properties is said where the job itself is resolved.
    let properties = JobProperties(job: job, spec: spec, report: Report()).filled()
    for link in offered {
      let setting = job.provides.first { sameBytes($0.key.text, link.name.value) }
      var name = link.name.value
      switch setting?.value {
      case .blocked?: continue
      case .offered(let offer)?: name = offer.alias?.value ?? name
      case nil: break
      }
      all.append(
        Provider(
          name: name, type: link.type,
          link: Link(
            address: table?.group, instances: InstanceSpecs.nodes(table, job: job.name.value),
            properties: JobProperties.chosen(link.properties, of: properties)),
          position: setting?.key.position ?? job.name.position,
          owner: "the job \"\(job.name.value)\" of the group \"\(group.name.value)\"", isAddon: job.isAddon))
    }
  }

  private func checkNames(of job: Job, _ offered: [ProvidedLinkSpec], _ report: Report) {
    for (key, _) in job.provides where !offered.contains(where: { sameBytes($0.name.value, key.text) }) {
      report.error(
        "unknown-link", "the job \"\(job.name.value)\" provides no link \"\(key.text)\"", at: key.position,
        hint: suggestion(for: key.text, among: offered.map(\.name.value), otherwise: "it provides")
          ?? "leave it out, or define it under custom_provider_definitions")
    }
  }

  /// Links to what is not BOSH's, which Quarks keeps in the manifest.
  private mutating func addForeign(_ links: Mapping?) {
    for pair in links?.pairs ?? [] {
      all.append(
        Provider(
          name: pair.key.text, type: pair.value["type"]?.text ?? "", link: Link(pair.value),
          position: pair.key.position, owner: "quarks_links", isAddon: false))
    }
  }
}
