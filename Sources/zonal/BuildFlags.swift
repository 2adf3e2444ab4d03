internal import ArgumentParser
internal import Pipeline

/// How kustomizations are built: the same flags for every command that builds any, so that each sees what the others see.
struct BuildFlags: ParsableArguments {
  enum Reorder: String, CaseIterable, ExpressibleByArgument {
    case legacy, none, unspecified
  }

  enum LoadRestrictor: String, CaseIterable, ExpressibleByArgument {
    case rootOnly = "LoadRestrictionsRootOnly"
    case none = "LoadRestrictionsNone"
  }

  @Option(help: "The order of the objects: legacy (by kind) or none (as read).")
  var reorder: Reorder = .unspecified

  @Option(help: "LoadRestrictionsNone allows files outside of a kustomization's directory.")
  var loadRestrictor: LoadRestrictor = .rootOnly

  @Flag(help: "Add the label app.kubernetes.io/managed-by to every object.")
  var enableManagedbyLabel = false

  @Flag(help: "Treat a patch that matches nothing as an error.")
  var strict = false

  @Flag(help: "Give kustomize's bytes even where they are a known defect of its.")
  var compat = false

  @Flag(help: "Fetch what is named by a URL, with git or curl.")
  var allowRemote = false

  @Flag(
    inversion: .prefixedNo,
    help: "Whether the first instance of each group bootstraps it; later the last one does.")
  var initialRollout = true

  @OptionGroup var input: InputFlags

  @OptionGroup var growth: GrowthFlags

  @OptionGroup var plugins: PluginFlags

  var options: Build.Options {
    var options = Build.Options()
    options.reorder = Build.Reorder(rawValue: reorder.rawValue)
    options.allowsOutsideFiles = loadRestrictor == .none
    options.addsManagedByLabel = enableManagedbyLabel
    options.isStrict = strict
    options.isCompatible = compat
    options.allowsRemote = allowRemote
    options.isInitialRollout = initialRollout
    options.maxFileSize = input.limit
    options.maxGrowth = growth.limit
    options.plugins = plugins.plugins
    return options
  }
}
