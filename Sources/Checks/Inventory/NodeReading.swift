internal import YAML

extension Node {
  /// The entries of a list under a key, none where there is no list.
  func items(of key: String) -> [Node] { self[key]?.items ?? [] }

  /// A number as far as Kubernetes counts, which is to 32 bits; so no sum of some is too large.
  func integer(_ key: String) -> Int? {
    self[key]?.text.flatMap { Int($0) }.map { max(Int(Int32.min), min(Int(Int32.max), $0)) }
  }

  func isTrue(_ key: String) -> Bool { self[key]?.text == "true" }
}
