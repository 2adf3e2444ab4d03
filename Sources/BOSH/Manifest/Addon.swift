package import Diagnostics
internal import YAML

/// Jobs that are added to every group that matches.
package struct Addon: Sendable {
  package var name = Located("", Position.none)
  package var jobs: [Job] = []
  package var include: PlacementRules?
  package var exclude: PlacementRules?

  static let schema = Schema("addon", isOpen: true, initial: Addon()) {
    Field("name", .located(.scalarText), \.name, required: true, "What the addon is called.")
    Field("jobs", .list(of: Job.shape), \.jobs, "The jobs to add.")
    Field("include", .object(PlacementRules.schema), \.include, "The groups that get them.")
    Field("exclude", .object(PlacementRules.schema), \.exclude, "The groups that don't.")
  }
}

/// Which groups an addon is for. Different rules must all match, of one rule's entries any.
package struct PlacementRules: Sendable {
  package struct JobRule: Sendable {
    package var name = Located("", Position.none)
    package var release = Located("", Position.none)

    static let schema = Schema("job of a placement rule", isOpen: true, initial: JobRule()) {
      Field("name", .located(.scalarText), \.name, required: true, "The job.")
      Field("release", .located(.scalarText), \.release, required: true, "The job's release.")
    }
  }

  package var stemcells: [String]?
  package var deployments: [String]?
  package var jobs: [JobRule]?
  package var groups: [Located<String>]?
  package var azs: [String]?
  package var lifecycle: GroupLifecycle?

  static let schema = Schema("placement rules", isOpen: true, initial: PlacementRules()) {
    Field("stemcell", .list(of: stemcell), \.stemcells, "Systems, as a list of {os: …}.")
    Field("deployments", .list(of: .scalarText), \.deployments, "Deployments by name.")
    Field("jobs", .list(of: .object(JobRule.schema)), \.jobs, "Groups that have one of these jobs.")
    Field("instance_groups", .list(of: .located(.scalarText)), \.groups, "Groups by name.")
    Field("azs", .list(of: .scalarText), \.azs, "Groups that are in one of these zones.")
    Field("lifecycle", .choice(), \.lifecycle, "Groups that run always, or errands.")
    Field("networks", checked: .node, "Means nothing on Kubernetes.")
    Field("teams", checked: .node, "Means nothing on Kubernetes.")
  }

  private static var stemcell: Shape<String> {
    Shape(.map(.string)) { node, reader in
      if let os = node["os"]?.text { return os }
      reader.mismatch(node, expected: "a mapping", hint: "write {os: …}")
      return nil
    }
  }
}
