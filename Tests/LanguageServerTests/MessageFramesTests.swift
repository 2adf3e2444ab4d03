import LanguageServer
import Testing

@Suite struct MessageFramesTests {
  private func frames(_ texts: String...) -> [MessageFrames.Frame] {
    var frames = MessageFrames()
    var found: [MessageFrames.Frame] = []
    for text in texts {
      frames.append(Array(text.utf8))
      while let frame = frames.next() {
        found.append(frame)
        if frame == .tooLong { break }
      }
    }
    return found
  }

  private func message(_ text: String) -> MessageFrames.Frame { .message(Array(text.utf8)) }

  @Test func messagesAreTakenOutOfAStream() {
    #expect(
      frames("Content-Length: 2\r\n\r\n{}Content-Length: 3\r\n\r\n[1]") == [message("{}"), message("[1]")])
    #expect(frames("Content-Type: x\r\ncontent-length:4\r\n\r\nnull") == [message("null")])
    #expect(frames("Content-Length: 0\r\n\r\n") == [message("")])
  }

  @Test func aMessageMayComeInPieces() {
    #expect(frames("Content-Le", "ngth: 5\r\n", "\r", "\nab", "cde") == [message("abcde")])
    #expect(frames("Content-Length: 5\r\n\r\nabcd").isEmpty)
  }

  @Test func aHeaderWithoutALengthIsPassedOver() {
    #expect(frames("X: 1\r\n\r\nContent-Length: 1\r\n\r\na") == [.noLength, message("a")])
    for length in ["", "-1", "x", "1x", "99999999999999999999"] {
      #expect(frames("Content-Length: \(length)\r\n\r\n") == [.noLength])
    }
  }

  @Test func noMoreIsKeptThanAnybodySends() {
    #expect(frames("Content-Length: 1000000000\r\n\r\n") == [.tooLong])
    #expect(frames(String(repeating: "a", count: 20_000)) == [.tooLong])
  }

  @Test func framesAreRead() {
    var frames = MessageFrames()
    frames.append(MessageFrames.framed([0x7B, 0x7D]))
    #expect(frames.next() == .message([0x7B, 0x7D]))
  }
}
