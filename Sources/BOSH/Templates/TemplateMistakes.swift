import Diagnostics
internal import Machine
import YAML

/// Says what is wrong with templates: at the line of the template, with the job and the property.
///
/// Most mistakes are the same for every instance; the report says them once.
final class TemplateMistakes {
  private let files: SourceFiles
  private let report: Report
  private let timeLimit: Duration
  /// By path.
  private var indexes: [KeyBytes: UInt32] = [:]

  init(files: SourceFiles, report: Report, timeLimit: Duration) {
    self.files = files
    self.report = report
    self.timeLimit = timeLimit
  }

  func report(_ failure: TemplateAnswer.Failure, _ item: RenderRequest.Item) {
    let position = position(of: failure, item)
    switch (failure.kind, failure.link) {
    case (.property, let link?): reportLinkProperty(failure, link, item, position)
    case (.property, nil): reportProperty(failure, item, position)
    case (.link, _): reportLink(failure, item, position)
    case (.syntax, _):
      report.error(
        "template-syntax", "\(item.text) is no valid ERB: \(failure.message)", at: position,
        hint: "each <% needs a %>, each \"do\" and \"if\" an \"end\"")
    case (.other, _):
      // Ruby shows the values that it stumbles over.
      let message = GivenValues(item.job.givenTexts).hidden(in: failure.message)
      report.error(
        "template-failed", "\(item.text) failed: \(message)", at: position,
        hint: "give it the properties that it is written for, or mend the template")
    }
  }

  func reportLate(_ item: RenderRequest.Item) {
    report.error(
      "took-too-long", "\(item.text) was still being rendered after \(timeLimit.inSeconds)",
      at: place(item.path), hint: "see that it ends, or allow more time with --timeout")
  }

  func reportEnd(_ item: RenderRequest.Item) {
    report.error(
      "template-failed",
      "\(item.text) ended Ruby, or wrote where answers go: it was not rendered, nor was what follows",
      at: place(item.path), hint: "render without exit!, exec, and signals to Ruby itself")
  }

  func warnOfAddress(_ item: RenderRequest.Item) {
    report.warning(
      "unknown-address", "\(item.text) reads the pod's IP address, which is not known before the pod runs",
      at: place(item.path), notes: [.init("the name of the instance's Service stands in for it")],
      hint: "read spec.address, or render it in the pod with \"zonal template-render\"")
  }

  private func reportProperty(
    _ failure: TemplateAnswer.Failure, _ item: RenderRequest.Item, _ position: Position
  ) {
    let declared = item.job.spec?.properties ?? []
    let found = failure.names.compactMap { name in declared.first { sameBytes($0.key.text, name) } }
    report.error(
      "missing-property",
      "\(item.text) needs \(failure.names.asProperties), for which there is no value", at: position,
      notes: found.map { .init("it is declared here, without a default", at: $0.key.position) },
      hint: found.isEmpty
        ? failure.names.first.flatMap {
          suggestion(for: $0, among: nearest(to: $0, among: declared.map(\.key.text)))
        }
          ?? "declare it under properties in job.MF, and give it a value"
        : "set it under the properties of the job \"\(item.job.job.name.value)\"")
  }

  private func reportLinkProperty(
    _ failure: TemplateAnswer.Failure, _ link: String, _ item: RenderRequest.Item, _ position: Position
  ) {
    let carried =
      item.job.links.first { sameBytes($0.name, link) }?.link.properties.pairs.map(\.key.text) ?? []
    report.error(
      "missing-property", "\(item.text) needs \(failure.names.asProperties) of the link \"\(link)\"",
      at: position,
      hint: failure.names.first.flatMap { suggestion(for: $0, among: carried, otherwise: "the link carries") }
        ?? "list it under provides in job.MF of the job that provides the link")
  }

  private func reportLink(
    _ failure: TemplateAnswer.Failure, _ item: RenderRequest.Item, _ position: Position
  ) {
    let name = failure.names.first ?? ""
    let declared = item.job.spec?.consumes.map(\.name.value) ?? []
    let isDeclared = declared.contains { sameBytes($0, name) }
    report.error(
      "missing-link", "\(item.text) needs the link \"\(name)\", which the job does not have", at: position,
      hint: isDeclared
        ? "nobody provides it: let the template ask with if_link, as the link is optional"
        : suggestion(for: name, among: declared, otherwise: "the job consumes")
          ?? "declare it under consumes in job.MF")
  }

  // MARK: Places

  private func position(of failure: TemplateAnswer.Failure, _ item: RenderRequest.Item) -> Position {
    let index = index(of: item.path)
    guard failure.line > 0, let number = UInt32(exactly: failure.line), let line = files[index].line(number)
    else { return place(item.path) }
    let column = failure.names.lazy.compactMap { line.column(of: $0) }.first ?? line.firstColumn
    return Position(file: index, line: number, column: column)
  }

  private func place(_ path: String) -> Position { Position(file: index(of: path), line: 0, column: 0) }

  private func index(of path: String) -> UInt32 {
    if let index = indexes[path] { return index }
    let bytes = (try? FileSystem.read(path, limit: files.sizeLimit).get()) ?? []
    let index = files.add(SourceFile(path: path, bytes: bytes))
    indexes[path] = index
    return index
  }
}

extension ResolvedJob {
  /// What its templates see of properties, its own and those of its links.
  fileprivate var givenTexts: [String] {
    ([properties] + links.map(\.link.properties)).flatMap { Node.mapping($0).stringTexts }
  }
}

extension RenderRequest.Item {
  /// `the template "nats.conf.erb" of the job "nats"`
  fileprivate var text: String {
    "the template \"\(template.source.value)\" of the job \"\(job.job.name.value)\""
  }
}

extension [String] {
  fileprivate var asProperties: String {
    let quoted = map { "\"\($0)\"" }.joined(separator: ", ")
    return count == 1 ? "the property \(quoted)" : "one of the properties \(quoted)"
  }
}

extension String {
  /// Where a name begins that stands in quotes, from 1, in characters.
  fileprivate func column(of name: String) -> UInt32? {
    for quote in ["\"", "'"] {
      let wanted = Array((quote + name + quote).unicodeScalars)
      let scalars = Array(unicodeScalars)
      guard scalars.count >= wanted.count else { continue }
      for start in 0...(scalars.count - wanted.count)
      where scalars[start..<(start + wanted.count)].elementsEqual(wanted) { return UInt32(start + 2) }
    }
    return nil
  }

  fileprivate var firstColumn: UInt32 { UInt32(unicodeScalars.prefix { $0 == " " || $0 == "\t" }.count + 1) }
}
