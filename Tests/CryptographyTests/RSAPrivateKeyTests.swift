import Testing

@testable import Cryptography

@Suite struct RSAPrivateKeyTests {
  private static let key = RSAPrivateKey.generated(bits: 1024)
  private static let numbers = key?.numbers ?? []
  private let message = Array("what is signed".utf8)

  @Test(arguments: [1024, 2048, 3072]) func hasTheLengthThatIsAskedFor(bits: Int) throws {
    let numbers = try #require(RSAPrivateKey.generated(bits: bits)).numbers
    #expect(numbers.count == 8)
    #expect(numbers[0].count == bits / 8)
    #expect(numbers[0][0] >= 0x80)
    #expect(numbers[1] == [1, 0, 1])
  }

  @Test(arguments: [0, -8, 512, 1020, 1025, 8200]) func hasNoOtherLength(bits: Int) {
    #expect(RSAPrivateKey.generated(bits: bits) == nil)
  }

  @Test func signs() throws {
    let key = try #require(Self.key)
    let read = try #require(RSAPrivateKey(numbers: Self.numbers.map { [0, 0] + $0 }))
    let signature = try #require(read.signature(for: message))
    #expect(key.isSignature(signature, for: message))
    #expect(!key.isSignature(signature, for: message + [0]))
    #expect(!key.isSignature(signature + [0], for: message))
    #expect(!key.isSignature([signature[0] ^ 1] + signature.dropFirst(), for: message))
    #expect(RSAPrivateKey.generated(bits: 1024)?.isSignature(signature, for: message) == false)
  }

  /// Everything that could make the arithmetic of a signature fail.
  @Test(arguments: 0..<8) func isNotReadWithANumberThatIsNotItsOwn(place: Int) throws {
    let number = Self.numbers[place]
    let last = try #require(number.last)
    let others: [[UInt8]] = [
      [], [0], [1], [2], number + [0], Array(number.dropFirst()), number.dropLast() + [last ^ 1],
      number.dropLast() + [last ^ 2], Self.numbers[(place + 1) % 8], [UInt8](repeating: 0xFF, count: 2000),
    ]
    for other in others {
      var numbers = Self.numbers
      numbers[place] = other
      #expect(RSAPrivateKey(numbers: numbers) == nil, "\(other)")
    }
  }

  @Test func isNotReadWithMoreOrFewerNumbers() {
    #expect(RSAPrivateKey(numbers: []) == nil)
    #expect(RSAPrivateKey(numbers: Self.numbers.dropLast()) == nil)
    #expect(RSAPrivateKey(numbers: Self.numbers + [[1]]) == nil)
    #expect(RSAPrivateKey(numbers: [[UInt8]](repeating: [], count: 8)) == nil)
    // Of 15 = 3 · 5, which belong together.
    #expect(RSAPrivateKey(numbers: [[15], [3], [3], [3], [5], [1], [3], [2]]) == nil)
  }
}
