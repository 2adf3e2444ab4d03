internal import BOSH
internal import Diagnostics
internal import YAML

/// A BOSH manifest, operations and values: `manifest`, `=== operations`, `=== values`, `=== path`.
enum Operations {
  static func run(_ bytes: [UInt8]) {
    let report = Report()
    var interpolation = Interpolation(report: report)
    let parts = Texts.parts(bytes)
    guard let manifest = Texts.documents(parts[0].bytes, report, dialect: .bosh)?.first else { return }
    for part in parts.dropFirst() {
      guard let document = Texts.documents(part.bytes, Report(), dialect: .bosh)?.first else { continue }
      if part.name.hasPrefix("v") {
        interpolation.values.set(all: document, file: "values.yml", report)
      } else {
        interpolation.operations += Operation.read(document, file: "operations.yml", report)
      }
    }
    let result = interpolation.apply(to: manifest)
    if !report.hasErrors { Texts.expectToReadBack([result], dialect: .bosh) }
  }
}
