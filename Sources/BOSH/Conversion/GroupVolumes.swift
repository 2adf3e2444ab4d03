internal import Diagnostics
internal import InstanceGroups
internal import YAML

/// The volumes and claims of a group, and what of them each process mounts.
struct GroupVolumes {
  private static let data = "/var/vcap/data"
  private static let store = "/var/vcap/store"
  private static let system = "/var/vcap/sys"

  let group: DeploymentGroup
  let files: JobFiles
  let report: Report
  private let isErrand: Bool
  private(set) var volumes: [Node] = []
  private(set) var claims: [Node] = []
  /// By `job/process`.
  private var special: [KeyBytes: [Node]] = [:]

  private var dataVolume: String { settings.ephemeralAsPVC ? claimName("ephemeral") : "data-dir" }
  private var settings: AgentSettings { group.environment.settings }

  init(
    _ group: DeploymentGroup, _ processes: [BPMProcesses], _ files: JobFiles, isErrand: Bool, _ report: Report
  ) {
    self.group = group
    self.files = files
    self.report = report
    self.isErrand = isErrand
    if let volume = files.volume { volumes.append(volume) }
    addData()
    volumes.append(Self.emptyDirectory("sys-dir"))
    addStore()
    addDisks()
    for entry in processes {
      for process in entry.config.processes { add(process, of: entry.job) }
    }
    checkSize()
    checkStore()
  }

  // MARK: What all have

  private mutating func addData() {
    guard settings.ephemeralAsPVC else { return volumes.append(Self.emptyDirectory("data-dir")) }
    let size = group.resources?.ephemeralDiskSize ?? group.persistentDisk?.value ?? 10_240
    addClaim(dataVolume, mebibytes: size)
  }

  private mutating func addStore() {
    guard let disk = group.persistentDisk, disk.value > 0 else {
      if let type = group.persistentDiskType {
        report.detail(
          "disk-without-size", "persistent_disk_type means nothing without persistent_disk", at: type.position
        )
      }
      return
    }
    addClaim(claimName("pvc"), mebibytes: disk.value)
  }

  private mutating func addClaim(_ name: String, mebibytes: Int) {
    claims.append(
      .mapping([
        "metadata": .mapping(["name": .string(name)]),
        "spec": .mapping([
          "accessModes": .sequence(["ReadWriteOnce"]),
          "resources": .mapping(["requests": .mapping(["storage": .string("\(mebibytes)Mi")])]),
          "storageClassName": group.persistentDiskType.map { .string($0.value, at: $0.position) },
        ]),
      ]))
    guard isErrand else { return }
    volumes.append(
      .mapping(["name": .string(name), "persistentVolumeClaim": .mapping(["claimName": .string(name)])]))
  }

  private func claimName(_ suffix: String) -> String { "\(Names.sanitized(group.name.value))-\(suffix)" }

  private static func emptyDirectory(_ name: String) -> Node {
    .mapping(["name": .string(name), "emptyDir": .mapping(Mapping())])
  }

  /// `env.bosh.agent.settings.disks`: volumes and claims as Kubernetes has them.
  private mutating func addDisks() {
    for disk in settings.disks {
      if let volume = disk["volume"] { volumes.append(volume) }
      if let claim = disk["pvc"] ?? disk["persistentVolumeClaim"] { claims.append(claim) }
    }
  }

  private func checkSize() {
    guard files.byteCount > 1_000_000 else { return }
    report.error(
      "files-too-large",
      "the files of the group \"\(group.name.value)\" take \(files.byteCount) bytes, and a Secret holds 1 MiB",
      at: group.name.position, hint: "split the group, or move large values out of its templates")
  }

  private func checkStore() {
    let claim = claimName("pvc")
    guard let disk = group.persistentDisk, disk.value > 0,
      !special.values.joined().contains(where: { $0["name"]?.string.map { sameBytes($0, claim) } ?? false })
    else { return }
    report.warning(
      "unmounted-disk", "no process of the group \"\(group.name.value)\" mounts its persistent disk",
      at: disk.position, hint: "add \"persistent_disk: true\" to the processes that keep data")
  }

  // MARK: What a process asks for

