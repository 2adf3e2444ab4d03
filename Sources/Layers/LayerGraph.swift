internal import Diagnostics
internal import Files
internal import Machine
internal import Resources
internal import Transforms
internal import YAML

/// The layers of one build: those on the way to the one that is being gathered, and what those give that several
/// others name.
///
/// Two layers that each name the same two bases, and so on, are few directories and very many ways through them.
final class LayerGraph {
  /// Layers within each other, which are calls within each other.
  private static let deepest = 2000
  /// Layers on the way before the stack of the process is left.
  private static let deepestOnOwnStack = 8
  /// Components change what is there each time they are named, so that every time counts.
  private static let most = 50_000

  /// What decides what a base gives.
  private struct Key: Hashable {
    var path: KeyBytes
    /// Messages about one directory can speak of it by several names.
    var shown: KeyBytes
    var clone: String?
    var place: LayerPlace?
    var openAPI: OpenAPI.Source?
    var isKept: Bool
  }

  private struct Entry {
    var path: String
    /// The layers that it names, directly.
    var inner: [Int] = []
    var kustomization: Kustomization?
    var gathered: Accumulator?
    var visits = 0
  }

  private var entries: [Entry] = []
  private var index: [Key: Int] = [:]
  /// The layers on the way here, outermost first.
  private var way: [Int] = []
  /// How many layers on the way lie in each directory, or are it.
  private var open: [KeyBytes: Int] = [:]
  private var count = 0

  /// What a base gives.
  ///
  /// It is kept when it is gathered for the second time: most bases are of one layer, which changes the objects in
  /// place, and would have to copy what is kept.
  func base(
    _ layer: LayerContext, named name: Located<String>, _ gather: () -> Accumulator?
  ) -> Accumulator? {
    let entry = note(layer, isKept: true)
    if let known = entries[entry].gathered, layer.report.hasErrors || !leadsBack(entry) {
      return affordable(known, layer, named: name)
    }
    entries[entry].visits += 1
    let gathered = enter(entry, layer, named: name, gather) ?? nil
    guard entries[entry].visits > 1 else { return gathered }
    entries[entry].gathered = gathered
    return gathered.flatMap { affordable($0, layer, named: name) }
  }

  /// What a base gives again: as soon as a layer changes it, it is a copy.
  ///
  /// - Returns: `nil` after a report.
  private func affordable(
    _ base: Accumulator, _ layer: LayerContext, named name: Located<String>
  ) -> Accumulator? {
    let weight = base.set.resources.reduce(0) { sum, resource in
      sum + resource.object.extent.nodes * Node.ownWeight + MemoryLayout<Resource>.size
        + resource.earlier.count * MemoryLayout<ResourceID>.size
    }
    let holds = layer.files.growth.holds(
      weight, of: "\"\(name.value)\", once more,", at: name.position, layer.report)
    return holds ? base : nil
  }

  /// Adds a layer that changes what is there: a component, or the outermost one.
  func layer(_ layer: LayerContext, named name: Located<String>, _ add: () -> Void) {
    _ = enter(note(layer, isKept: false), layer, named: name, add)
  }

  /// What is read of a layer's own file, once.
  ///
  /// - Parameter load: reports where it can't be read.
  func kustomization(of layer: LayerContext, _ load: () -> Kustomization?) -> Kustomization? {
    let entry = entry(of: layer, isKept: true)
    if let known = entries[entry].kustomization { return known }
    entries[entry].kustomization = load()
    return entries[entry].kustomization
  }

  /// - Returns: the layer's entry, which the layer that is being gathered names.
  private func note(_ layer: LayerContext, isKept: Bool) -> Int {
    let entry = entry(of: layer, isKept: isKept)
    if let outer = way.last { entries[outer].inner.append(entry) }
    return entry
  }

  private func entry(of layer: LayerContext, isKept: Bool) -> Int {
    let directory = layer.directory
    let key = Key(
      path: KeyBytes(text: directory.path), shown: KeyBytes(text: directory.shown), clone: directory.clone,
      place: layer.place, openAPI: layer.openAPI?.source, isKept: isKept)
    let entry = index[key] ?? entries.count
    if entry == entries.count {
      entries.append(Entry(path: directory.path))
      index[key] = entry
    }
    return entry
  }

  private func enter<Value>(
    _ entry: Int, _ layer: LayerContext, named name: Located<String>, _ work: () -> Value
  ) -> Value? {
    guard hasRoom(name, layer.report) else { return nil }
    entries[entry].inner = []
    count += 1
    way.append(entry)
    for directory in FilePath.ancestors(of: entries[entry].path) { open[directory, default: 0] += 1 }
    defer {
      way.removeLast()
      for directory in FilePath.ancestors(of: entries[entry].path) {
        open[directory] = open[directory].flatMap { $0 > 1 ? $0 - 1 : nil }
      }
    }
    guard way.count == Self.deepestOnOwnStack else { return work() }
    let result = DeepStack.run(work)
    if result == nil {
      layer.report.add(
        Diagnostic(
          "no-memory", cause: .system, "there is no memory for the layers below \"\(name.value)\"",
          at: name.position, hint: "raise the limit on memory (ulimit -v)"))
    }
    return result
  }

  private func hasRoom(_ name: Located<String>, _ report: Report) -> Bool {
    if way.count >= Self.deepest {
      report.error(
        "too-deep-layers", "\"\(name.value)\" has \(way.count) layers around it, which is as many as can be",
        at: name.position, hint: "name what it needs in one of the layers around it")
      return false
    }
    guard count >= Self.most else { return true }
    // Each of the layers on the way would only say the same.
    if count == Self.most {
      count += 1
      report.error(
        "too-many-layers",
        "the build has more than \(Self.most) layers, counting each as often as it is named",
        at: name.position, hint: "name a component in one layer only")
    }
    return false
  }

  /// Whether any layer below one contains a layer on the way here, so that its mistakes are others here.
  private func leadsBack(_ entry: Int) -> Bool {
    var seen: Set<Int> = [entry]
    var rest = [entry]
    while let next = rest.popLast() {
      if open[KeyBytes(text: entries[next].path)] != nil { return true }
      for inner in entries[next].inner where seen.insert(inner).inserted { rest.append(inner) }
    }
    return false
  }
}

extension FilePath {
  /// A directory and all that contain it.
  fileprivate static func ancestors(of path: String) -> [KeyBytes] {
    var found = [KeyBytes(text: path)]
    var path = path
    while path != "/" {
      path = directory(of: path)
      found.append(KeyBytes(text: path))
    }
    return found
  }
}
