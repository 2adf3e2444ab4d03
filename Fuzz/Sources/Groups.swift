internal import Diagnostics
internal import InstanceGroups
internal import Resources
internal import YAML

/// Objects, instance groups and topologies among them, expanded.
enum Groups {
  static func run(_ bytes: [UInt8]) {
    let report = Report()
    let files = SourceFiles()
    let documents = Texts.documents(bytes, report, files) ?? []
    var set = ResourceSet(documents.filter { $0["kind"]?.text != nil }.map(Resource.init(object:)))
    let expansion = Expansion(
      report: report, files: files, options: .init(initialRollout: bytes.count % 2 == 0))
    expansion.expand(&set)
    if !report.hasErrors { Texts.expectToReadBack(set.resources.map(\.object)) }
    _ = TextRenderer(files: files, colours: false).render(report.diagnostics)
  }
}