  private mutating func add(_ process: BPMProcess, of job: Job) {
    let key = Self.key(process, job)
    if process.ephemeralDisk { mount(dataVolume, "\(Self.data)/\(job.name.value)", job.name.value, for: key) }
    if process.persistentDisk { addStore(for: process, of: job) }
    for volume in process.additionalVolumes { add(volume, isUnrestricted: false, for: key) }
    for (index, volume) in process.unsafe.unrestrictedVolumes.enumerated() {
      if volume.path.value.hasPrefix(JobFiles.directory) { continue }
      if Self.isInside(volume.path.value) {
        add(volume, isUnrestricted: true, for: key)
      } else {
        let name = Names.sanitized("volume-\(job.name.value)-\(process.name.value)-\(index)")
        volumes.append(Self.emptyDirectory(name))
        mount(name, volume.path.value, nil, isReadOnly: !volume.writable, for: key)
      }
    }
  }

  private mutating func addStore(for process: BPMProcess, of job: Job) {
    guard group.persistentDisk?.value ?? 0 > 0 else {
      return report.error(
        "no-persistent-disk",
        "the process \"\(process.name.value)\" of the job \"\(job.name.value)\" wants a persistent disk",
        at: process.name.position,
        notes: [.init("the group \"\(group.name.value)\" has none", at: group.name.position)],
        hint: "add \"persistent_disk: 10240\" (MiB) to the group")
    }
    mount(claimName("pvc"), "\(Self.store)/\(job.name.value)", job.name.value, for: Self.key(process, job))
  }

  private static func isInside(_ path: String) -> Bool {
    [data, store, system].contains { path.hasPrefix($0 + "/") }
  }

  private mutating func add(_ volume: BPMVolume, isUnrestricted: Bool, for key: String) {
    let path = volume.path.value
    let roots = [(Self.data, dataVolume), (Self.store, claimName("pvc")), (Self.system, "sys-dir")]
    guard let root = roots.first(where: { path.hasPrefix($0.0 + "/") }),
      isUnrestricted || root.0 != Self.system || path.hasPrefix(Self.system + "/run/")
    else {
      return report.error(
        "volume-outside", "an additional volume can't be at \"\(path)\"", at: volume.path.position,
        hint:
          "only below /var/vcap/data, /var/vcap/store and /var/vcap/sys/run; others are unrestricted_volumes")
    }
    mount(root.1, path, String(path.dropFirst(root.0.count + 1)), isReadOnly: !volume.writable, for: key)
  }

  private mutating func mount(
    _ name: String, _ path: String, _ subPath: String?, isReadOnly: Bool = false, for key: String
  ) {
    special[key, default: []].append(Self.mount(name, path, subPath, isReadOnly: isReadOnly))
  }

  private static func mount(
    _ name: String, _ path: String, _ subPath: String?, isReadOnly: Bool = false
  ) -> Node {
    .mapping([
      "name": .string(name), "mountPath": .string(path), "subPath": subPath.map { .string($0) },
      "readOnly": isReadOnly ? true : nil,
    ])
  }

  private static func key(_ process: BPMProcess, _ job: Job) -> String {
    "\(job.name.value)/\(process.name.value)"
  }

  // MARK: Mounts

  /// What every container mounts.
  var common: [Node] {
    [files.mount, Self.mount(dataVolume, Self.data, nil), Self.mount("sys-dir", Self.system, nil)]
      .compactMap(\.self)
  }

  func mounts(of process: BPMProcess, _ job: Job) -> [Node] {
    Self.distinct(
      common + (special[Self.key(process, job)] ?? []) + disks(job.name.value, process.name.value))
  }

  /// What any process of the group mounts, for a script that prepares them all.
  func mounts(ofAll processes: [BPMProcesses]) -> [Node] {
    Self.distinct(
      common
        + processes.flatMap { entry in entry.config.processes.flatMap { mounts(of: $0, entry.job) } })
  }

  private func disks(_ job: String, _ process: String) -> [Node] {
    settings.disks.compactMap { disk in
      guard let mount = disk["volumeMount"] else { return nil }
      let filters = disk["filters"]
      let isMeant = [("job_name", job), ("process_name", process)].allSatisfy { filter, name in
        filters?[filter]?.text.map { sameBytes($0, name) } ?? true
      }
      return isMeant ? mount : nil
    }
  }

  /// Two mounts can't have one path: the first one stays.
  private static func distinct(_ mounts: [Node]) -> [Node] {
    var paths: Set<KeyBytes> = []
    return mounts.filter { paths.insert($0["mountPath"]?.text ?? "") }
  }
}
