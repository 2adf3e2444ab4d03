internal import Diagnostics
internal import Files
internal import Machine
internal import YAML

/// What the user lets functions do; each flag that is missing is named at the function that needs it.
struct FunctionAllowance {
  let options: PluginOptions.Functions
  let directory: Directory
  let report: Report
  let shown: String
  let position: Position

  func allows(_ exec: FunctionSpec.Exec) -> Bool {
    guard !exec.path.value.isEmpty else {
      report.error(
        "empty-path", "\(shown) names no program", at: exec.path.position,
        hint: "write exec: {path: ./program}")
      return false
    }
    if options.isEnabled && options.allowsExec { return true }
    report.error(
      "function-not-enabled", "\(shown) is a program of this machine, which this build may not run",
      at: position,
      hint: "if you trust \"\(exec.path.value)\" with all that you may do, build with "
        + [
          options.isEnabled ? nil : "--enable-alpha-plugins", "--enable-exec",
        ].compactMap(\.self).joined(separator: " "))
    return false
  }

  func allows(_ container: FunctionSpec.Container) -> Bool {
    guard !container.image.value.isEmpty else {
      report.error(
        "empty-image", "\(shown) names no image", at: container.image.position,
        hint: "write container: {image: …}")
      return false
    }
    var isAllowed = true
    if !options.isEnabled {
      report.error(
        "function-not-enabled", "\(shown) is a container, which this build may not run", at: position,
        hint: "build with --enable-alpha-plugins")
      isAllowed = false
    }
    if container.needsNetwork && !options.allowsNetwork {
      report.error(
        "network-not-enabled", "\(shown) needs a network, which this build gives to none", at: position,
        hint: "build with --network")
      isAllowed = false
    }
    for mount in container.mounts where !allows(mount) { isAllowed = false }
    return isAllowed
  }

  /// A configuration may open to a container only what lies below itself; flags may open more.
  private func allows(_ mount: ContainerMount) -> Bool {
    let path = FilePath.normalized(mount.source.value)
    guard FilePath.isAbsolute(path) || FilePath.parts(path).first == ".." || leaves(path) else { return true }
    report.error(
      "mount-outside-root", "\(shown) mounts \"\(mount.source.value)\", outside of its kustomization",
      at: mount.source.position,
      hint: "move it below the kustomization, or open it yourself with --mount")
    return false
  }

  /// Whether a symbolic link on the way leads out of the kustomization.
  private func leaves(_ path: String) -> Bool {
    var path = FilePath.join(directory.path, path)
    // Of what is not there yet, the directory around it.
    while FileSystem.realPath(path) == nil, path != directory.path { path = FilePath.directory(of: path) }
    return FileSystem.realPath(path).map { !FilePath.isInside($0, directory.path) } ?? true
  }

  func reportNothingToRun(_ spec: FunctionSpec) {
    let isScript = !spec.starlark.isEmpty
    report.error(
      isScript ? "unsupported-function" : "function-without-program",
      isScript
        ? "\(shown) is a Starlark script, which zonal does not run"
        : "\(shown) says neither exec nor container", at: position,
      hint: isScript
        ? "put it into a container: container: {image: …}" : "write exec: {path: …} or container: {image: …}")
  }
}
