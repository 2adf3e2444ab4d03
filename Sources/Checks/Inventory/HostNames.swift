/// What may be the name of a host in a text; a part of a path is none.
enum HostNames {
  static func all(in text: String) -> [Substring] {
    let bytes = Array(text.utf8)
    var hosts: [Substring] = []
    var start = 0
    while start < bytes.count {
      var end = start
      while end < bytes.count, isOfHost(bytes[end]) { end += 1 }
      if end > start, !isBehindSlash(bytes, start) {
        hosts.append(Substring(decoding: bytes[start..<end], as: UTF8.self))
      }
      start = max(end, start + 1)
    }
    return hosts
  }

  /// Its first label: the name of a Service, or of a pod.
  static func label(_ host: Substring) -> String {
    String(Substring(host.utf8.prefix { $0 != UInt8(ascii: ".") }))
  }

  private static func isOfHost(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"),
      UInt8(ascii: "."):
      true
    default: false
    }
  }

  private static func isBehindSlash(_ bytes: [UInt8], _ start: Int) -> Bool {
    let slash = UInt8(ascii: "/")
    return start > 0 && bytes[start - 1] == slash && !(start > 1 && bytes[start - 2] == slash)
  }
}
