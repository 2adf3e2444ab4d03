internal import ArgumentParser
internal import Pipeline

/// The two sides of a comparison; with `--live` one is enough, because the cluster is the other.
struct SideArguments: ParsableArguments {
  @Argument(
    help: "What there is. With --live it only names objects that go, and can be left out.",
    completion: .directory)
  var old: String

  @Argument(help: "What there is to be.", completion: .directory)
  var new: String?

  @Flag(help: "Read with kubectl what the cluster has of the objects of both sides, in place of OLD.")
  var live = false

  @OptionGroup var flags: ClusterFlags

  func validate() throws {
    guard live || new != nil else {
      throw ValidationError("Missing expected argument '<new>': with --live one side is enough")
    }
  }

  var sides: Sides {
    Sides(old: new == nil ? nil : old, new: new ?? old, cluster: live ? flags.cluster : nil)
  }
}

/// What is compared.
struct Sides {
  var old: String?
  var new: String
  /// `nil` when no cluster is to be asked.
  var cluster: Cluster?

  /// 3 only where a cluster could not be asked: for `diff`, a file that can't be read is trouble like any other.
  func errorCode(_ messages: Messages) -> Int32 { cluster == nil ? 2 : messages.exitCode }
}
