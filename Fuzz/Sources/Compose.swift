internal import Diagnostics
internal import YAML

/// YAML read, written and read again, in both dialects.
enum Compose {
  static func run(_ bytes: [UInt8]) {
    for dialect in [Dialect.kustomize, .bosh] {
      let report = Report()
      let files = SourceFiles()
      if let documents = Texts.documents(bytes, report, files, dialect: dialect) {
        Texts.expectToReadBack(documents, dialect: dialect)
        for document in documents { _ = json(document) }
      }
      _ = TextRenderer(files: files, colours: false).render(report.diagnostics)
      _ = JSONRenderer(files: files).render(report.diagnostics)
    }
  }
}
