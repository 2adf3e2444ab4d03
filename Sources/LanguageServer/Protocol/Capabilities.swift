internal import YAML

/// What the server can do, as it tells the editor.
enum Capabilities {
  static var node: Node {
    .mapping([
      "positionEncoding": "utf-16",
      // Changes come as they are made, and a save tells that the disk has changed.
      "textDocumentSync": .mapping(["openClose": true, "change": 2, "save": true]),
      "hoverProvider": true, "definitionProvider": true, "referencesProvider": true,
      "documentHighlightProvider": true, "documentSymbolProvider": true, "foldingRangeProvider": true,
      "completionProvider": .mapping(["triggerCharacters": .sequence([" ", "-", "/", "(", ":"])]),
      "renameProvider": .mapping(["prepareProvider": true]),
      "codeActionProvider": .mapping(["codeActionKinds": .sequence(["quickfix", "refactor.rewrite"])]),
      "workspace": .mapping([
        "workspaceFolders": .mapping(["supported": true, "changeNotifications": true])
      ]),
    ])
  }

  /// Asks the editor to tell what changes on the disk.
  static var watching: Node {
    let patterns = ["**/*.{yaml,yml}", "**/Kustomization"]
    let options: Node = .mapping([
      "watchers": .sequence(patterns.map { .mapping(["globPattern": .string($0)]) })
    ])
    let registration: Node = .mapping([
      "id": "files", "method": "workspace/didChangeWatchedFiles", "registerOptions": options,
    ])
    return .mapping([
      "jsonrpc": "2.0", "id": "files", "method": "client/registerCapability",
      "params": .mapping(["registrations": .sequence([registration])]),
    ])
  }
}
