package import Resources

/// How many pods of a group must stay.
package struct Quorum: Sendable {
  package let needed: Int
  package let total: Int
  /// `nil` where the objects carry none, so that ``needed`` is what groups mostly need.
  package let promise: SurvivalPromise?
  /// Whether a promise is kept: whichever zones are lost, enough stay.
  package let isKept: Bool

  /// - Parameters:
  ///   - counts: the pods of each zone.
  ///   - hasMembers: whether pods have names of their own, so that they may be members of something.
  init(_ promise: SurvivalPromise?, _ counts: [Int], hasMembers: Bool) {
    self.promise = promise
    let total = counts.reduce(0, +)
    self.total = total
    // As a plan has it: a majority, and of two one.
    needed = promise?.quorum.needed(of: total) ?? min(total, hasMembers && total > 2 ? total / 2 + 1 : 1)
    let lost = counts.sorted(by: >).prefix(promise?.zones ?? 0).reduce(0, +)
    isKept = total - lost >= needed
  }
}

extension SurvivalPromise {
  /// `1 zone, Majority`
  var text: String { "\(GraphText.counted(zones, "zone")), \(quorumWord)" }

  /// As an InstanceGroup says it.
  var quorumWord: String {
    switch quorum {
    case .majority: "Majority"
    case .any: "Any"
    case .count(let count): "\(count)"
    }
  }
}
