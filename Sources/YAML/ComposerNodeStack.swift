/// Nodes that wait for their collection to end.
///
/// An array would do, but taking elements off an array copies them first, and counting the references to their
/// texts up and down takes about a tenth of composing. Here they are moved.
struct NodeStack: ~Copyable {
  private var nodes: UnsafeMutablePointer<Node>
  private var capacity = 256
  private(set) var count = 0

  init() {
    nodes = .allocate(capacity: capacity)
  }

  deinit {
    nodes.deinitialize(count: count)
    nodes.deallocate()
  }

  var last: Node? { count > 0 ? nodes[count - 1] : nil }

  mutating func push(_ node: consuming Node) {
    if count == capacity { grow() }
    (nodes + count).initialize(to: node)
    count += 1
  }

  mutating func pop() -> Node? {
    guard count > 0 else { return nil }
    count -= 1
    return (nodes + count).move()
  }

  /// Takes off everything from an index on, as items.
  mutating func popItems(from start: Int) -> [Node] {
    var items: [Node] = []
    items.reserveCapacity(count - start)
    for index in start..<count { items.append((nodes + index).move()) }
    count = start
    return items
  }

  /// Takes off everything from an index on, as keys and values in turn.
  ///
  /// - Parameter reject: is given what stands in the place of a key and is no scalar.
  mutating func popPairs(from start: Int, reject: (Node) -> Void) -> [Mapping.Pair] {
    var pairs: [Mapping.Pair] = []
    pairs.reserveCapacity((count - start) / 2)
    for index in stride(from: start, to: count - 1, by: 2) {
      let key = (nodes + index).move()
      let value = (nodes + index + 1).move()
      if case .scalar(let key) = key {
        pairs.append(.init(key: key, value: value))
      } else {
        reject(key)
      }
    }
    count = start
    return pairs
  }

  private mutating func grow() {
    let larger = UnsafeMutablePointer<Node>.allocate(capacity: 2 * capacity)
    larger.moveInitialize(from: nodes, count: count)
    nodes.deallocate()
    nodes = larger
    capacity *= 2
  }
}
