import Diagnostics
import Machine
import Testing

@testable import Programs

/// What docker is called with for the function of a container.
@Suite struct ContainerArgumentsTests {
  private var container = FunctionSpec.Container()

  init() {
    container.image = Located("example/function:v1", .none)
  }

  private func arguments(
    _ container: FunctionSpec.Container, _ options: PluginOptions.Functions = .init()
  )
    -> [String]
  {
    container.dockerArguments(options, directory: "/layer").words
  }

  @Test func runsAsNobodyWithoutANetwork() {
    #expect(
      arguments(container) == [
        "run", "--rm", "-i", "-a", "STDIN", "-a", "STDOUT", "-a", "STDERR", "--network", "none",
        "--user", "nobody", "--security-opt=no-new-privileges",
        "-e", "LOG_TO_STDERR=true", "-e", "STRUCTURED_RESULTS=true", "example/function:v1",
      ])
  }

  @Test func takesTheNetworkThatIsNamed() {
    var container = container
    container.needsNetwork = true
    var options = PluginOptions.Functions()
    options.allowsNetwork = true
    #expect(arguments(container, options).contains(["--network", "host"]))
    options.networkName = "bridge"
    #expect(arguments(container, options).contains(["--network", "bridge"]))
  }

  @Test func runsAsTheUserWhoBuilds() {
    var options = PluginOptions.Functions()
    options.runsAsCurrentUser = true
    #expect(arguments(container, options).contains(["--user", CurrentProcess.user]))
  }

  @Test func mountsWhatTheFunctionAndTheFlagsSay() {
    var container = container
    container.mounts = [ContainerMount(flag: "type=bind,src=./values,dst=/values")]
    var options = PluginOptions.Functions()
    options.mounts = ["type=bind,source=/etc,target=/host,rw=true"]
    #expect(
      arguments(container, options).contains([
        "--mount", "type=bind,source=/layer/values,target=/values,readonly",
        "--mount", "type=bind,source=/etc,target=/host",
      ]))
  }

  @Test func flagsOverrideVariables() {
    var container = container
    container.environment = ["Z=1", "A=declared", "HOME", "LOG_TO_STDERR=false"]
    var options = PluginOptions.Functions()
    options.environment = ["A=flag=x", "PATH", "HOME"]
    #expect(
      arguments(container, options).contains([
        "-e", "A=flag=x", "-e", "LOG_TO_STDERR=false", "-e", "STRUCTURED_RESULTS=true", "-e", "Z=1",
        "-e", "HOME", "-e", "PATH",
      ]))
  }
}
