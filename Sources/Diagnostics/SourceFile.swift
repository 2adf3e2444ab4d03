internal import Synchronization

/// One input as it was read: its path as messages show it, and its bytes.
package struct SourceFile: Sendable {
  package let path: String
  package let bytes: [UInt8]
  /// Whether messages keep its lines to themselves, as far as whoever read it knows.
  private let isSecret: Bool
  /// Whether it holds operations, what they write may be a secret.
  let hidesValues: Bool
  /// Whether nobody can open it at a line: a program printed it, or it was given on a command line or within another file.
  let isPrinted: Bool
  private let secrets = SecretLines()
  private let starts = LineStarts()

  package init(
    path: String, bytes: [UInt8], isSecret: Bool = false, hidesValues: Bool = false, isPrinted: Bool = false
  ) {
    self.path = path
    self.bytes = bytes
    self.isSecret = isSecret
    self.hidesValues = hidesValues
    self.isPrinted = isPrinted
  }

  /// The text of a line, without its line break.
  ///
  /// - Parameter number: the line, from 1.
  package func line(_ number: UInt32) -> String? {
    isSecret(line: number) ? nil : bytes(ofLine: number).map { String(decoding: $0, as: UTF8.self) }
  }

  /// The same; of an operation, what stands in front of its value.
  ///
  /// - Parameter column: what has to be seen of it, from 1.
  func line(_ number: UInt32, showing column: UInt32) -> String? {
    guard hidesValues, secrets.begin(at: number, of: self) else { return line(number) }
    guard let line = bytes(ofLine: number), let start = SecretLines.operation(line), column <= start.count
    else {
      return nil
    }
    return String(decoding: start, as: UTF8.self) + "value: …"
  }

  /// The same, also where messages keep it to themselves: for who reads it, and does not show it.
  package func bytes(ofLine number: UInt32) -> ArraySlice<UInt8>? {
    guard let start = starts.start(of: Int(number), in: bytes), start < bytes.endIndex || number == 1 else {
      return nil
    }
    let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.endIndex
    var line = bytes[start..<end]
    if line.last == UInt8(ascii: "\r") { line.removeLast() }
    return line
  }
}

extension SourceFile {
  /// The lines of some bytes, with their first byte column in each; of very many the first.
  fileprivate func lines(holding words: [UInt8]) -> [(line: UInt32, column: UInt32)] {
    var found: [(line: UInt32, column: UInt32)] = []
    var line: UInt32 = 1
    var (start, end) = (0, 0)
    for place in bytes[...].places(of: words) {
      for index in end..<place where bytes[index] == UInt8(ascii: "\n") {
        line += 1
        start = index + 1
      }
      end = place
      guard found.last?.line != line else { continue }
      found.append((line, UInt32(place - start + 1)))
      if found.count == Report.mostOfAKind { break }
    }
    return found
  }

  /// Whether some bytes stand anywhere in it.
  package func holds(_ words: [UInt8]) -> Bool { bytes[...].place(of: words) != nil }

  /// Whether nobody but who may read the file is to see a line of it.
  func isSecret(line: UInt32) -> Bool { isSecret || secrets.contains(line, of: self) }

  /// The words that a message about a place of the file may not quote; `nil` when it may quote all.
  ///
  /// - Parameter isOfSecret: whether the message is about a Secret, whatever the file looks like.
  func secretWords(at position: Position, _ isOfSecret: Bool) -> SecretWords? {
    if isSecret || position.isKnown && isSecret(line: position.line) { return secrets.words(of: self) }
    return isOfSecret ? secrets.allWords(of: self) : nil
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
  private let copies = Mutex<[String]>([])
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

  /// Keeps a value of a Secret out of messages, which is copied to where nobody sees that it is secret.
  package func keepSecret(_ value: String) {
    copies.withLock { $0.append(value) }
  }

  var copiedSecrets: GivenValues { GivenValues(copies.withLock { $0 }) }

  /// The position of a file or directory as a whole, which need not have been read.
  package func place(of path: String) -> Position {
    Position(file: add(SourceFile(path: path, bytes: [])), line: 0, column: 0)
  }

  package subscript(index: UInt32) -> SourceFile {
    files.withLock { $0[Int(index)] }
  }

  /// Whether a place is one of a file, where it can be looked up, and not of what a program printed.
  package func isInFile(_ position: Position) -> Bool { position.isKnown && !self[position.file].isPrinted }

  /// The paths of the files that were read, with the index that their positions carry.
  package var paths: [(index: UInt32, path: String)] {
    files.withLock(\.self).enumerated().filter { !$0.element.bytes.isEmpty }
      .map { (UInt32($0.offset), $0.element.path) }
  }

  /// How often each file was read, by its path: each build of a run reads for itself.
  package var readCounts: [[UInt8]: Int] {
    files.withLock(\.self).reduce(into: [:]) { $0[Array($1.path.utf8), default: 0] += 1 }
  }

  /// The lines of all files that were read in which some bytes stand, with the first place of these in each.
  package func lines(holding words: [UInt8]) -> [(position: Position, line: ArraySlice<UInt8>)] {
    files.withLock(\.self).enumerated().flatMap { index, file in
      file.lines(holding: words).map { line, column in
        (Position(file: UInt32(index), line: line, column: column), file.bytes(ofLine: line) ?? [])
      }
    }
  }

  /// `file:line:col`, as messages and tools write it.
  package func describe(_ position: Position) -> String {
    guard position.isKnown else { return self[position.file].path }
    return "\(self[position.file].path):\(position.line):\(position.column)"
  }
}
