package import Diagnostics
import YAML

/// A text made of the instances of a group: its members, as the program that runs there wants them written.
package struct ListSettings: Sendable {
  package var each = Located("$(instance.address)", Position.none)
  package var join = ","
  /// Another group of the build.
  package var group: Located<String>?
  package var perZone: Located<Int>?
  package var zones: [Located<String>]?

  static let schema = Schema("list", initial: ListSettings()) {
    Field(
      "each", .located(.string), \.each,
      "What is written for an instance; \"$(instance.address)\" when absent.")
    Field("join", .string, \.join, "What stands between two of them; \",\" when absent.")
    Field(
      "group", .located(.string), \.group, "The group whose instances are listed; this one when absent.")
    Field(
      "perZone", .located(.integer(in: 1...InstanceCounts.most)), \.perZone,
      "How many of each zone are listed, from its first on; all when absent.")
    Field(
      "zones", .list(of: .located(.string), atMost: Zone.most), \.zones,
      "The zones whose instances are listed; all when absent.")
  }
}
