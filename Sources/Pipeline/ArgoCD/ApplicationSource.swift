internal import Diagnostics
internal import Files
internal import InstanceGroups
internal import Machine
internal import Resources
internal import YAML

/// What an application of Argo CD asks its plugin for.
///
/// Whoever may write applications decides nothing but what ``ApplicationParameters`` has: texts become values here, and
/// never words of a command line.
public struct ApplicationSource: Sendable {
  public let messages: Messages
  /// The kustomization to render, seen from the directory of the source.
  public let directory: String
  public let options: Build.Options
  /// Whether what is rendered is looked over, too.
  public let checks: Bool

  /// - Parameters:
  ///   - options: what the one who runs the plugin says.
  ///   - environment: the value of a variable.
  public init(options: Build.Options, environment: (String) -> String?) {
    let files = SourceFiles()
    let report = Report()
    let parameters = ApplicationParameters(environment, files, report)
    messages = Messages([report], files)
    directory = parameters.directory?.value ?? "."
    checks = parameters.checks
    var options = options
    options.isStrict = parameters.isStrict ?? options.isStrict
    options.isCompatible = parameters.isCompatible ?? options.isCompatible
    options.isInitialRollout = parameters.isInitialRollout ?? options.isInitialRollout
    options.reorder = parameters.order?.reorder ?? options.reorder
    // What the server knows, as Argo CD tells it for the cluster of the application.
    if options.plugins.helmKubeVersion.isEmpty {
      options.plugins.helmKubeVersion = environment("KUBE_VERSION") ?? ""
    }
    if options.plugins.helmAPIVersions.isEmpty {
      options.plugins.helmAPIVersions = (environment("KUBE_API_VERSIONS") ?? "").split(separator: ",").map(
        String.init)
    }
    self.options = options
  }

  /// What there is for zonal to expand, as `InstanceGroup nats`, also where something is wrong with it; none where there is
  /// no kustomization.
  public var groups: [String] {
    guard Directory.holdsKustomization(directory) else { return [] }
    let set = Build(options: options).layers(of: directory, options.sourceFiles, Report())
    return (set?.resources ?? []).filter { Expansion.replaces($0) || DeploymentBuild.isInput($0) }
      .map { "\($0.gvk.kind) \($0.name)" }
  }
}
