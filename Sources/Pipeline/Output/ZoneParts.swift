internal import Machine
internal import Resources
internal import YAML

/// A set cut into what all zones share and what each zone has for itself.
struct ZoneParts {
  /// The form in which each part is written.
  static let form = OutputForm(hasKustomization: true)

  private static let common = "common"
  private static let zones = "zones"

  /// The parts by the names of their directories, what is shared first.
  let parts: [(place: Place, set: ResourceSet)]

  struct Place: Equatable {
    /// The directory that holds those of zones; `nil` for what they share.
    let parent: String?
    let name: String

    var path: String { parent.map { FilePath.join($0, name) } ?? name }
  }

  init(of set: ResourceSet) {
    var shared: [Resource] = []
    var zoned: [String: (index: Int, resources: [Resource])] = [:]
    for resource in set.resources {
      guard let labels = resource.zoneLabels, let zone = labels.zone else {
        shared.append(resource)
        continue
      }
      // A zone is the value of a label, but a hidden directory or a device of Windows can be one, too.
      let name = FileName.encoded("\(labels.zoneIndex)-\(zone)")
      zoned[name, default: (labels.zoneIndex, [])].resources.append(resource)
    }
    let names = zoned.keys.sorted { a, b in
      let (first, second) = (zoned[a]?.index ?? 0, zoned[b]?.index ?? 0)
      return first == second ? precedesBytewise(a, b) : first < second
    }
    parts =
      [(Place(parent: nil, name: Self.common), ResourceSet(shared))]
      + names.map { (Place(parent: Self.zones, name: $0), ResourceSet(zoned[$0]?.resources ?? [])) }
  }

  /// The directories below one that were written as parts.
  static func written(in directory: HeldDirectory) -> [Place] {
    var places: [Place] = []
    func add(_ place: Place, in parent: HeldDirectory) {
      guard let held = try? HeldDirectory(place.name, in: parent) else { return }
      defer { held.close() }
      if held.kind(of: OutputIndex.name) != nil { places.append(place) }
    }
    add(Place(parent: nil, name: common), in: directory)
    guard let zones = try? HeldDirectory(Self.zones, in: directory) else { return places }
    defer { zones.close() }
    for name in zones.names { add(Place(parent: Self.zones, name: name), in: zones) }
    return places
  }
}

extension HeldDirectory {
  /// The directory of a part, made where it is missing.
  init(making place: ZoneParts.Place, in directory: HeldDirectory) throws(FileSystem.Failure) {
    guard let parent = place.parent else {
      try self.init(making: place.name, in: directory)
      return
    }
    let held = try HeldDirectory(making: parent, in: directory)
    defer { held.close() }
    try self.init(making: place.name, in: held)
  }

  /// The directory of a part, where there is one.
  init(_ place: ZoneParts.Place, in directory: HeldDirectory) throws(FileSystem.Failure) {
    guard let parent = place.parent else {
      try self.init(place.name, in: directory)
      return
    }
    let held = try HeldDirectory(parent, in: directory)
    defer { held.close() }
    try self.init(place.name, in: held)
  }
}
