import Diagnostics
import Resources

/// What Kubernetes accepts as the name of something, and what is made of names that it does not.
package enum Names {
  /// Made a DNS label: letters lowered, `_` written `-`, everything else that is not allowed dropped.
  package static func sanitized(_ name: String) -> String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(name.utf8.count)
    for byte in name.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): bytes.append(byte)
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): bytes.append(byte | 0x20)
      case UInt8(ascii: "_"), UInt8(ascii: "-"): bytes.append(UInt8(ascii: "-"))
      default: break
      }
    }
    let isDash = { (byte: UInt8) in byte == UInt8(ascii: "-") }
    let start = bytes.firstIndex { !isDash($0) } ?? bytes.endIndex
    let end = bytes.lastIndex { !isDash($0) } ?? bytes.startIndex
    return start <= end && !bytes.isEmpty && start < bytes.endIndex
      ? String(decoding: bytes[start...end], as: UTF8.self) : ""
  }

  /// Cut to 53 characters the way Quarks did, so that what ran under it keeps its address.
  static func cutByQuarks(_ name: String) -> String {
    name.utf8.count <= 53 ? name : "\(name.prefix(20))-\(ContentHash.md5Hex(name))"
  }
}

/// How long a name may be, and why.
struct NameLimit {
  let kind: String
  let length: Int
  let reason: String

  static let statefulSet = NameLimit(
    kind: "StatefulSet", length: 52,
    reason: "its pods carry it, and a hash, in the label controller-revision-hash")
  static let deployment = NameLimit(
    kind: "Deployment", length: 242, reason: "its ReplicaSets add 11 characters to it")
  static let pod = NameLimit(kind: "pod", length: 63, reason: "it is the pod's host name")
  static let service = NameLimit(kind: "Service", length: 63, reason: "it is a DNS label")
  static let cronJob = NameLimit(kind: "CronJob", length: 52, reason: "its Jobs add 11 characters to it")
  static let job = NameLimit(
    kind: "Job", length: 52, reason: "its pods carry it in a label, with 11 characters of its content's hash")

  /// Reports a name that is too long.
  func check(_ name: String, at position: Position, _ report: Report) {
    let excess = name.utf8.count - length
    guard excess > 0 else { return }
    report.error(
      "name-too-long",
      "the \(kind) name \"\(name)\" is \(excess) character\(excess == 1 ? "" : "s") too long", at: position,
      notes: [.init("a \(kind) name may have \(length) characters: \(reason)")],
      hint: "shorten the group's name, a layer's namePrefix or nameSuffix, or the Topology's workloadName")
  }
}
