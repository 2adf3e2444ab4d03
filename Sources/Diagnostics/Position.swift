/// A place in an input: which file, and the line and column in it.
///
/// It stands on every node of every tree, so it is one word without a reference: the file is an index into
/// ``SourceFiles``.
package struct Position: Sendable, Hashable {
  /// 20 bits of file, 24 of line, 20 of column; what is larger than its bits is the largest they hold.
  private let bits: UInt64

  /// - Parameters:
  ///   - file: index of the file in ``SourceFiles``.
  ///   - line: from 1.
  ///   - column: in characters, from 1.
  package init(file: UInt32, line: UInt32, column: UInt32) {
    bits =
      UInt64(min(file, Self.mask20)) << 44 | UInt64(min(line, Self.mask24)) << 20
      | UInt64(min(column, Self.mask20))
  }

  package var file: UInt32 { UInt32(truncatingIfNeeded: bits >> 44) }
  package var line: UInt32 { UInt32(truncatingIfNeeded: bits >> 20) & Self.mask24 }
  package var column: UInt32 { UInt32(truncatingIfNeeded: bits) & Self.mask20 }

  private static let mask20: UInt32 = (1 << 20) - 1
  private static let mask24: UInt32 = (1 << 24) - 1

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
