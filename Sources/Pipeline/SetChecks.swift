internal import Diagnostics
internal import Resources

/// Checks of the whole set, once everything is in it.
enum SetChecks {
  static func areDistinct(_ set: ResourceSet) -> Bool {
    var seen: Set<ResourceID> = []
    return set.resources.allSatisfy { seen.insert($0.canonicalID).inserted }
  }

  /// What a group generates may meet an object that was there.
  ///
  /// - Parameter isLookedAt: whether it matters that another object is the same as one.
  static func identities(
    _ set: ResourceSet, _ report: Report, where isLookedAt: (Resource) -> Bool = { _ in true }
  ) {
    var seen: [ResourceID: Int] = [:]
    seen.reserveCapacity(set.resources.count)
    for index in set.resources.indices {
      guard let other = seen.updateValue(index, forKey: set.resources[index].canonicalID) else { continue }
      let resource = set.resources[index]
      guard isLookedAt(resource) || isLookedAt(set.resources[other]) else { continue }
      report.error(
        "duplicate-object", "\(resource.id) is there twice", at: resource.namePosition,
        notes: [.init("the other one", at: set.resources[other].namePosition)],
        hint:
          "rename one of them; an instance group names its objects after itself, its zones and its instances")
    }
  }
}
