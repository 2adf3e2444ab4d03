/// Where the keys of a mapping stand, for many look-ups in a large one, which would take the square of the time; in all
/// others it is the scan that is fast there.
package struct KeyPlaces: Sendable {
  private var places: [KeyBytes: Int]?

  /// - Parameter lookups: how many there will be.
  package init(_ mapping: Mapping, lookups: Int) {
    guard lookups > Self.few, mapping.pairs.count + lookups > Self.small else { return }
    var places: [KeyBytes: Int] = [:]
    places.reserveCapacity(mapping.pairs.count + lookups)
    // Of equal keys, which a composer refuses, the first counts.
    for (place, pair) in mapping.pairs.enumerated() where places[pair.key.text] == nil {
      places[pair.key.text] = place
    }
    self.places = places
  }

  private static let few = 8
  private static let small = 128

  /// - Parameter mapping: the one that this was made for.
  package func index(of key: String, in mapping: Mapping) -> Int? {
    guard let places else { return mapping.index(of: key) }
    return places[key]
  }

  /// Puts a pair behind all others.
  package mutating func append(_ pair: Mapping.Pair, to mapping: inout Mapping) {
    places?[pair.key.text] = mapping.pairs.count
    mapping.pairs.append(pair)
  }
}

extension Mapping {
  /// Sets every value, as one after the other would, in the quotes of the one whose place it takes: there, a patch that
  /// follows writes a text (kustomize v5.8 `FieldSetter`).
  package mutating func set(_ pairs: [Pair]) {
    var places = KeyPlaces(self, lookups: pairs.count)
    for pair in pairs {
      if let place = places.index(of: pair.key.text, in: self) {
        var value = pair.value
        if let style = self.pairs[place].value.scalar?.style { value.setStyle(style) }
        self.pairs[place].value = value
      } else {
        places.append(Pair(key: Scalar(pair.key.text, at: pair.value.position), value: pair.value), to: &self)
      }
    }
  }
}

extension Node {
  fileprivate mutating func setStyle(_ style: Scalar.Style) {
    guard case .scalar(var scalar) = self else { return }
    scalar.take(style)
    self = .scalar(scalar)
  }
}
