import Diagnostics
import InstanceGroups
import YAML

/// What Ruby is asked for, and what each of its answers will be an answer to.
struct RenderRequest {
  /// One file of one instance.
  struct Item {
    let target: Int
    let row: InstanceTable.Instance
    let jobIndex: Int
    let job: ResolvedJob
    let group: DeploymentGroup
    let template: JobSpec.Template
    /// The template's path.
    let path: String

    func file(_ answer: TemplateAnswer.File) -> RenderedFile {
      let destination = template.destination.value
      let directory = destination.split(separator: "/").dropLast().last
      return RenderedFile(
        job: jobIndex, path: "\(job.job.name.value)/\(destination)", content: answer.content,
        isExecutable: answer.isExecutable || directory == "bin",
        isBPM: job.spec?.bpmTemplate?.destination.value == destination, template: path)
    }
  }

  private(set) var items: [Item] = []
  /// Begins each line of an answer to this request.
  let seal = TemplateAnswers.makeSeal()
  private var jobs: [Node] = []
  private var specs: [Node] = []
  private var renders: [Node] = []
  private let deployment: String
  private let timeLimit: Duration

  init(_ targets: [RenderTarget], deployment: String, timeLimit: Duration) {
    self.deployment = deployment
    self.timeLimit = timeLimit
    for (index, target) in targets.enumerated() { add(target, index) }
  }

  /// The properties and links of a job are the same for all instances, and are sent once.
  private mutating func add(_ target: RenderTarget, _ index: Int) {
    let first = jobs.count
    for job in target.group.jobs {
      let links = Mapping(job.links.map { Mapping.Pair(key: Scalar($0.name), value: $0.link.node) })
      let properties = Node.mapping(job.properties).inJSON
      jobs.append(.mapping(["properties": properties, "links": Node.mapping(links).inJSON]))
    }
    for row in target.rows { add(row, of: target, index, first, onlyProcesses: target.onlyProcesses) }
    if let sample = target.sample { add(sample, of: target, index, first, onlyProcesses: true) }
  }

  /// - Parameter first: where the jobs of the target begin.
  private mutating func add(
    _ row: InstanceTable.Instance, of target: RenderTarget, _ index: Int, _ first: Int, onlyProcesses: Bool
  ) {
    for (jobIndex, job) in target.group.jobs.enumerated() {
      let templates = onlyProcesses ? [job.spec?.bpmTemplate].compactMap(\.self) : job.spec?.templates
      guard let spec = job.spec, let templates, !templates.isEmpty else { continue }
      specs.append(self.spec(row, job.job.name.value, target))
      for template in templates {
        let item = Item(
          target: index, row: row, jobIndex: jobIndex, job: job, group: target.group.group,
          template: template, path: spec.path(of: template))
        items.append(item)
        renders.append(
          .sequence([.string(item.path), .integer(first + jobIndex), .integer(specs.count - 1)]))
      }
    }
  }

  /// What templates know as `spec`.
  private func spec(_ row: InstanceTable.Instance, _ job: String, _ target: RenderTarget) -> Node {
    var node = InstanceSpecs.node(row, in: target.group.table.group, job: job)
    let ip = target.ip.map { Node.string($0) } ?? .null
    let network = Node.mapping(["ip": ip, "dns_record_name": .string(row.address)])
    _ = node.changeMapping { fields in
      fields["deployment"] = .string(deployment)
      fields["ip"] = ip
      fields["networks"] = .mapping(["default": network])
      fields["job"] = .mapping(["name": fields["name"]])
    }
    return node
  }

  /// The request as the program reads it.
  var bytes: [UInt8] {
    let (seconds, attoseconds) = timeLimit.components
    let milliseconds = Int(seconds) * 1000 + Int(attoseconds / 1_000_000_000_000_000)
    return json(
      .mapping([
        "milliseconds": .integer(milliseconds), "jobs": .sequence(jobs), "specs": .sequence(specs),
        "renders": .sequence(renders), "seal": .string(seal),
      ]), form: .kept)
  }
}

extension Node {
  /// The same with texts in place of what JSON has no form for: dates, infinity and what is no number.
  fileprivate var inJSON: Node {
    switch self {
    case .scalar(var scalar):
      let isNumber = scalar.text.utf8.contains { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
      if scalar.kind == .timestamp || (scalar.kind == .float && !isNumber) { scalar.kind = .string }
      return .scalar(scalar)
    case .sequence(let sequence): return .sequence(sequence.items.map(\.inJSON), at: sequence.position)
    case .mapping(var mapping):
      for index in mapping.pairs.indices { mapping.pairs[index].value = mapping.pairs[index].value.inJSON }
      return .mapping(mapping)
    }
  }
}
