extension Array {
  /// Removes the elements at these places, whatever order they come in.
  package mutating func remove(at places: [Int]) {
    if places.count == 1 { remove(at: places[0]) }
    guard places.count > 1 else { return }
    let unwanted = Set(places)
    var place = -1
    removeAll { _ in
      place += 1
      return unwanted.contains(place)
    }
  }
}
