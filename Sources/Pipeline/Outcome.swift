internal import Diagnostics

/// What came of a build.
public struct Outcome: Sendable {
  let parts: [Part]
  let files: SourceFiles

  /// The manifest of each directory, in the order given; empty when there were errors.
  public var manifests: [(directory: String, bytes: [UInt8])] {
    parts.map { ($0.directory, $0.manifest) }
  }

  public var messages: Messages { Messages(parts.map(\.report), files) }
}

/// What came of one directory.
struct Part: Sendable {
  let directory: String
  let manifest: [UInt8]
  let report: Report
}

/// What a run has to say, ready to be shown.
public struct Messages: Sendable {
  private let report: Report
  private let files: SourceFiles

  init(_ reports: [Report], _ files: SourceFiles) {
    let joined = Report()
    for report in reports { joined.add(contentsOf: report) }
    self.report = joined
    self.files = files
  }

  /// 0: nothing is wrong; 2: the input is wrong; 3: only the machine stands in the way.
  public var exitCode: Int32 {
    guard report.hasErrors else { return 0 }
    return report.isSystemFailure ? 3 : 2
  }

  public var isEmpty: Bool { report.diagnostics.isEmpty }

  /// - Parameter colours: whether to write ANSI colours.
  public func text(colours: Bool) -> String {
    TextRenderer(files: files, colours: colours).render(report.diagnostics)
  }

  /// A JSON array with one object for each message.
  public var json: String { JSONRenderer(files: files).render(report.diagnostics) }
}
