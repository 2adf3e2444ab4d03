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
}
