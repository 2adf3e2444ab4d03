internal import ArgumentParser
internal import Pipeline

struct TemplateRenderCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "template-render",
    abstract: "Renders the job templates of one instance of a BOSH instance group.",
    discussion: """
      What is not given is read from the environment, as pods have it: BOSH_MANIFEST_PATH, INSTANCE_GROUP_NAME, \
      JOBS_DIR, POD_ORDINAL, AZ_INDEX, REPLICAS, POD_IP, INITIAL_ROLLOUT. Templates are ERB, and Ruby runs them.
      """)

  @Option(help: "A deployment manifest, or the ig.yaml of instance-group.", completion: .file())
  var manifest: String?

  @Option(help: "The instance group.")
  var group: String?

  @OptionGroup var release: ReleaseFlags

  @Option(help: "The directory to write to; each job gets one below it.", completion: .directory)
  var outputDir: String

  @Option(help: "The number of the pod in its zone, from 0.")
  var podOrdinal: Int?

  @Option(help: "The number of the zone, from 1; 0 or 1 when the group has none.")
  var azIndex: Int?

  @Option(help: "The number of instances in each zone.")
  var replicas: Int?

  @Option(name: .customLong("pod-ip"), help: "The pod's IP address.")
  var podIP: String?

  func run() throws {
    let variables = Variables(areUsed: true)
    let manifest = try variables.need(manifest, "--manifest", "BOSH_MANIFEST_PATH")
    let group = try variables.need(group, "--group", "INSTANCE_GROUP_NAME")
    let options = try release.options(variables)
    let rendering = InstanceRendering(manifest, group: group, try instance(variables), options: options)
    Console.show(rendering.messages, release.console.settings)
    let code = rendering.messages.exitCode
    if code == 0 {
      Console.save(
        rendering.rendered.map {
          .init(path: $0.path, content: $0.content, isExecutable: $0.isExecutable)
        }, below: outputDir)
    }
    Console.exit(code)
  }

  private func instance(_ variables: Variables) throws -> InstanceRendering.Instance {
    guard let ordinal = try variables.number(podOrdinal, "--pod-ordinal", "POD_ORDINAL") else {
      throw ValidationError("give --pod-ordinal, or set POD_ORDINAL")
    }
    let ip = try variables.need(podIP, "--pod-ip", "POD_IP")
    guard IPAddress.isValid(ip) else { throw ValidationError("'\(ip)' is no IP address") }
    return .init(
      ordinal: ordinal, azIndex: try variables.number(azIndex, "--az-index", "AZ_INDEX"),
      replicas: try variables.number(replicas, "--replicas", "REPLICAS"), ip: ip)
  }
}
