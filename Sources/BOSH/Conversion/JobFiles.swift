internal import Diagnostics
internal import InstanceGroups
internal import Resources
internal import YAML

/// The rendered files of a group's jobs, as a Secret of which every pod mounts what is its own.
struct JobFiles {
  private let rendered: RenderedGroup
  private let isErrand: Bool
  let name: String
  static let directory = "/var/vcap/jobs"

  init(_ rendered: RenderedGroup, isErrand: Bool) {
    self.rendered = rendered
    self.isErrand = isErrand
    name = Names.sanitized(rendered.group.group.name.value) + "-jobs"
    var index: [[UInt8]: String] = [:]
    for instance in rendered.instances {
      for file in instance.files {
        let key = index[file.content] ?? Self.key(entries.count, file.path)
        if index.updateValue(key, forKey: file.content) == nil {
          entries.append((key, file.content))
        }
        items.append(
          .mapping([
            "key": .string(key), "path": .string("\(instance.instance.name)/\(file.path)"),
            // Octal 755.
            "mode": file.isExecutable ? 493 : nil,
          ]))
      }
    }
  }

  /// Contents that several instances share are kept once.
  private var entries: [(key: String, content: [UInt8])] = []
  private var items: [Node] = []

  /// A number, so that no two are the same, and the file's name for people.
  private static func key(_ number: Int, _ path: String) -> String {
    let name = path.utf8.map { byte -> UInt8 in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "_"):
        byte
      default: UInt8(ascii: "_")
      }
    }
    return "\(number).\(String(decoding: name.suffix(200), as: UTF8.self))"
  }

  /// What the Secret holds; `nil` when there are no files.
  var secret: KeyValuePairs<String, Node?>? {
    if entries.isEmpty { return nil }
    let data = entries.map { ($0.key, String(decoding: Base64.encode($0.content), as: UTF8.self)) }
    return ["data": .strings(data), "type": "Opaque"]
  }

  var volume: Node? {
    if entries.isEmpty { return nil }
    return .mapping([
      "name": "jobs-dir", "secret": .mapping(["secretName": .string(name), "items": .sequence(items)]),
    ])
  }

  var mount: Node? {
    if entries.isEmpty { return nil }
    let pod: (String, Node) =
      isErrand
      ? ("subPath", .string(rendered.instances.first?.instance.name ?? "")) : ("subPathExpr", "$(POD_NAME)")
    return .mapping(["name": "jobs-dir", "mountPath": .string(Self.directory), pod.0: pod.1])
  }

  /// Whether a job has a file that can be run, such as `bin/pre-start`.
  func has(_ path: String, of job: Job) -> Bool {
    let path = "\(job.name.value)/\(path)"
    return rendered.instances.contains { $0.files.contains { sameBytes($0.path, path) } }
  }

  var byteCount: Int { entries.reduce(0) { $0 + $1.content.count } }
}
