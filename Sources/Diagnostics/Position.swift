/// A place in an input: which file, and the line and column in it.
///
/// It stands on every node of every tree, so it is 12 bytes without a reference: the file is an index
/// into ``SourceFiles``.
package struct Position: Sendable, Hashable {
  /// Index of the file in ``SourceFiles``.
  package var file: UInt32
  /// Line, from 1.
  package var line: UInt32
  /// Column in characters, from 1.
  package var column: UInt32

  package init(file: UInt32, line: UInt32, column: UInt32) {
    self.file = file
    self.line = line
    self.column = column
  }

  /// The position of what the build itself made.
  package static let none = Position(file: 0, line: 0, column: 0)

  package var isKnown: Bool { line != 0 }
}

/// A value with the place it was read from.
package struct Located<Value> {
  package var value: Value
  package var position: Position

  package init(_ value: Value, _ position: Position) {
    self.value = value
    self.position = position
  }
}

extension Located: Sendable where Value: Sendable {}
extension Located: Equatable where Value: Equatable {}
