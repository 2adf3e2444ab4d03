package import Diagnostics
package import YAML

/// How the processes of a job are run: what `bpm.yml` says.
package struct BPMConfig: Sendable {
  package var processes: [BPMProcess] = []
  /// Set where the file came out differently for two instances, which containers made from it can't be.
  package var unsupportedTemplate = false

  package static let schema = Schema("bpm.yml", isOpen: true, initial: BPMConfig()) {
    Field("processes", .list(of: BPMProcess.shape), \.processes, "What runs, each in a container.")
    Field("unsupported_template", .boolean, \.unsupportedTemplate, "Whether instances differ.")
  }
}

/// A process of a job; becomes a container.
package struct BPMProcess: Sendable {
  package var name = Located("", Position.none)
  package var executable = ""
  package var args: [String] = []
  package var env: [(key: Scalar, value: String)] = []
  package var workdir: String?
  /// A program to run first.
  package var preStart: String?
  package var capabilities: [String] = []
  package var limits = BPMLimits()
  /// Resources as Kubernetes has them, which is Quarks' own.
  package var requests: Node?
  package var ephemeralDisk = false
  package var persistentDisk = false
  package var additionalVolumes: [BPMVolume] = []
  package var unsafe = BPMUnsafe()
  /// The process as it was written, merged.
  package var fields = Mapping()

  static var shape: Shape<BPMProcess> {
    Shape(Shape.object(schema).type) { node, reader in
      var process = schema.decode(node, reader)
      process?.fields = node.mapping ?? Mapping()
      return process
    }
  }

  private static let schema = Schema("process", isOpen: true, initial: BPMProcess()) {
    program
    allowance
  }

  @FieldTable<BPMProcess> private static var program: [Field<BPMProcess>] {
    Field("name", .located(.scalarText), \.name, required: true, "The process, such as \"nats\".")
    Field("executable", .scalarText, \.executable, "The program to run.")
    Field("args", .list(of: .scalarText), \.args, "What the program gets.")
    Field("env", .map(of: .scalarText), \.env, "The program's environment.")
    Field("workdir", .scalarText, \.workdir, "Where it runs.")
    Field("hooks", Hooks.preStart, \.preStart, "Programs to run before.")
  }

  @FieldTable<BPMProcess> private static var allowance: [Field<BPMProcess>] {
    Field("capabilities", .list(of: .scalarText), \.capabilities, "What it may do beyond a user.")
    Field("limits", .object(BPMLimits.schema), \.limits, "What it may use.")
    Field("requests", .node, \.requests, "What it needs, as Kubernetes has it.")
    Field("ephemeral_disk", .boolean, \.ephemeralDisk, "Whether it gets /var/vcap/data.")
    Field("persistent_disk", .boolean, \.persistentDisk, "Whether it gets /var/vcap/store.")
    Field(
      "additional_volumes", .list(of: .object(BPMVolume.schema)), \.additionalVolumes,
      "Directories that it shares.")
    Field("unsafe", .object(BPMUnsafe.schema), \.unsafe, "What takes its walls away.")
  }

  private struct Hooks: Sendable {
    var preStart: String?

    private static let schema = Schema("hooks", isOpen: true, initial: Hooks()) {
      Field("pre_start", .scalarText, \.preStart, "A program to run first.")
    }

    static let preStart: Shape<String?> = Shape<Hooks>.object(schema).map { $0.preStart }
  }
}

package struct BPMLimits: Sendable {
  /// A quantity, such as `512M`.
  package var memory: String?
  package var openFiles: Int?
  package var processes: Int?
  /// A quantity; Quarks' own.
  package var cpu: String?

  static let schema = Schema("limits", isOpen: true, initial: BPMLimits()) {
    Field("memory", .scalarText, \.memory, "The most memory.")
    Field("open_files", .count, \.openFiles, "The most open files.")
    Field("processes", .count, \.processes, "The most processes.")
    Field("cpu", .scalarText, \.cpu, "The most processor time.")
  }
}

package struct BPMVolume: Sendable {
  package var path = Located("", Position.none)
  package var writable = false
  package var allowExecutions = false
  package var mountOnly = false
  package var shared = false

  static let schema = Schema("volume", isOpen: true, initial: BPMVolume()) {
    Field("path", .located(.scalarText), \.path, required: true, "The directory.")
    Field("writable", .boolean, \.writable, "Whether it can be written to.")
    Field("allow_executions", .boolean, \.allowExecutions, "Whether programs in it can be run.")
    Field("mount_only", .boolean, \.mountOnly, "Whether it must be there already.")
    Field("shared", .boolean, \.shared, "Whether mounts below it reach others.")
  }
}

package struct BPMUnsafe: Sendable {
  package var privileged = false
  package var unrestrictedVolumes: [BPMVolume] = []

  static let schema = Schema("unsafe", isOpen: true, initial: BPMUnsafe()) {
    Field("privileged", .boolean, \.privileged, "Whether it is root.")
    Field(
      "unrestricted_volumes", .list(of: .object(BPMVolume.schema)), \.unrestrictedVolumes,
      "Directories of the machine's.")
    Field("host_pid_namespace", checked: .boolean, "Whether it sees the machine's processes.")
  }
}
