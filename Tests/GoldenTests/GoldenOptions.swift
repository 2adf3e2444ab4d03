import Machine
import Pipeline

/// How a case is built: what the lines of its file `options` say.
struct GoldenOptions {
  var build = Build.Options()
  /// The directory to build; `nil` when it is a BOSH manifest.
  var target: String?
  /// What is to be explained of the output.
  var question: Explaining.Question?
  var explanation: Explaining.Format = .text
  /// For a case with two sides: how to show what differs.
  var diff: Difference.Format?
  /// For a case with two sides: how to show what applying the second does.
  var plan: Planning.Format?
  /// How to draw it, or the change where there are two sides.
  var graph: Graphing.Format?
  private let input: String

  /// What plays the programs that cases ask for.
  private static let programs = FilePath.join(FilePath.directory(of: #filePath), "programs")

  init(input: String) {
    self.input = input
    target = input
  }

  /// - Returns: `false` when there is no such option.
  mutating func set(_ line: String) -> Bool {
    let words = line.split(separator: "=", maxSplits: 1).map(String.init)
    let value = words.count > 1 ? words[1] : ""
    return setExplanation(words[0], value) || setLayers(words[0], value) || setPlugins(words[0], value)
      || setDeployment(words[0], value)
  }

  private mutating func setExplanation(_ name: String, _ value: String) -> Bool {
    let words = value.split(separator: " ", maxSplits: 1).map(String.init)
    switch name {
    case "explain": question = .object(words[0], field: words.count > 1 ? words[1] : nil)
    case "reverse":
      let parts = value.split(separator: ":").map(String.init)
      question = .line(Int(parts[1]) ?? 0, of: FilePath.join(input, parts[0]))
    case "explanation": explanation = Explaining.Format(rawValue: value) ?? .text
    default: return false
    }
    return true
  }

  private mutating func setLayers(_ name: String, _ value: String) -> Bool {
    switch name {
    case "target": target = FilePath.join(input, value)
    case "diff": diff = Difference.Format(rawValue: value)
    case "graph": graph = Graphing.Format(rawValue: value)
    case "plan": plan = Planning.Format(rawValue: value)
    case "given": build.givenManifests = FilePath.join(input, value)
    case "strict": build.isStrict = true
    case "outside-files": build.allowsOutsideFiles = true
    case "compat": build.isCompatible = true
    case "reorder": build.reorder = Build.Reorder(rawValue: value)
    case "managed-by": build.addsManagedByLabel = true
    case "later-rollout": build.isInitialRollout = false
    case "verbose": build.isVerbose = true
    case "annotate": build.annotatesSources = true
    default: return false
    }
    return true
  }

  private mutating func setPlugins(_ name: String, _ value: String) -> Bool {
    switch name {
    case "helm":
      build.plugins.enablesHelm = true
      build.plugins.helmCommand =
        value.isEmpty ? FilePath.join(Self.programs, "helm.sh") : FilePath.join(input, value)
    case "plugins": build.plugins.enablesPlugins = true
    case "exec": build.plugins.enablesExec = true
    case "impatient": build.plugins.timeLimit = .milliseconds(100)
    default: return false
    }
    return true
  }

  private mutating func setDeployment(_ name: String, _ value: String) -> Bool {
    let file = FilePath.join(input, value)
    switch name {
    case "bosh":
      build.deployment.interpolation.manifest = file
      target = nil
    case "ops": build.deployment.interpolation.opsFiles.append(file)
    case "var": build.deployment.interpolation.variables.append(value)
    case "vars-secrets": build.deployment.writesSecrets = true
    case "vars-store": build.deployment.interpolation.store = file
    case "total": build.deployment.spreadsTotal = true
    case "skip-groups-without-processes": build.deployment.skipsGroupsWithoutProcesses = true
    default: return false
    }
    return true
  }
}
