internal import Resources
internal import YAML

/// Where in the files of a package what is made of its objects is written: into the same file, each at an index of its own.
struct FilePlaces {
  private static let internalPrefix = "internal.config.kubernetes.io/"
  private static let paths = [internalPrefix + "path", "config.kubernetes.io/path"]
  private static let indexes = [internalPrefix + "index", "config.kubernetes.io/index"]
  /// Which of several packages a file belongs to.
  private static let package = internalPrefix + "package-path"

  private let items: [Node]
  /// The first index of each file that nothing has.
  private var ends: [KeyBytes: Int] = [:]
  /// Indexes of what does not stay, the first one last.
  private var freed: [KeyBytes: [Int]] = [:]

  init(_ items: [Node]) {
    self.items = items
    for item in items {
      guard let path = Self.path(of: item) else { continue }
      ends[KeyBytes(text: path)] = max(ends[KeyBytes(text: path)] ?? 0, Self.index(of: item) + 1)
    }
  }

  /// The file that holds an object, and its number there.
  static func path(of item: Node) -> String? {
    paths.lazy.compactMap { item.at("metadata", "annotations", $0)?.text }.first
  }

  static func index(of item: Node) -> Int {
    let text = indexes.lazy.compactMap { item.at("metadata", "annotations", $0)?.text }.first
    return max(0, min(text.flatMap { Int($0) } ?? 0, Int(Int32.max)))
  }

  /// Lets something else have the places of items.
  mutating func free(_ places: [Int]) {
    for place in places.reversed() {
      guard let path = Self.path(of: items[place]) else { continue }
      freed[KeyBytes(text: path), default: []].append(Self.index(of: items[place]))
    }
  }

  /// The annotations of what is made of an item; none where the item has no file.
  mutating func next(beside place: Int) -> [(key: String, value: String)] {
    let annotations = items[place].at("metadata", "annotations")
    guard let path = Self.path(of: items[place]) else { return [] }
    let key = KeyBytes(text: path)
    var index = ends[key] ?? 0
    if let free = freed[key]?.popLast() { index = free } else { ends[key] = index + 1 }
    let isCurrent = annotations?[Self.paths[0]] != nil || annotations?[Self.paths[1]] == nil
    let isOld = annotations?[Self.paths[1]] != nil
    let versions = [isCurrent ? 0 : nil, isOld ? 1 : nil].compactMap(\.self)
    return versions.flatMap { [(Self.paths[$0], path), (Self.indexes[$0], String(index))] }
      + [annotations?[Self.package]?.text.map { (Self.package, $0) }].compactMap(\.self)
  }
}
