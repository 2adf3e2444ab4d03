/// What happens to a system sooner or later.
enum ExampleChange: String, Sendable, CaseIterable {
  case instances, zone, image
  /// One more in each zone for every group, also where that is no odd number.
  case everyGroup

  static let recorded = [instances, zone, image]

  /// What an overlay on top of that for three zones says.
  func kustomization(of example: Example) -> String {
    switch self {
    case .image: "images: [{name: \(example.image), newTag: next}]\n"
    case .instances where example.growing.isEmpty: patches(of: example.voting, Self.twoMore)
    case .instances: patches(of: example.growing, "{instances: \(example.instances)}")
    case .everyGroup:
      patches(of: example.growing + example.voting, "{instances: \(example.instances)}")
    case .zone: patches(of: example.voting, Self.twoInTheNewZone) + Self.newZone
    }
  }

  private static let twoMore = "{zoneOverrides: {z1: {instances: 2}, z2: {instances: 2}}}"
  private static let twoInTheNewZone = "{zoneOverrides: {z4: {instances: 2}}}"

  private static let newZone = """
    - target: {kind: Topology}
      patch: |
        - op: add
          path: /spec/zones/-
          value: {name: z4, index: 3, nodeLabelValue: eu-central-1d, storageClassName: gp3}

    """

  private func patches(of groups: [String], _ spec: String) -> String {
    "patches:\n"
      + groups.map { "- {target: {kind: InstanceGroup, name: ^\($0)$}, patch: '{spec: \(spec)}'}\n" }.joined()
  }
}
