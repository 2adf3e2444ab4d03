/// A text that is equal to another when their bytes are: a key or a name of the input, to look others up by.
///
/// For `String` itself, `é` and `e` with an accent behind it are one key.
package struct KeyBytes: Hashable, Sendable {
  package let text: String

  package init(text: String) {
    self.text = text
  }

  package static func == (a: KeyBytes, b: KeyBytes) -> Bool { sameBytes(a.text, b.text) }

  package func hash(into hasher: inout Hasher) {
    let isDone: Void? = text.utf8.withContiguousStorageIfAvailable {
      hasher.combine(bytes: UnsafeRawBufferPointer($0))
    }
    if isDone == nil {
      for byte in text.utf8 { hasher.combine(byte) }
    }
    // No text has it, so that several in a row are told apart from others that are cut elsewhere.
    hasher.combine(0xFF as UInt8)
  }
}

extension Dictionary where Key == KeyBytes {
  package subscript(_ text: String) -> Value? {
    get { self[KeyBytes(text: text)] }
    set { self[KeyBytes(text: text)] = newValue }
    _modify { yield &self[KeyBytes(text: text)] }
  }

  package subscript(_ text: String, default value: @autoclosure () -> Value) -> Value {
    get { self[KeyBytes(text: text), default: value()] }
    _modify { yield &self[KeyBytes(text: text), default: value()] }
  }
}

extension Set where Element == KeyBytes {
  package init(texts: some Swift.Sequence<String>) {
    self.init(texts.map(KeyBytes.init))
  }

  package func contains(_ text: String) -> Bool { contains(KeyBytes(text: text)) }

  /// - Returns: whether it is new.
  @discardableResult
  package mutating func insert(_ text: String) -> Bool { insert(KeyBytes(text: text)).inserted }

  package mutating func remove(_ text: String) { remove(KeyBytes(text: text)) }
}

extension Swift.Sequence<String> {
  package func containsBytes(of text: String) -> Bool { contains { sameBytes($0, text) } }
}
