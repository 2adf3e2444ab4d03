internal import Diagnostics
internal import YAML

/// Lists of members that somebody wrote out by hand.
extension Draft {
  /// Puts a list of the group in the place of each that comes out the same.
  mutating func setLists() {
    guard !family.isDeployment, var template = settings["template"] else { return }
    let instances = instances
    guard instances.count > 1, template.holds(instances[0].name) else { return }
    replaceLists(in: &template, instances, called: "members")
    settings["template"] = template
  }

  private mutating func replaceLists(in node: inout Node, _ instances: [AdoptedInstance], called name: String)
  {
    switch node {
    case .scalar(var scalar):
      guard scalar.kind == .string, let form = form(of: scalar.text, instances) else { return }
      let list = listName(form, called: Self.flag(of: form.before) ?? Self.listName(name))
      scalar.text = "\(form.before)$(list.\(list))\(form.after)"
      node = .scalar(scalar)
    case .sequence(var sequence):
      for index in sequence.items.indices {
        replaceLists(in: &sequence.items[index], instances, called: name)
      }
      node = .sequence(sequence)
    case .mapping(var mapping):
      let own = mapping["name"]?.text
      for index in mapping.pairs.indices {
        replaceLists(
          in: &mapping.pairs[index].value, instances, called: mapping["value"] == nil ? name : own ?? name)
      }
      node = .mapping(mapping)
    }
  }

  /// How a text lists all instances, or the first ones of each zone.
  func form(of text: String, _ instances: [AdoptedInstance]) -> ListForm? {
    guard text.holdsBytes(of: instances[0].name) else { return nil }
    let most = instances.map(\.place).max() ?? 0
    for count in stride(from: most + 1, to: 0, by: -1) {
      let listed = instances.filter { $0.place < count }
      let perZone = count > most ? nil : count
      if let form = ListForm(splitting: text, listed, perZone: perZone)
        ?? ListForm(text, listed, perZone: perZone)
      {
        return form
      }
    }
    return nil
  }

  // MARK: Names

  /// The list of this form, entered under a name that no other has.
  mutating func listName(_ form: ListForm, called name: String) -> String {
    var setting = Mapping()
    if form.each != "$(instance.address)" { setting["each"] = .string(form.each) }
    if form.join != "," { setting["join"] = .scalar(Scalar(form.join, style: .doubleQuoted)) }
    if let perZone = form.perZone { setting["perZone"] = .integer(perZone) }
    var lists = settings["lists"]?.mapping ?? Mapping()
    let known = lists.pairs.first { $0.value.sameData(as: .mapping(setting)) }
    if let known { return known.key.text }
    var free = name
    var number = 2
    while lists[free] != nil {
      free = "\(name)-\(number)"
      number += 1
    }
    lists[free] = .mapping(setting)
    settings["lists"] = .mapping(lists)
    return free
  }

  /// `--initial-cluster=` names a list, as the variable `INITIAL_CLUSTER` does.
  private static func flag(of text: String) -> String? {
    guard text.hasPrefix("-"), text.hasSuffix("=") else { return nil }
    let name = listName(String(text.dropLast()))
    return name.isEmpty ? nil : name
  }

  private static func listName(_ text: String) -> String {
    let name = text.lowercased().map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "-" }
    return String(String(name).drop { $0 == "-" }.prefix(50))
  }
}

extension Node {
  /// Whether one of its strings holds another.
  fileprivate func holds(_ text: String) -> Bool {
    switch self {
    case .scalar(let scalar): scalar.kind == .string && scalar.text.holdsBytes(of: text)
    case .sequence(let sequence): sequence.items.contains { $0.holds(text) }
    case .mapping(let mapping): mapping.pairs.contains { $0.value.holds(text) }
    }
  }
}
