internal import Diagnostics
internal import Machine

/// One call of kubectl, and what is said when it does not come to an answer.
struct Kubectl: Sendable {
  let cluster: Cluster
  let files: SourceFiles
  let report: Report

  /// kubectl gives up on a server that does not answer only after minutes.
  private static let timeLimit = Duration.seconds(120)

  /// - Parameter input: what kubectl reads from standard input.
  /// - Returns: how it ended, whatever its exit code; `nil` after a report.
  func run(_ arguments: ArgumentList, input: [UInt8]) -> Program.Ending? {
    var program = Program(cluster.kubectl, cluster.arguments)
    program.arguments.add(arguments)
    program.input = input
    program.timeLimit = Self.timeLimit
    do throws(Program.Failure) {
      return try program.run()
    } catch {
      switch error {
      case .missing:
        fail(
          "missing-program", "there is no program \"\(cluster.kubectl)\" that could be run",
          hint: "install kubectl, or name it with --kubectl PATH")
      case .tookTooLong:
        fail(
          "cluster-unreachable", "the cluster did not answer within two minutes",
          hint: "see whether kubectl get namespaces answers, and choose another with --context")
      case .failed(let reason):
        fail(
          "program-not-run", "\(cluster.kubectl) could not be run: \(reason)",
          hint: "see whether kubectl version works")
      }
      return nil
    }
  }

  /// Says that kubectl came back without what it was asked for.
  func reportRefusal(_ lines: [Substring]) {
    var said: Set<Substring> = []
    let lines = lines.filter { !$0.isLogLine && said.insert($0).inserted }
    let isForbidden = lines.contains { $0.contains("(Forbidden)") || $0.contains("(Unauthorized)") }
    fail(
      isForbidden ? "cluster-forbids" : "cluster-unreachable",
      isForbidden ? "the cluster does not let you read this" : "kubectl could not ask the cluster",
      notes: lines.prefix(Self.mostLines).map { Diagnostic.Note(String($0)) },
      hint: isForbidden
        ? "kubectl auth can-i --list tells what you may do; get on these kinds is enough"
        : "see whether kubectl get namespaces answers, and choose another with --context or --kubeconfig")
  }

  /// More of what kubectl says would bury the message.
  private static let mostLines = 10

  private func fail(_ id: String, _ summary: String, notes: [Diagnostic.Note] = [], hint: String) {
    report.add(
      Diagnostic(
        id, cause: .system, summary, at: files.place(of: cluster.shown), notes: notes, hint: hint))
  }
}

extension StringProtocol {
  /// What kubectl's libraries log beside its answer: `E1127 20:51:24.426198 …`.
  var isLogLine: Bool {
    guard let first, "EWI".contains(first), count > 20 else { return false }
    return dropFirst().prefix(4).allSatisfy(\.isNumber) && dropFirst(5).first == " "
  }
}
