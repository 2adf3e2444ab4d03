internal import Resources

extension Resource {
  /// Its kind as kubectl takes it; that of another API with the API's name.
  var kindArgument: String {
    let kind = gvk.kind.lowercased()
    return gvk.group.isEmpty || !gvk.group.contains(".") || gvk.group.hasSuffix(".k8s.io")
      ? kind : "\(kind).\(gvk.group)"
  }

  /// What kubectl does to it.
  func command(_ verb: StaticString, _ options: ShellCommand...) -> ShellCommand {
    .kubectl(verb, kindArgument, [name], namespace: namespace, options)
  }
}
