internal import Diagnostics
internal import Resources
internal import YAML

extension Rule {
  static let longPreStop = Rule(
    "pre-stop-too-long", .warning, "A preStop hook that sleeps for as long as the pod has to end, or longer",
    because: """
      terminationGracePeriodSeconds counts the hook, too: the container is killed without a signal before, or two seconds \
      after one.
      """,
    bad: "lifecycle: {preStop: {sleep: {seconds: 30}}} # the pod has 30 s to end",
    good: """
      terminationGracePeriodSeconds: 60
      lifecycle: {preStop: {sleep: {seconds: 30}}}
      """,
    each: \.workloads
  ) { workload, _, findings in
    let period = workload.pod["terminationGracePeriodSeconds"]
    // What the server defaults it to.
    let grace = workload.pod.integer("terminationGracePeriodSeconds") ?? 30
    for container in workload.containers {
      guard let hook = container.node.at("lifecycle", "preStop"), let (seconds, node) = sleep(hook),
        seconds >= grace, grace > 0
      else { continue }
      findings.add(
        "the preStop hook of the container \"\(container.name)\" sleeps \(seconds) s, and the pod has \(grace) s to end",
        at: node.position, in: workload.resource,
        notes: period.map { [.init("this is the time that it has", at: $0.position)] } ?? [],
        hint: "write a terminationGracePeriodSeconds that leaves the program time to end after the hook")
    }
  }

  /// - Returns: how many seconds a hook sleeps at least, as far as that is written plainly.
  private static func sleep(_ hook: Node) -> (seconds: Int, node: Node)? {
    if let node = hook.at("sleep", "seconds"), let seconds = hook["sleep"]?.integer("seconds") {
      return (seconds, node)
    }
    let command = hook["exec"]?.items(of: "command") ?? []
    let words = command.flatMap { node in
      (node.text ?? "").split { " ;&\n\t".contains($0) }.map { (word: $0, node: node) }
    }
    let seconds = zip(words, words.dropFirst()).compactMap { word, next -> (Int, Node)? in
      guard word.word == "sleep" || word.word.hasSuffix("/sleep"), let number = Int32(next.word) else {
        return nil
      }
      return (Int(number), next.node)
    }
    guard let first = seconds.first else { return nil }
    return (seconds.reduce(0) { $0 + $1.0 }, first.1)
  }
}
