internal import Diagnostics
internal import InstanceGroups
internal import YAML

/// What has to be done before the processes of a group start, in this order.
struct InitContainers {
  private let conversion: GroupConversion
  private let volumes: GroupVolumes
  private let images: ReleaseImage

  init(_ conversion: GroupConversion, _ volumes: GroupVolumes) {
    self.conversion = conversion
    self.volumes = volumes
    // What is wrong with an image is said of the containers.
    images = ReleaseImage(manifest: conversion.manifest, report: Report())
  }

  func containers() -> [Node] {
    [createDirectories, wait].compactMap(\.self) + preStarts + processPreStarts
  }

  /// BPM makes these for every job, and programs rely on them.
  private var createDirectories: Node? {
    guard let job = conversion.processes.first?.job else { return nil }
    let directories = conversion.processes.map(\.job.name.value).flatMap { name in
      ["/var/vcap/data/\(name)", "/var/vcap/sys/log/\(name)", "/var/vcap/sys/run/\(name)"]
    }
    return container("create-dirs", job, "mkdir -p \(directories.joined(separator: " "))", volumes.common)
  }

  /// The name of a Service without ready pods does not resolve.
  private var wait: Node? {
    guard let service = conversion.services[conversion.group], let job = conversion.processes.first?.job
    else {
      return nil
    }
    let script = "until getent hosts \(service); do sleep 1; done"
    return container("wait-for-\(service)", job, script, [])
  }

  /// The scripts `pre-start` of jobs, which may prepare what any process of the group uses.
  private var preStarts: [Node] {
    conversion.processes.filter { volumes.files.has("bin/pre-start", of: $0.job) }.map { entry in
      let script = "\(JobFiles.directory)/\(entry.job.name.value)/bin/pre-start"
      return container(
        "bosh-pre-start-\(entry.job.name.value)", entry.job, debugged(script, entry.job),
        volumes.mounts(ofAll: conversion.processes))
    }
  }

  private var processPreStarts: [Node] {
    conversion.processes.flatMap { entry in
      entry.config.processes.compactMap { process in
        process.preStart.map { script in
          container(
            "bpm-pre-start-\(process.name.value)", entry.job, debugged(script, entry.job),
            volumes.mounts(of: process, entry.job), process)
        }
      }
    }
  }

  private func debugged(_ script: String, _ job: Job) -> String {
    job.quarks.debug ? "\(script) || { echo 'Failed: kept for an hour'; sleep 3600; exit 1; }" : script
  }

  private func container(
    _ name: String, _ job: Job, _ script: String, _ mounts: [Node], _ process: BPMProcess? = nil
  ) -> Node {
    .mapping(
      [
        "name": .string(Names.sanitized(name), at: job.name.position),
        "image": images.image(of: job, in: conversion.group), "command": Shell.command(script),
        "securityContext": SecurityContext.node(process, job, runsAsRoot: true),
        "volumeMounts": mounts.isEmpty ? nil : .sequence(mounts),
      ], at: job.name.position)
  }
}
