package import Diagnostics
package import YAML

/// `properties.quarks` of a job: what Kubernetes needs to know of it.
package struct QuarksJobSettings: Sendable {
  package var ports: [JobPort] = []
  /// Processes in place of, or merged over, those of the release's `bpm.yml`.
  package var bpm: BPMConfig?
  package var run = RunSettings()
  /// Variables of every container, as Kubernetes has them.
  package var envs: [Node] = []
  package var debug = false
  package var isAddon = false
  package var preRenderScripts = PreRenderScripts()
  /// The command that must succeed before `post-start` runs.
  package var postStartCondition: Node?
  /// Probes that tell which instance is active, by process.
  package var activePassiveProbes: [(key: Scalar, value: Node)] = []
  /// Links that an earlier run resolved, by name.
  package var consumes: Mapping?
  /// Instances that an earlier run listed.
  package var instances: [Node]?
  package var release: String?
  /// All of it as it was written.
  package var fields = Mapping()

  static let schema = Schema("quarks", isOpen: true, initial: QuarksJobSettings()) {
    containers
    files
    resolved
  }

  @FieldTable<QuarksJobSettings> private static var containers: [Field<QuarksJobSettings>] {
    Field("ports", .list(of: .object(JobPort.schema)), \.ports, "The ports of the Services.")
    Field("bpm", .object(BPMConfig.schema), \.bpm, "Processes, as in bpm.yml.")
    Field("run", .object(RunSettings.schema), \.run, "Probes and the security context.")
    Field("envs", .list(of: .node), \.envs, "Variables of every container.")
    Field("debug", .boolean, \.debug, "Whether a failing container is kept for a look at it.")
    Field("post_start", PostStart.condition, \.postStartCondition, "When the post-start script runs.")
    Field(
      "activePassiveProbes", .map(of: .node), \.activePassiveProbes, "Probes that tell the active instance.")
  }

  @FieldTable<QuarksJobSettings> private static var files: [Field<QuarksJobSettings>] {
    Field(
      "pre_render_scripts", .object(PreRenderScripts.schema), \.preRenderScripts,
      "Scripts that change the release before it is rendered.")
  }

  /// What an earlier run found out.
  @FieldTable<QuarksJobSettings> private static var resolved: [Field<QuarksJobSettings>] {
    Field("is_addon", .boolean, \.isAddon, "Whether an addon brought the job.")
    Field("consumes", .mapping, \.consumes, "Links that are resolved already.")
    Field("instances", .list(of: .node), \.instances, "Instances that are listed already.")
    Field("release", .scalarText, \.release, "The release, as Quarks wrote it.")
  }
}

/// A port of a job that the Services of its group have.
package struct JobPort: Sendable {
  package var name = Located("", Position.none)
  package var `protocol` = "TCP"
  package var `internal` = Located(0, Position.none)

  static let schema = Schema("port", isOpen: true, initial: JobPort()) {
    Field("name", .located(.scalarText), \.name, required: true, "The port's name.")
    Field("protocol", .scalarText, \.protocol, "TCP, UDP or SCTP.")
    Field("internal", .located(.port), \.internal, required: true, "The port's number.")
  }
}

package struct RunSettings: Sendable {
  /// By process.
  package var healthcheck: [(key: Scalar, value: Healthcheck)] = []
  package var securityContext: Node?

  static let schema = Schema("run", isOpen: true, initial: RunSettings()) {
    Field("healthcheck", .map(of: .object(Healthcheck.schema)), \.healthcheck, "Probes by process.")
    Field("security_context", .node, \.securityContext, "The containers' security context.")
  }
}

/// The probes of a process, as Kubernetes has them.
package struct Healthcheck: Sendable {
  package var readiness: Node?
  package var liveness: Node?

  static let schema = Schema("healthcheck", isOpen: true, initial: Healthcheck()) {
    Field("readiness", .node, \.readiness, "Whether it can be used.")
    Field("liveness", .node, \.liveness, "Whether it has to be restarted.")
  }
}

/// Scripts that change the job's files before something is made of them.
package struct PreRenderScripts: Sendable {
  package var bpm: [Located<String>] = []
  package var groupResolver: [Located<String>] = []
  package var jobs: [Located<String>] = []

  package var isEmpty: Bool { bpm.isEmpty && groupResolver.isEmpty && jobs.isEmpty }

  static let schema = Schema("pre_render_scripts", isOpen: true, initial: PreRenderScripts()) {
    Field("bpm", .list(of: .located(.string)), \.bpm, "Before the processes are read.")
    Field("ig_resolver", .list(of: .located(.string)), \.groupResolver, "Before links are resolved.")
    Field("jobs", .list(of: .located(.string)), \.jobs, "Before the templates are rendered.")
  }
}

private struct PostStart: Sendable {
  var condition: Node?

  static let schema = Schema("post_start", isOpen: true, initial: PostStart()) {
    Field("condition", .node, \.condition, "What must succeed first, as a probe has it.")
  }

  static let condition: Shape<Node?> = Shape<PostStart>.object(schema).map { $0.condition }
}
