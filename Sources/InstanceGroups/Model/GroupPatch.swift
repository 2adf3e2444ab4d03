package import Diagnostics
package import Resources
package import YAML

/// A patch of some of what a group generates.
package struct GroupPatch: Sendable {
  package var target = Located(Target(), Position.none)
  package var patch = Node.null

  /// Every part that is given must match.
  package struct Target: Sendable {
    package var selector = Selector()
    package var zone: String?
    package var ordinal: Int?
  }

  static let schema = Schema("patch", initial: GroupPatch()) {
    Field(
      "target", .located(.object(targetSchema)), \.target, required: true,
      "Which of the generated objects to patch.")
    Field(
      "patch", .patch, \.patch, required: true,
      "A strategic merge patch, or a list of JSON 6902 operations.")
  }

  private static let targetSchema = Schema("patch target", initial: Target()) {
    Field("group", .pattern, \.selector.group, "The API group, as a regular expression.")
    Field("version", .pattern, \.selector.version, "The API version, as a regular expression.")
    Field("kind", .pattern, \.selector.kind, "The kind, as a regular expression.")
    Field(
      "name", .pattern, \.selector.name, "The name, now or before any prefix, as a regular expression.")
    Field("labelSelector", .labelSelector, \.selector.labels, "A selector on the object's labels.")
    Field("annotationSelector", .labelSelector, \.selector.annotations, "A selector on its annotations.")
    Field("zone", .string, \.zone, "The zone that the object belongs to.")
    Field("ordinal", .count, \.ordinal, "The ordinal of the instance that the object belongs to.")
  }
}

extension Shape where Value == Pattern {
  fileprivate static var pattern: Shape {
    Shape(.string) { node, reader in
      guard let text = Shape<String>.string.read(node, reader) else { return nil }
      do throws(Pattern.Mistake) { return try Pattern(text) } catch {
        reader.report.add(error, in: text, at: node.position, hint: "\".*\" stands for any text")
        return nil
      }
    }
  }
}

extension Shape where Value == LabelSelector {
  fileprivate static var labelSelector: Shape {
    Shape(.string) { node, reader in
      guard let text = Shape<String>.string.read(node, reader) else { return nil }
      if let selector = LabelSelector(text) { return selector }
      reader.report.error(
        "bad-selector", "\"\(text)\" is no label selector", at: node.position,
        hint: "write it as in kubectl -l: app=web,tier!=cache,env in (a,b)")
      return nil
    }
  }
}
