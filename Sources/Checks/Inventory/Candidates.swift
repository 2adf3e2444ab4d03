internal import Diagnostics

/// `suggestion(for:among:)` over the first few hundred names: a set in which every reference is wrong would
/// otherwise compare each with all.
func likely(_ word: String, among names: some Sequence<String>, otherwise: String? = nil) -> String? {
  suggestion(for: word, among: Array(names.prefix(mostCandidates)), otherwise: otherwise)
}

private let mostCandidates = 200
