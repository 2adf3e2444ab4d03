package import Diagnostics
package import YAML

/// A patch of some of what a group generates.
package struct GroupPatch: Sendable {
  package var target = Located(Target(), Position.none)
  package var patch = Node.null

  /// Every part that is given must match.
  package struct Target: Sendable {
    package var group: String?
    package var version: String?
    package var kind: String?
    package var name: String?
    package var zone: String?
    package var ordinal: Int?
  }

  static let schema = Schema(
    "patch", initial: { GroupPatch() },
    fields: [
      Field(
        "target", .located(.object(targetSchema)), \.target, required: true,
        "Which of the generated objects to patch."),
      Field(
        "patch", .patch, \.patch, required: true,
        "A strategic merge patch, or a list of JSON 6902 operations."),
    ])

  private static let targetSchema = Schema(
    "patch target", initial: { Target() },
    fields: [
      Field("group", .string, \.group, "The API group; \"\" is the core group."),
      Field("version", .string, \.version, "The API version."),
      Field("kind", .string, \.kind, "The kind."),
      Field("name", .string, \.name, "The name, as it is now or before a layer's prefix."),
      Field("zone", .string, \.zone, "The zone that the object belongs to."),
      Field("ordinal", .count, \.ordinal, "The ordinal of the instance that the object belongs to."),
    ])
}
