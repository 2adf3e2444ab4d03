internal import Machine
internal import Pipeline
internal import YAML

/// What the editor has open, and the answers to what it asks.
final class Session {
  private var documents = OpenDocuments()
  private let index = SourceIndex()
  private let diagnosis: Diagnosis
  /// Builds of which is known where each field comes from, until something changes.
  private var followed: [String: FollowedBuild?] = [:]

  /// Whether the editor tells of what changes on the disk.
  private(set) var watchesFiles = false

  init() {
    diagnosis = Diagnosis(index)
  }

  // MARK: Lifecycle

  func initialize(_ parameters: Node) -> Node {
    var folders = (parameters["workspaceFolders"]?.items ?? []).compactMap { $0["uri"]?.string }
    if folders.isEmpty, let root = parameters["rootUri"]?.string { folders = [root] }
    let watching = parameters["capabilities"]?["workspace"]?["didChangeWatchedFiles"]?["dynamicRegistration"]
    watchesFiles = watching?.scalar?.text == "true"
    index.use(folders.compactMap(FileURI.path).map(OpenDocuments.real))
    return .mapping([
      "capabilities": Capabilities.node,
      "serverInfo": .mapping(["name": "zonal", "version": .string(Version.current)]),
    ])
  }

  private var openPaths: [String] { documents.all.map(\.path) }

  private func uri(of path: String) -> String { documents.at(path)?.uri ?? FileURI.uri(path) }

  // MARK: Notifications

  func notify(_ method: String, _ parameters: Node) {
    let document = parameters["textDocument"]
    let uri = document?["uri"]?.string ?? ""
    switch method {
    case "textDocument/didOpen":
      guard let text = document?["text"]?.string else { return }
      guard let path = documents.open(uri, version: document?["version"]?.wholeNumber, text) else { return }
      index.include(path)
      noteChange(of: path)
      // The names in it are wanted while it is broken, too.
      _ = index.own(path)
    case "textDocument/didChange":
      let changes = parameters["contentChanges"]?.items ?? []
      documents.change(uri, version: document?["version"]?.wholeNumber, changes).map(noteChange)
    case "textDocument/didClose": documents.close(uri).map(noteChange)
    case "textDocument/didSave":
      // Who watches the disk tells what else has changed there.
      if !watchesFiles { noteChanges() }
    case "workspace/didChangeWatchedFiles": noteWatched(parameters["changes"]?.items ?? [])
    case "workspace/didChangeWorkspaceFolders": changeFolders(parameters["event"])
    default: break
    }
  }

  private func noteChange(of path: String) {
    followed = [:]
    index.noteChange(of: path)
    diagnosis.noteChange(of: path, opened: openPaths)
  }

  private func noteChanges() {
    followed = [:]
    index.forget()
    diagnosis.noteChanges(opened: openPaths)
  }

  /// Of files that the editor has open, its own text counts.
  private func noteWatched(_ changes: [Node]) {
    let changed = 2
    let isOnlyText = changes.allSatisfy { $0["type"]?.wholeNumber == changed }
    guard isOnlyText else { return noteChanges() }
    let paths = changes.compactMap { $0["uri"]?.string }.compactMap(FileURI.path).map(OpenDocuments.real)
    for path in Set(paths) where documents.at(path) == nil { index.noteChange(of: path) }
    followed = [:]
    diagnosis.noteChanges(opened: openPaths)
  }

  private func changeFolders(_ event: Node?) {
    func paths(_ key: String) -> [String] {
      (event?[key]?.items ?? []).compactMap { $0["uri"]?.string }.compactMap(FileURI.path).map(
        OpenDocuments.real)
    }
    index.change(added: paths("added"), removed: paths("removed"))
    noteChanges()
  }

  // MARK: Diagnostics

  var hasWork: Bool { !diagnosis.isIdle }

  func work() { diagnosis.work(opened: openPaths, uri: uri) }

  func news() -> [Node] {
    diagnosis.news(opened: openPaths).map { news in
      .mapping([
        "uri": .string(uri(of: news.path)),
        "version": documents.at(news.path)?.version.map { .integer($0) },
        "diagnostics": .sequence(news.messages.map(\.node)),
      ])
    }
  }

  // MARK: Requests

  /// A place in a file, which need not be open.
  private struct AskedPlace {
    let file: IndexedFile
    let uri: String
    let offset: Int
    let place: TextPlace
  }

