internal import Diagnostics
internal import Machine
package import YAML

// `set instances`: how many instances a group has, wherever that is written.

/// A group as a build of the kustomization has it.
package struct BuiltGroup: Sendable {
  /// All names that it has had.
  package let names: [String]
  package let spec: Node
  /// The zones that it can be in.
  package let zones: [String]

  package init(names: [String], spec: Node, zones: [String]) {
    (self.names, self.spec, self.zones) = (names, spec, zones)
  }
}

/// The files that `set instances` changes: those of groups beside the kustomization file.
package struct InstanceCounts {
  package private(set) var editor: KustomizationEditor
  /// By their paths, in the order in which they were read.
  private var files: [(path: String, original: [UInt8], text: EditedText)] = []
  private let groups: [BuiltGroup]

  package init(_ editor: KustomizationEditor, _ groups: [BuiltGroup]) {
    (self.editor, self.groups) = (editor, groups)
  }

  /// What has changed, besides the kustomization file.
  package var changed: [(path: String, text: [UInt8])] {
    files.filter { $0.text.bytes != $0.original }.map { ($0.path, $0.text.bytes) }
  }

  package mutating func set(_ arguments: [String], zone: String?) {
    for argument in arguments {
      guard let count = Count(argument) else {
        editor.report.error(
          "bad-instances", "\"\(argument)\" is not a group and a number",
          at: editor.place("set instances \(argument)"),
          hint: "write GROUP=COUNT, such as nats=3")
        continue
      }
      guard let group = groups.first(where: { $0.names.contains { sameBytes($0, count.name) } }) else {
        editor.report.error(
          "not-there", "there is no instance group \"\(count.name)\" here",
          at: editor.place("set instances \(argument)"),
          hint: suggestion(
            for: count.name, among: groups.compactMap(\.names.last), otherwise: "those here are")
            ?? "name one of the groups that \"zonal instances\" lists")
        continue
      }
      if let zone, !isZone(zone, of: group, argument) { continue }
      set(count, of: group, zone)
    }
  }

  private func isZone(_ zone: String, of group: BuiltGroup, _ argument: String) -> Bool {
    if group.zones.contains(where: { sameBytes($0, zone) }) { return true }
    editor.report.error(
      "unknown-zone", "the group is in no zone \"\(zone)\"",
      at: editor.place("set instances \(argument) --zone \(zone)"),
      hint: suggestion(for: zone, among: group.zones, otherwise: "its zones are") ?? "leave --zone out")
    return false
  }

  private mutating func set(_ count: Count, of group: BuiltGroup, _ zone: String?) {
    let keys = zone.map { ["spec", "zoneOverrides", $0, "instances"] } ?? ["spec", "instances"]
    let built = group.spec.at(keys.dropFirst().map(Step.key))
    if zone == nil, !editor.replicas(of: count.name).isEmpty {
      return editor.setReplicas(of: count.name, to: count.value)
    }
    if let (index, document) = file(of: group),
      isSame(built, files[index].text.documents[document].at(keys.map(Step.key)))
    {
      do throws(EditedText.Refusal) {
        if files[index].text.documents[document].at(keys.map(Step.key))?.text == String(count.value) {
          return
        }
        try files[index].text.put(
          keys, .integer(count.value), in: document, behind: ["instances", "instancesPolicy", "zones"])
      } catch {
        editor.report.refuse(error)
      }
    } else if zone == nil {
      editor.setReplicas(of: count.name, to: count.value)
    } else {
      editor.patchGroup(count.name, keys, count.value)
    }
  }

  /// Whether a number is what the file says, so that nothing else sets it.
  private func isSame(_ built: Node?, _ written: Node?) -> Bool {
    guard let built, let written else { return built == nil && written == nil }
    return built.sameData(as: written)
  }

  /// The file among the resources of this directory that a group stands in.
  private mutating func file(of group: BuiltGroup) -> (Int, Int)? {
    for resource in editor.items("resources") {
      guard let name = resource.text else { continue }
      let path = FilePath.join(editor.directory, name)
      guard FileSystem.kind(of: path) == .file, let index = read(path) else { continue }
      let document = files[index].text.documents.firstIndex { document in
        document["kind"]?.string == "InstanceGroup"
          && document.at("metadata", "name")?.text.map { name in group.names.contains { sameBytes($0, name) }
          } ?? false
      }
      if let document { return (index, document) }
    }
    return nil
  }

  private mutating func read(_ path: String) -> Int? {
    if let index = files.firstIndex(where: { sameBytes($0.path, path) }) { return index }
    guard let read = KustomizationEditor.read(path, "resource", editor.files, editor.report) else {
      return nil
    }
    files.append((path, read.bytes, read.text))
    return files.count - 1
  }
}

extension KustomizationEditor {
  /// Sets a number of a group by a patch: in one for the group that is here, or in a new one.
  fileprivate mutating func patchGroup(_ name: String, _ keys: [String], _ value: Int) {
    let found = items("patches").firstIndex { entry in
      guard let target = entry["target"]?.mapping, let text = entry["patch"]?.string else { return false }
      return target.pairs.count == 2 && target["kind"]?.string == "InstanceGroup"
        && target["name"]?.string == name
        && EditedText(Array(text.utf8))?.documents.first?.mapping != nil
    }
    let new = keys.reversed().reduce(Node.integer(value)) {
      .mapping(Mapping([.init(key: Scalar($1), value: $0)]))
    }
    guard let found,
      var patch = items("patches")[found]["patch"]?.string.flatMap({ EditedText(Array($0.utf8)) })
    else {
      let text = SourceWriter().lines(of: new).joined(separator: "\n")
      return append(
        .mapping([
          "target": .mapping(["kind": "InstanceGroup", "name": .string(name)]), "patch": .string(text + "\n"),
        ]), to: "patches")
    }
    do throws(EditedText.Refusal) {
      try patch.put(keys, .integer(value))
      put(
        "patch", .string(String(decoding: patch.bytes, as: UTF8.self)),
        in: [.key(key("patches")), .item(found)])
    } catch {
      report.refuse(.init(reason: error.reason, position: items("patches")[found].position, hint: error.hint))
    }
  }
}
