/// What a build may run besides itself: nothing, unless the user says so.
package struct PluginOptions: Sendable {
  package var helm = Helm()
  package var functions = Functions()
  /// How long one run of helm or of a function may take.
  package var timeLimit: Duration = .seconds(300)

  package init() {}

  package struct Helm: Sendable {
    package var isEnabled = false
    /// A name on the PATH, or a path.
    package var command = "helm"
    /// For charts that name none themselves.
    package var apiVersions: [String] = []
    /// For charts that name none themselves.
    package var kubeVersion = ""
    package var isDebugging = false

    package init() {}
  }

  package struct Functions: Sendable {
    /// Whether functions and legacy plugins run at all.
    package var isEnabled = false
    /// Whether functions may be programs of this machine; containers need no more than ``isEnabled``.
    package var allowsExec = false
    /// Whether containers that ask for a network get one.
    package var allowsNetwork = false
    /// The network they get; the host's when there is none named.
    package var networkName = ""
    /// `type=bind,src=…,dst=…,rw=true`, for every container.
    package var mounts: [String] = []
    /// `NAME=value`, or the name of a variable to hand on, for every container.
    package var environment: [String] = []
    /// Whether containers run as the user who builds, instead of nobody.
    package var runsAsCurrentUser = false

    package init() {}
  }
}
