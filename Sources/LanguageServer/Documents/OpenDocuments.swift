internal import Machine
internal import YAML

/// The files that the editor has open, whose text is the editor's.
struct OpenDocuments {
  struct Document {
    /// As the editor names it.
    let uri: String
    /// Without symbolic links.
    let path: String
    var version: Int?
    var text: DocumentText
    fileprivate var unsaved: UnsavedText
  }

  private var byURI: [String: Document] = [:]

  var all: [Document] { byURI.values.sorted { $0.uri < $1.uri } }

  subscript(uri: String) -> Document? { byURI[uri] }

  /// The one at a path.
  func at(_ path: String) -> Document? { byURI.values.first { $0.path == path } }

  /// - Returns: the file's path; `nil` for what is no file.
  mutating func open(_ uri: String, version: Int?, _ text: String) -> String? {
    guard let named = FileURI.path(uri) else { return nil }
    _ = close(uri)
    let path = Self.real(named)
    let text = DocumentText(text)
    byURI[uri] = Document(
      uri: uri, path: path, version: version, text: text, unsaved: UnsavedText(text.bytes, at: path))
    return path
  }

  /// - Parameter changes: as the protocol has them; one without a range is the whole text.
  /// - Returns: the file's path; `nil` for one that is not open.
  mutating func change(_ uri: String, version: Int?, _ changes: [Node]) -> String? {
    guard var document = byURI[uri] else { return nil }
    for change in changes {
      guard let text = change["text"]?.string else { continue }
      if let range = TextRange(change["range"]) {
        document.text.replace(range, with: text)
      } else if change["range"] == nil {
        document.text = DocumentText(text)
      }
    }
    document.version = version
    document.unsaved.close()
    document.unsaved = UnsavedText(document.text.bytes, at: document.path)
    byURI[uri] = document
    return document.path
  }

  mutating func close(_ uri: String) -> String? {
    guard let document = byURI.removeValue(forKey: uri) else { return nil }
    document.unsaved.close()
    return document.path
  }

  /// A path without symbolic links, also of what is not there yet.
  static func real(_ path: String) -> String {
    if let real = FileSystem.realPath(path) { return real }
    let directory = FilePath.directory(of: path)
    guard directory != path else { return path }
    return FilePath.join(real(directory), FilePath.lastComponent(path))
  }
}
