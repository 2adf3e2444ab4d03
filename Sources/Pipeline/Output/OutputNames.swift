internal import Resources
internal import YAML

extension OutputNaming {
  /// A name for each object, different from all others also where case and Unicode's forms count for nothing.
  ///
  /// A name that only one object has stays. Others get something that only the object has, as little of it as tells them
  /// apart from each other and from all that are settled; the order of the objects makes no difference.
  func names(of set: ResourceSet) -> [String] {
    let namespaces = Set(texts: set.resources.filter { !$0.isClusterScoped }.map(\.namespace))
    let wanted = set.resources.map { Self.fitting(name(of: $0, isAlone: namespaces.count <= 1), $0) }
    var names = wanted
    var taken: Set<String> = []
    var open = Array(wanted.indices)
    for digits in [0, 8, 16] where !open.isEmpty {
      for index in open where digits > 0 {
        names[index] = Self.told(apart: wanted[index], set.resources[index], digits)
      }
      var counts: [String: Int] = [:]
      for index in open { counts[names[index].folded, default: 0] += 1 }
      let settled = open.filter { counts[names[$0].folded] == 1 && !taken.contains(names[$0].folded) }
      taken.formUnion(settled.map { names[$0].folded })
      let isSettled = Set(settled)
      open.removeAll(where: isSettled.contains)
    }
    for index in open { names[index] = Self.numbered(names[index], &taken) }
    return names.map { $0 + Self.ending }
  }

  private static let ending = ".yaml"
  /// Most file systems allow 255 bytes, of which the ending and what tells names apart take some.
  private static let limit = 230

  private func name(of resource: Resource, isAlone: Bool) -> String {
    switch self {
    case .kind: return "\(resource.gvk.kind)-\(resource.name)"
    case .kustomize:
      let parts = [resource.gvk.group, resource.gvk.version, resource.gvk.kind].filter { !$0.isEmpty }
      let prefix = isAlone || resource.isClusterScoped ? "" : resource.namespace + "_"
      return prefix + parts.joined(separator: "_") + "_" + resource.name
    }
  }

  /// In small letters, without what a path or Windows would take amiss, and not too long.
  private static func fitting(_ name: String, _ resource: Resource) -> String {
    let name = FileName.encoded(name.lowercased())
    return name.utf8.count <= limit ? name : told(apart: FileName.prefix(of: name, limit - 9), resource, 8)
  }

  /// With something that only this object has.
  private static func told(apart name: String, _ resource: Resource, _ digits: Int) -> String {
    var identity = [
      resource.gvk.group, resource.gvk.version, resource.gvk.kind, resource.namespace, resource.name,
    ]
    // A line break in a name can make eight digits those of another object, but not more.
    if digits > 8 { identity = identity.map { "\($0.utf8.count):\($0)" } }
    let hash = ContentHash.sha256Hex(Array(identity.joined(separator: "\n").utf8))
    return "\(name)-\(hash.prefix(digits))"
  }

  /// For who found objects with one hash.
  private static func numbered(_ name: String, _ taken: inout Set<String>) -> String {
    var number = 1
    while !taken.insert("\(name)-\(number)".folded).inserted { number += 1 }
    return "\(name)-\(number)"
  }

  /// Whether a file of this name can have come from a build.
  static func writes(_ name: String) -> Bool {
    name.hasSuffix(ending) && name.utf8.count <= 255 && name.lowercased().utf8.elementsEqual(name.utf8)
      && FileName.isPlain(name)
  }
}

extension String {
  /// The same for names that some file system takes for one. `Set` compares by Unicode's canonical equivalence.
  fileprivate var folded: String { utf8.allSatisfy { $0 < 0x80 } ? self : uppercased().lowercased() }
}
