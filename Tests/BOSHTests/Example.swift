import BOSH
import Diagnostics
import YAML

/// One interpolation of texts, as the tests look at it.
struct Example {
  let report = Report()
  let files = SourceFiles()
  /// The manifest that came out, as it is written.
  private(set) var text = ""
  private(set) var result = Node.null
  private(set) var store: VariableStore?

  /// - Parameters:
  ///   - values: a file of variables.
  ///   - store: what was generated before; `nil` when nothing is generated.
  init(
    _ manifest: String, ops: String = "", values: String = "", store: String? = nil,
    requiresValues: Bool = false,
    requiresUse: Bool = false
  ) {
    var interpolation = Interpolation(report: report)
    interpolation.operations = Operation.read(read(ops, "ops.yml"), file: "ops.yml", report)
    interpolation.values.set(all: read(values, "vars.yml"), file: "vars.yml", report)
    interpolation.store = store.flatMap { VariableStore(read($0, "store.yml"), file: "store.yml", report) }
    interpolation.requiresValues = requiresValues
    interpolation.requiresUse = requiresUse
    result = interpolation.apply(to: read(manifest, "manifest.yml"))
    self.store = interpolation.store
    var emitter = Emitter(dialect: .bosh)
    emitter.emit(document: result)
    text = String(decoding: emitter.bytes, as: UTF8.self)
  }

  private func read(_ text: String, _ name: String) -> Node {
    let file = SourceFile(path: name, bytes: Array(text.utf8))
    let documents = Composer.compose(file, index: files.add(file), report: report, dialect: .bosh)
    return documents?.first ?? .null
  }

  /// `id file:line:column headline` of each message.
  var messages: [String] {
    report.diagnostics.map { diagnostic in
      "\(diagnostic.id) \(diagnostic.position.map(files.describe) ?? "-") \(diagnostic.summary)"
    }
  }

  var ids: [String] { report.diagnostics.map(\.id) }
}