  private func askedPlace(_ parameters: Node, needsPlace: Bool = true) throws(Server.Refusal) -> AskedPlace {
    let uri = parameters["textDocument"]?["uri"]?.string ?? ""
    guard let named = FileURI.path(uri) else {
      throw Server.Refusal(code: Server.Refusal.wrongParameters, reason: "textDocument.uri names no file")
    }
    let place = TextPlace(parameters["position"])
    guard place != nil || !needsPlace else {
      throw Server.Refusal(code: Server.Refusal.wrongParameters, reason: "position is no place")
    }
    let path = documents[uri]?.path ?? OpenDocuments.real(named)
    let file = index.own(path)
    return AskedPlace(
      file: file, uri: uri, offset: place.map(file.text.offset) ?? 0, place: place ?? TextPlace(0, 0))
  }

  func answer(_ method: String, _ parameters: Node) throws(Server.Refusal) -> Node {
    // Of a text that has no file yet nothing is known.
    if let uri = parameters["textDocument"]?["uri"]?.string, !uri.hasPrefix("file:") { return .null }
    switch method {
    case "textDocument/hover": return hover(try askedPlace(parameters))
    case "textDocument/completion":
      let asked = try askedPlace(parameters)
      return Completing(file: asked.file, tree: { self.index.tree(of: asked.file.path) }).items(
        at: asked.place)
    case "textDocument/definition":
      let asked = try askedPlace(parameters)
      return names(asked).definitions(at: asked.offset)
    case "textDocument/references": return references(try askedPlace(parameters), parameters)
    case "textDocument/documentHighlight":
      let asked = try askedPlace(parameters)
      return names(asked).highlights(at: asked.offset)
    case "textDocument/documentSymbol": return outline(try askedPlace(parameters, needsPlace: false)).symbols
    case "textDocument/foldingRange": return outline(try askedPlace(parameters, needsPlace: false)).folds
    case "textDocument/codeAction":
      return try actions(try askedPlace(parameters, needsPlace: false), parameters)
    case "textDocument/prepareRename": return prepareRename(try askedPlace(parameters))
    case "textDocument/rename": return try rename(try askedPlace(parameters), parameters)
    default:
      throw Server.Refusal(code: Server.Refusal.unknownMethod, reason: "there is no method \"\(method)\"")
    }
  }

  private func names(_ asked: AskedPlace) -> FoundNames {
    let path = asked.file.path
    return FoundNames(
      file: asked.file, tree: { self.index.tree(of: path) },
      trees: { symbol in
        self.index.trees(of: path) { file in file.occurrences.contains { $0.symbol.means(symbol) } }
      }, uri: uri)
  }

  private func outline(_ asked: AskedPlace) -> Outlining {
    Outlining(text: asked.file.text, isKustomization: KustomizationFile.isOne(asked.file.path))
  }

  private func references(_ asked: AskedPlace, _ parameters: Node) -> Node {
    let includes = parameters["context"]?["includeDeclaration"]?.scalar?.text == "true"
    let names = names(asked)
    guard asked.file.occurrence(at: asked.offset) == nil, asked.offset == 0 else {
      return names.references(at: asked.offset, includesDefinitions: includes)
    }
    return names.references(toFile: asked.file.path)
  }

  private func hover(_ asked: AskedPlace) -> Node {
    let hovering = Hovering(
      file: asked.file, roots: index.roots(of: asked.file.path),
      build: { root in
        if let known = self.followed[root] { return known }
        let build = FollowedBuild(of: root)
        self.followed[root] = .some(build)
        return build
      })
    guard let found = hovering.text(at: asked.offset) else { return .null }
    return .mapping([
      "contents": .mapping(["kind": "markdown", "value": .string(found.text)]),
      "range": asked.file.text.range(found.range).node,
    ])
  }

  private func actions(_ asked: AskedPlace, _ parameters: Node) throws(Server.Refusal) -> Node {
    guard let range = TextRange(parameters["range"]) else {
      throw Server.Refusal(code: Server.Refusal.wrongParameters, reason: "range is none")
    }
    let found = diagnosis.messages(of: asked.file.path)
    return CodeActions(file: asked.file, uri: asked.uri, found: found).actions(in: range)
  }

  private func prepareRename(_ asked: AskedPlace) -> Node {
    guard let found = try? names(asked).renamed(at: asked.offset) else { return .null }
    return .mapping(["range": asked.file.text.range(found.range).node, "placeholder": .string(found.name)])
  }

  private func rename(_ asked: AskedPlace, _ parameters: Node) throws(Server.Refusal) -> Node {
    guard let name = parameters["newName"]?.string else {
      throw Server.Refusal(code: Server.Refusal.wrongParameters, reason: "newName is missing")
    }
    do throws(FoundNames.Refusal) {
      return try names(asked).rename(at: asked.offset, to: name)
    } catch {
      throw Server.Refusal(code: Server.Refusal.failed, reason: error.reason)
    }
  }
}
