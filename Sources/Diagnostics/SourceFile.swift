internal import Synchronization

/// One input as it was read: its path as messages show it, and its bytes.
package struct SourceFile: Sendable {
  package let path: String
  package let bytes: [UInt8]
  /// Whether messages keep its lines to themselves, as far as whoever read it knows.
  private let isSecret: Bool
  private let secrets = SecretLines()
  private let starts = LineStarts()

  package init(path: String, bytes: [UInt8], isSecret: Bool = false) {
    self.path = path
    self.bytes = bytes
    self.isSecret = isSecret
  }

  /// The text of a line, without its line break.
  ///
  /// - Parameter number: the line, from 1.
  package func line(_ number: UInt32) -> String? {
    guard !isSecret(line: number), let start = starts.start(of: Int(number), in: bytes),
      start < bytes.endIndex || number == 1
    else { return nil }
    let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.endIndex
    var line = bytes[start..<end]
    if line.last == UInt8(ascii: "\r") { line.removeLast() }
    return String(decoding: line, as: UTF8.self)
  }
}

extension SourceFile {
  /// Whether nobody but who may read the file is to see a line of it.
  func isSecret(line: UInt32) -> Bool { isSecret || secrets.contains(line, of: self) }
}

extension SourceFiles {
  /// Whether what stands at a position is secret.
  func isSecret(_ position: Position?) -> Bool {
    guard let position, position.isKnown else { return false }
    return self[position.file].isSecret(line: position.line)
  }
}

/// Where the lines of a file begin, as far as somebody looked: thousands of messages may speak of one file.
private final class LineStarts: Sendable {
  private let starts = Mutex<[Int]>([])

  /// - Parameter number: from 1.
  func start(of number: Int, in bytes: [UInt8]) -> Int? {
    starts.withLock { starts in
      if starts.isEmpty { starts.append(bytes.startIndex) }
      while starts.count < number {
        guard let end = bytes[starts[starts.count - 1]...].firstIndex(of: UInt8(ascii: "\n")) else {
          return nil
        }
        starts.append(end + 1)
      }
      return starts[max(0, number - 1)]
    }
  }
}

/// Every file that a run read, so that a message can show the line it speaks of.
///
/// Files are added from several threads; an index, once given, stays.
package final class SourceFiles: Sendable {
  private let files = Mutex<[SourceFile]>([SourceFile(path: "", bytes: [])])
  /// More bytes than this are read of none.
  package let sizeLimit: Int
  /// What the run makes of them.
  package let growth: Growth

  package init(sizeLimit: Int = .max, growthLimit: Int = Growth.usualLimit) {
    self.sizeLimit = sizeLimit
    growth = Growth(limit: growthLimit)
  }

  /// Adds a file and returns the index that its positions carry.
  package func add(_ file: SourceFile) -> UInt32 {
    files.withLock { files in
      files.append(file)
      return UInt32(files.count - 1)
    }
  }

  /// The position of a file or directory as a whole, which need not have been read.
  package func place(of path: String) -> Position {
    Position(file: add(SourceFile(path: path, bytes: [])), line: 0, column: 0)
  }

  package subscript(index: UInt32) -> SourceFile {
    files.withLock { $0[Int(index)] }
  }

  /// `file:line:col`, as messages and tools write it.
  package func describe(_ position: Position) -> String {
    guard position.isKnown else { return self[position.file].path }
    return "\(self[position.file].path):\(position.line):\(position.column)"
  }
}
