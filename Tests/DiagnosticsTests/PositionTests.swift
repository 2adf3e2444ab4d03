import Diagnostics
import Testing

@Suite struct PositionTests {
  @Test func keepsFileLineAndColumn() {
    let position = Position(file: 1_000_000, line: 16_000_000, column: 1_000_000)
    #expect((position.file, position.line, position.column) == (1_000_000, 16_000_000, 1_000_000))
    #expect(MemoryLayout<Position>.size == 8)
  }

  @Test func staysAtTheLargestItHolds() {
    let position = Position(file: 1, line: .max, column: .max)
    #expect((position.file, position.line, position.column) == (1, 16_777_215, 1_048_575))
  }
}
