internal import Glibc
internal import Machine

/// A directory in memory with the files of one input.
enum Scratch {
  static let root = FileSystem.makeTemporaryDirectory("zonal-fuzz", in: "/dev/shm") ?? "/nowhere"

  static func path(_ name: String) -> String { FilePath.join(root, name) }

  static func clear() {
    for name in FileSystem.names(in: root) {
      FileSystem.removeTree(path(name))
      FileSystem.remove(path(name))
    }
  }

  /// Names that stay below the directory, whatever the input says; the rest goes.
  static func lay(_ parts: [(name: String, bytes: [UInt8])], below directory: String = "") {
    for part in parts.prefix(24) {
      let words = part.name.split(separator: "/").filter { $0 != "." && $0 != ".." && $0.utf8.count < 100 }
      guard !words.isEmpty, words.count < 6, !part.name.utf8.contains(0) else { continue }
      write(part.bytes, to: FilePath.join(directory, words.joined(separator: "/")))
    }
  }

  static func write(_ bytes: [UInt8], to name: String) {
    let file = path(name)
    var end = root.endIndex
    while let slash = file[file.index(after: end)...].firstIndex(of: "/") {
      mkdir(String(file[..<slash]), 0o755)
      end = slash
    }
    let descriptor = open(file, O_WRONLY | O_CREAT | O_TRUNC, 0o644)
    guard descriptor >= 0 else { return }
    _ = bytes.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
    close(descriptor)
  }
}
