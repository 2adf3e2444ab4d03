internal import Glibc

/// Standard input and output of a program that talks to another one.
package enum MessagePipe {
  /// Waits for something to read, or for the end of it.
  ///
  /// - Parameter milliseconds: `nil` to wait for ever.
  /// - Returns: `false` when nothing came in that time.
  package static func waits(_ milliseconds: Int32?) -> Bool {
    var descriptor = pollfd(fd: 0, events: Int16(POLLIN), revents: 0)
    while true {
      let count = poll(&descriptor, 1, milliseconds ?? -1)
      if count >= 0 { return count > 0 }
      // What can't be waited for is read, which tells why.
      guard errno == EINTR else { return true }
    }
  }

  /// What there is to read.
  ///
  /// - Returns: `nil` at the end.
  package static func read() -> [UInt8]? {
    let size = 1 << 16
    while true {
      var count = 0
      let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, initialized in
        count = Glibc.read(0, buffer.baseAddress, size)
        initialized = max(0, count)
      }
      if count > 0 { return bytes }
      if count == 0 || errno != EINTR { return nil }
    }
  }

  /// - Returns: `false` when nobody reads any more.
  package static func write(_ bytes: [UInt8]) -> Bool {
    bytes.withUnsafeBytes { bytes in
      var written = 0
      while written < bytes.count {
        let count = Glibc.write(1, bytes.baseAddress.map { $0 + written }, bytes.count - written)
        if count > 0 {
          written += count
        } else if errno != EINTR {
          return false
        }
      }
      return true
    }
  }
}
