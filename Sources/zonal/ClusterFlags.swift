internal import ArgumentParser
internal import Pipeline

/// Which cluster is asked, named as kubectl names it.
struct ClusterFlags: ParsableArguments {
  @Option(help: "For a cluster: the context of the kubeconfig, instead of its current one.")
  var context: String?

  @Option(help: "For a cluster: the file with the contexts.", completion: .file())
  var kubeconfig: String?

  @Option(help: "For a cluster: kubectl's name or path.")
  var kubectl = "kubectl"

  var cluster: Cluster {
    var cluster = Cluster()
    cluster.context = context
    cluster.kubeconfig = kubeconfig
    cluster.kubectl = kubectl
    return cluster
  }
}
