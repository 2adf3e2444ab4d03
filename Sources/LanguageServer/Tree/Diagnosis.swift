internal import Diagnostics
internal import Machine
internal import Pipeline
internal import YAML

/// Says what is wrong in the trees of the open files: builds what has changed, one directory at a time, and tells what is
/// another than before.
final class Diagnosis {
  private enum Subject: Hashable {
    case directory(String)
    /// One that no kustomization names.
    case file(String)
  }

  private var waiting: [Subject] = []
  private var results: [Subject: [String: [FileMessages.Message]]] = [:]
  private var told: [String: [String]] = [:]
  /// Open files that changed since they were last told of.
  private var changed: Set<String> = []
  private let index: SourceIndex

  init(_ index: SourceIndex) {
    self.index = index
  }

  var isIdle: Bool { waiting.isEmpty }

  /// - Parameter opened: the paths of the open files.
  func noteChange(of path: String, opened: [String]) {
    changed.insert(path)
    let subjects = subjects(of: path)
    // What was changed last is of interest first.
    waiting = subjects + waiting.filter { !subjects.contains($0) }
    forgetOthers(opened)
  }

  func noteChanges(opened: [String]) {
    changed.formUnion(opened)
    waiting = []
    for path in opened {
      for subject in subjects(of: path) where !waiting.contains(subject) { waiting.append(subject) }
    }
    forgetOthers(opened)
  }

  private func subjects(of path: String) -> [Subject] {
    let roots = index.roots(of: path)
    return roots.isEmpty ? [.file(path)] : roots.map { .directory($0) }
  }

  private func forgetOthers(_ opened: [String]) {
    let wanted = Set(opened.flatMap(subjects))
    waiting.removeAll { !wanted.contains($0) }
    results = results.filter { wanted.contains($0.key) }
  }

  func messages(of path: String) -> [FileMessages.Message] {
    var said: Set<String> = []
    let ordered = results.values.flatMap { $0[path] ?? [] }.sorted {
      ($0.range.start, $0.key) < ($1.range.start, $1.key)
    }
    return ordered.filter { said.insert($0.key).inserted }
  }

  /// Does one piece of what waits.
  func work(opened: [String], uri: @escaping (String) -> String) {
    guard !waiting.isEmpty else { return }
    let subject = waiting.removeFirst()
    switch subject {
    case .file(let path):
      results[subject] = messages(of: Analysis(ofFile: path), fallback: path, uri)
    case .directory(let directory):
      let analysis = Analysis(of: directory, configuration: Analysis.configuration(for: directory))
      var found = messages(of: analysis, fallback: KustomizationFile.file(in: directory) ?? directory, uri)
      // A build that ends early has not read every file.
      let read = Set(analysis.files.paths.map { FileSystem.realPath($0.path) ?? $0.path })
      for path in opened where !read.contains(path) && subjects(of: path).contains(subject) {
        found[path] = messages(of: Analysis(ofFile: path), fallback: path, uri)[path]
      }
      results[subject] = found
    }
  }

  private func messages(
    of analysis: Analysis, fallback: String, _ uri: @escaping (String) -> String
  ) -> [String: [FileMessages.Message]] {
    FileMessages(analysis.diagnostics, analysis.files, fallback: fallback, uri: uri).byPath
  }

  /// What is to be told: of each file all that is wrong in it, where that is another than before.
  func news(opened: [String]) -> [(path: String, messages: [FileMessages.Message])] {
    var paths = Set(told.keys)
    for files in results.values { paths.formUnion(files.keys) }
    if isIdle { paths.formUnion(changed) }
    var news: [(path: String, messages: [FileMessages.Message])] = []
    for path in paths.sorted() {
      let messages = messages(of: path)
      let keys = messages.map(\.key)
      let isDue = isIdle && changed.contains(path) && opened.contains(path)
      guard isDue || keys != told[path] ?? [] else { continue }
      told[path] = keys.isEmpty ? nil : keys
      news.append((path, messages))
    }
    if isIdle { changed = [] }
    return news
  }
}
