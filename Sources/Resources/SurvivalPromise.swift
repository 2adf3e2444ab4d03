/// What must be left of an instance group when zones are lost, as it promises.
package struct SurvivalPromise: Sendable, Equatable {
  package let zones: Int
  package let quorum: Quorum

  package enum Quorum: Sendable, Equatable {
    case majority
    case any
    case count(Int)

    package func needed(of total: Int) -> Int {
      switch self {
      case .majority: total / 2 + 1
      case .any: 1
      case .count(let count): count
      }
    }
  }

  package init(zones: Int, quorum: Quorum) {
    self.zones = zones
    self.quorum = quorum
  }
}
