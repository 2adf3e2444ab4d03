internal import Machine
internal import YAML

/// Answers an editor while sources are written: one message after the other, and builds in between.
///
/// Messages are all read before anything is built, and what is built is done directory by directory: what is out of date
/// is never built, and a question waits for one build at most, besides what it asks for itself.
package final class Server {
  /// What a request can be refused with, as the protocol numbers it.
  struct Refusal: Error {
    let code: Int
    let reason: String

    static let unknownMethod = -32601
    static let wrongParameters = -32602
    static let failed = -32803
  }

  private enum State {
    case new, running, shutDown
  }

  private var state = State.new
  /// What the process ends with, once it is to end.
  package private(set) var exitCode: Int32?
  private let session = Session()
  private let send: ([UInt8]) -> Void

  /// - Parameter send: takes each message to the editor.
  package init(send: @escaping ([UInt8]) -> Void) {
    self.send = send
  }

  // MARK: Messages

  /// - Parameter frames: all that there are so far.
  package func receive(_ frames: [MessageFrames.Frame]) {
    let messages = frames.map { frame in
      if case .message(let bytes) = frame { JSONReader.read(bytes) } else { Node?.none }
    }
    let cancelled = messages.compactMap { message -> String? in
      guard let message, message["method"]?.string == "$/cancelRequest" else { return nil }
      return message["params"]?["id"].map(Self.key)
    }
    for (frame, message) in zip(frames, messages) where exitCode == nil {
      if frame == .tooLong {
        refuse(.null, -32700, "a message is too long")
        exitCode = 1
      } else if let message {
        take(message, Set(cancelled))
      } else {
        refuse(.null, -32700, frame == .noLength ? "a header has no Content-Length" : "a message is no JSON")
      }
    }
  }

  private static func key(_ id: Node) -> String { String(decoding: json(id), as: UTF8.self) }

  private func take(_ message: Node, _ cancelled: Set<String>) {
    guard let method = message["method"]?.string else {
      // An answer to something is nothing to answer.
      guard message["result"] == nil && message["error"] == nil || message.mapping == nil else { return }
      return refuse(message["id"] ?? .null, -32600, "a message has no method")
    }
    let parameters = message["params"] ?? .null
    guard let id = message["id"], id.scalar != nil else {
      if method == "exit" {
        exitCode = state == .shutDown ? 0 : 1
      } else if method == "initialized", state == .running, session.watchesFiles {
        write(Capabilities.watching)
      } else if state == .running {
        session.notify(method, parameters)
        tellNews()
      }
      return
    }
    if cancelled.contains(Self.key(id)) { return refuse(id, -32800, "the request was cancelled") }
    answer(id, method, parameters)
  }

  private func answer(_ id: Node, _ method: String, _ parameters: Node) {
    switch (method, state) {
    case ("initialize", .new):
      state = .running
      respond(id, session.initialize(parameters))
    case ("initialize", _): refuse(id, -32600, "the server was initialized before")
    case (_, .new): refuse(id, -32002, "the server is not initialized yet")
    case (_, .shutDown): refuse(id, -32600, "the server is shut down")
    case ("shutdown", _):
      state = .shutDown
      respond(id, .null)
    default:
      do throws(Refusal) {
        respond(id, try session.answer(method, parameters))
      } catch {
        refuse(id, error.code, error.reason)
      }
    }
  }

  // MARK: Work

  /// Whether there is something to build.
  package var hasWork: Bool { state == .running && session.hasWork }

  /// Builds one directory, and tells what came of it.
  package func work() {
    session.work()
    tellNews()
  }

  private func tellNews() {
    for parameters in session.news() { notify("textDocument/publishDiagnostics", parameters) }
  }

  // MARK: Sending

  private func respond(_ id: Node, _ result: Node) {
    write(.mapping(["jsonrpc": "2.0", "id": id, "result": result]))
  }

  private func refuse(_ id: Node, _ code: Int, _ reason: String) {
    let error: Node = .mapping(["code": .integer(code), "message": .string(reason)])
    write(.mapping(["jsonrpc": "2.0", "id": id, "error": error]))
  }

  private func notify(_ method: String, _ parameters: Node) {
    write(.mapping(["jsonrpc": "2.0", "method": .string(method), "params": parameters]))
  }

  private func write(_ message: Node) { send(MessageFrames.framed(json(message, form: .kept))) }
}

extension Server {
  /// How long nothing must come before something is built.
  private static let pause: Int32 = 30

  /// Serves the editor at standard input and output.
  ///
  /// - Returns: what the process ends with.
  package static func run() -> Int32 {
    var isHeard = true
    let server = Server { isHeard = MessagePipe.write($0) && isHeard }
    var frames = MessageFrames()
    var hasRead = false
    while isHeard {
      if server.hasWork, !MessagePipe.waits(hasRead ? pause : 0) {
        server.work()
        hasRead = false
        continue
      }
      guard let bytes = MessagePipe.read() else { return 1 }
      hasRead = true
      frames.append(bytes)
      var received: [MessageFrames.Frame] = []
      while let frame = frames.next() {
        received.append(frame)
        if frame == .tooLong { break }
      }
      server.receive(received)
      if let code = server.exitCode { return code }
    }
    return 1
  }
}
