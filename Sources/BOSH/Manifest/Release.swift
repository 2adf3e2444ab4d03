package import Diagnostics
internal import YAML

/// A release that jobs come from, and where its images are kept.
package struct Release: Sendable {
  package var name = Located("", Position.none)
  package var version = Located("", Position.none)
  package var url: Located<String>?
  /// The system that the image was built on; the group's stemcell when absent.
  package var stemcell: ReleaseStemcell?

  static let schema = Schema("release", isOpen: true, initial: Release()) {
    Field("name", .located(.scalarText), \.name, required: true, "What jobs call the release.")
    Field("version", .located(.scalarText), \.version, required: true, "Stands in the image's tag.")
    Field("url", .located(.scalarText), \.url, "The registry and path that the image lies under.")
    Field(
      "stemcell", .object(ReleaseStemcell.schema), \.stemcell, "The system that the image was built on.")
    Field("sha1", checked: .scalarText, "Means nothing for images.")
  }
}

package struct ReleaseStemcell: Sendable {
  package var os = ""
  package var version = ""

  static let schema = Schema("stemcell of a release", isOpen: true, initial: ReleaseStemcell()) {
    Field("os", .scalarText, \.os, required: true, "The system, such as \"SLE_15_SP1\".")
    Field("version", .scalarText, \.version, required: true, "The system's version.")
  }
}

/// A system that groups name by its alias.
package struct Stemcell: Sendable {
  package var alias = Located("", Position.none)
  package var os: String?
  package var version = Located("", Position.none)
  package var name: String?

  static let schema = Schema("stemcell", isOpen: true, initial: Stemcell()) {
    Field("alias", .located(.scalarText), \.alias, required: true, "What groups call the stemcell.")
    Field("os", .scalarText, \.os, "The system, such as \"ubuntu-jammy\".")
    Field("version", .located(.scalarText), \.version, required: true, "Stands in tags of images.")
    Field("name", .scalarText, \.name, "The stemcell's full name, in place of os.")
  }
}
