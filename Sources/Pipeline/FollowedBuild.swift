package import Diagnostics
package import Explain
package import Resources

/// A build of which is known where each field comes from.
package struct FollowedBuild {
  package let files: SourceFiles
  package let set: ResourceSet
  package let history: FieldHistory

  /// - Returns: `nil` where it can't be built.
  package init?(of directory: String) {
    let explaining = Explaining(directory, .object("", field: nil), options: Build.Options())
    guard let (set, history) = explaining.build() else { return nil }
    (files, self.set, self.history) = (explaining.files, set, history)
  }
}
