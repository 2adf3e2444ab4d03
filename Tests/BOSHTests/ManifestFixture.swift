import Diagnostics
import Testing
import YAML

@testable import BOSH

/// A deployment manifest from text, with what is said of it.
struct ManifestFixture {
  let manifest: DeploymentManifest
  let report = Report()
  let files = SourceFiles()

  init(_ text: String) throws {
    let file = SourceFile(path: "manifest.yml", bytes: Array(text.utf8))
    let documents = Composer.compose(file, index: files.add(file), report: report)
    let document = try #require(documents?.first)
    manifest = try #require(DeploymentManifest.read(document, report))
  }

  var ids: [String] { report.diagnostics.map(\.id) }
  var summaries: [String] { report.diagnostics.map(\.summary) }
}
