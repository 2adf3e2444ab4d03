internal import YAML

extension Node {
  /// The entries of a list under a key, none where there is no list.
  func items(of key: String) -> [Node] { self[key]?.items ?? [] }

  func integer(_ key: String) -> Int? { self[key]?.text.flatMap { Int($0) } }

  func isTrue(_ key: String) -> Bool { self[key]?.text == "true" }
}
