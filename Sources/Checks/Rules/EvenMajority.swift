internal import Diagnostics

extension Rule {
  /// Found by the build: rendered objects don't tell what their group promises.
  static let evenMajority = Rule(
    "even-majority", .info,
    "A group that promises a majority and would survive as much with one instance fewer",
    because: """
      Of an even number, a majority is one more than half: the last member adds nothing but another that may fail. \
      The build says so of a group with `survive`; in what was rendered before nothing is found.
      """,
    bad: "instances: 4 # with survive: {quorum: true}",
    good: "instances: 5"
  ) { _, _ in }
}
