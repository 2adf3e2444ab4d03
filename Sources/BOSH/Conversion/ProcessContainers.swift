internal import Diagnostics
internal import InstanceGroups
internal import YAML

/// The containers of a group: one for each process, named `<job>-<process>`.
struct ProcessContainers {
  private let conversion: GroupConversion
  private let volumes: GroupVolumes
  private let images: ReleaseImage

  init(_ conversion: GroupConversion, _ volumes: GroupVolumes) {
    self.conversion = conversion
    self.volumes = volumes
    images = ReleaseImage(manifest: conversion.manifest, report: conversion.report)
  }

  func containers() -> [Node] {
    conversion.processes.flatMap { entry in
      entry.config.processes.enumerated().map { index, process in
        reportUnused(process, entry.job)
        return container(process, entry.job, isFirst: index == 0)
      }
    }
  }

  private func container(_ process: BPMProcess, _ job: Job, isFirst: Bool) -> Node {
    let healthcheck = job.quarks.run.healthcheck.first { sameBytes($0.key.text, process.name.value) }?.value
    let directory = "\(JobFiles.directory)/\(job.name.value)"
    return .mapping(
      [
        "name": .string(
          Names.sanitized("\(job.name.value)-\(process.name.value)"), at: process.name.position),
        "image": images.image(of: job, in: conversion.group),
        "command": .sequence([.string(process.executable)]),
        "args": process.args.isEmpty ? nil : .sequence(process.args.map { .string($0) }),
        "workingDir": .string(process.workdir ?? directory),
        "env": environment(process, job), "resources": resources(process),
        "readinessProbe": healthcheck?.readiness, "livenessProbe": healthcheck?.liveness,
        "lifecycle": lifecycle(job, isFirst: isFirst),
        "securityContext": SecurityContext.node(process, job, runsAsRoot: false),
        "volumeMounts": .sequence(volumes.mounts(of: process, job)),
      ], at: process.name.position)
  }

  /// The process's own variables win over those of the manifest.
  private func environment(_ process: BPMProcess, _ job: Job) -> Node? {
    let own = process.env.map { key, value in
      Node.mapping(["name": .string(key.text, at: key.position), "value": .string(value)], at: key.position)
    }
    let others = job.quarks.envs.filter { variable in
      !process.env.contains { sameBytes($0.key.text, variable["name"]?.text ?? "") }
    }
    return own.isEmpty && others.isEmpty ? nil : .sequence(others + own)
  }

  private func resources(_ process: BPMProcess) -> Node? {
    let limits = Node.mapping([
      "cpu": process.limits.cpu.map { .string($0) }, "memory": process.limits.memory.map { .string($0) },
    ])
    let hasLimits = process.limits.cpu != nil || process.limits.memory != nil
    guard hasLimits || process.requests != nil else { return nil }
    return .mapping(["limits": hasLimits ? limits : nil, "requests": process.requests])
  }

  /// `post-start` runs once for a job, so its first container does.
  private func lifecycle(_ job: Job, isFirst: Bool) -> Node? {
    let directory = "\(JobFiles.directory)/\(job.name.value)/bin"
    var start: Node?
    if isFirst, volumes.files.has("bin/post-start", of: job) {
      let condition = job.quarks.postStartCondition?.at("exec", "command")?.items?.compactMap(\.text) ?? []
      let wait = condition.isEmpty ? "" : "until \(Shell.quoted(condition)); do sleep 1; done; "
      start = Shell.hook("\(wait)exec \(directory)/post-start")
    }
    let stop = volumes.files.has("bin/drain", of: job) ? Shell.hook(Shell.drain("\(directory)/drain")) : nil
    guard start != nil || stop != nil else { return nil }
    return .mapping(["postStart": start, "preStop": stop])
  }

  private func reportUnused(_ process: BPMProcess, _ job: Job) {
    var unused: [String] = []
    if process.limits.openFiles != nil { unused.append("limits.open_files") }
    if process.limits.processes != nil { unused.append("limits.processes") }
    for field in unused {
      conversion.report.detail(
        "no-meaning",
        "\(field) of the process \"\(process.name.value)\" of \"\(job.name.value)\" is passed over",
        at: process.name.position, hint: "a container has no such limit of its own")
    }
  }
}

/// `securityContext` of a container.
enum SecurityContext {
  /// What the manifest says, then what the process needs; like BOSH's, programs run as root by default.
  ///
  /// - Parameter runsAsRoot: whether it must be root, whatever the manifest says.
  static func node(_ process: BPMProcess?, _ job: Job, runsAsRoot: Bool) -> Node {
    var context = job.quarks.run.securityContext?.mapping ?? Mapping(at: job.position)
    if let process {
      if context["capabilities"] == nil, !process.capabilities.isEmpty {
        context["capabilities"] = .mapping(["add": .sequence(process.capabilities.map { .string($0) })])
      }
      if context["privileged"] == nil, process.unsafe.privileged { context["privileged"] = true }
    }
    if runsAsRoot || context["runAsUser"] == nil { context["runAsUser"] = 0 }
    return .mapping(context)
  }
}
