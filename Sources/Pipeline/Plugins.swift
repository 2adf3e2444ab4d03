internal import Programs

extension Build {
  /// What a build may run besides itself: nothing, unless the user says so.
  public struct Plugins: Sendable {
    /// Whether helm may render charts.
    public var enablesHelm = false
    /// helm's name on the PATH, or its path.
    public var helmCommand = "helm"
    /// What the server knows, for charts that do not say it themselves.
    public var helmAPIVersions: [String] = []
    /// The server's version, for charts that do not say it themselves.
    public var helmKubeVersion = ""
    public var debugsHelm = false
    /// Whether functions and legacy plugins may run.
    public var enablesPlugins = false
    /// Whether functions may be programs of this machine.
    public var enablesExec = false
    /// Whether containers that ask for a network get one.
    public var enablesNetwork = false
    /// The network they get; empty for the host's.
    public var networkName = ""
    /// `type=bind,src=…,dst=…,rw=true`, for every container.
    public var mounts: [String] = []
    /// `NAME=value`, or the name of a variable to hand on, for every container.
    public var environment: [String] = []
    /// Whether containers run as the user who builds, instead of nobody.
    public var runsAsCurrentUser = false
    /// How long one run of helm or of a function may take.
    public var timeLimit: Duration = .seconds(300)

    public init() {}

    var options: PluginOptions {
      var options = PluginOptions()
      options.helm.isEnabled = enablesHelm
      options.helm.command = helmCommand
      options.helm.apiVersions = helmAPIVersions
      options.helm.kubeVersion = helmKubeVersion
      options.helm.isDebugging = debugsHelm
      options.functions.isEnabled = enablesPlugins
      options.functions.allowsExec = enablesExec
      options.functions.allowsNetwork = enablesNetwork
      options.functions.networkName = networkName
      options.functions.mounts = mounts
      options.functions.environment = environment
      options.functions.runsAsCurrentUser = runsAsCurrentUser
      options.timeLimit = timeLimit
      return options
    }
  }
}
