/// The anchors of a document.
struct Anchors {
  /// A node that aliases may name.
  struct Anchored {
    var node: Node
    /// How many nodes it is made of.
    var size: Int
    /// How many levels of collections it is made of.
    var height: Int
  }

  enum State {
    /// Its end is still to come: an alias within would contain itself.
    case open
    case closed(Anchored)
  }

  // An anchor that is written again means the later node from there on, even while the earlier one is open.
  private var latest: [String: Int] = [:]
  private var states: [State] = []

  /// The names that a misspelled one may mean, in the order of the text. An input that is made to take time
  /// may have more of them, and longer ones.
  private(set) var names: [String] = []

  subscript(name: String) -> State? {
    latest[name].map { states[$0] }
  }

  mutating func open(_ name: String) -> Int {
    if latest.updateValue(states.count, forKey: name) == nil, names.count < 1000, name.utf8.count <= 64 {
      names.append(name)
    }
    states.append(.open)
    return states.count - 1
  }

  mutating func close(_ index: Int, _ anchored: Anchored) {
    states[index] = .closed(anchored)
  }
}
