internal import Machine

/// A cluster as kubectl finds it, which is only ever read.
public struct Cluster: Sendable {
  /// One of the contexts of the kubeconfig; `nil` for its current one.
  public var context: String?
  /// The file with the contexts; `nil` for where kubectl looks by itself.
  public var kubeconfig: String?
  /// kubectl's name on the PATH, or its path.
  public var kubectl = "kubectl"

  public init() {}

  /// Said to kubectl in every call; the values come from the command line, never from a file.
  var arguments: ArgumentList {
    var arguments = ArgumentList()
    if let context { arguments.add("--context", joined: context) }
    if let kubeconfig { arguments.add("--kubeconfig", joined: kubeconfig) }
    return arguments
  }

  /// How messages name it, as what is read from a file is named by its path.
  var shown: String { context.map { "cluster \($0)" } ?? "cluster" }
}
