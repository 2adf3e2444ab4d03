package import Diagnostics
internal import Machine
import YAML

/// The specifications of all jobs of a deployment, from `jobs-src/<release>/<job>/job.MF` below a base directory.
package struct ReleaseSources: Sendable {
  private enum Entry {
    case spec(JobSpec)
    /// It can't be read; that was reported.
    case broken
    /// There is no such file.
    case missing
  }

  /// By `release/job`.
  private var entries: [KeyBytes: Entry] = [:]
  private let base: String?
  private let files: SourceFiles
  private let report: Report

  /// - Parameter base: `nil` when no sources are given, and every job does without.
  package init(_ base: String?, of manifest: DeploymentManifest, _ files: SourceFiles, _ report: Report) {
    self.base = base
    self.files = files
    self.report = report
    guard let base else { return }
    if FileSystem.kind(of: base) != .directory {
      report.add(
        Diagnostic(
          "no-directory", cause: .system, "there is no directory \"\(base)\"", at: files.place(of: base),
          hint: "name the directory that holds jobs-src/<release>/<job>/job.MF"))
    }
    for job in manifest.groups.flatMap(\.jobs) {
      let key = Self.key(job)
      if entries[key] == nil { entries[key] = read(job) }
    }
  }

  package func spec(of job: Job) -> JobSpec? {
    if case .spec(let spec)? = entries[Self.key(job)] { spec } else { nil }
  }

  package func isMissing(_ job: Job) -> Bool {
    switch entries[Self.key(job)] {
    case .missing?, nil: true
    case .spec?, .broken?: false
    }
  }

  /// Says where the sources of a job that can't do without would have to be.
  package func reportMissing(_ job: Job) {
    let path = "jobs-src/\(Self.key(job))/job.MF"
    guard let base else {
      report.error(
        "missing-job-sources", "there are no sources of the job \"\(job.name.value)\"", at: job.name.position,
        hint: "give the directory that holds \(path), or write its processes under properties.quarks.bpm")
      return
    }
    guard FileSystem.kind(of: base) == .directory else { return }
    report.add(
      Diagnostic(
        "missing-job-sources", cause: .system,
        "there are no sources of the job \"\(job.name.value)\" of the release \"\(job.release.value)\"",
        at: job.name.position, notes: [.init("\(FilePath.join(base, path)) is looked for")],
        hint: nearby(job, base) ?? "unpack the release there"))
  }

  private static func key(_ job: Job) -> String { "\(job.release.value)/\(job.name.value)" }

  private func read(_ job: Job) -> Entry {
    for part in [job.release, job.name] where part.value.isNoDirectory {
      report.error(
        "bad-name", "\"\(part.value)\" can't be the name of a directory", at: part.position,
        hint: "write the name that the release gives it")
      return .broken
    }
    guard let base else { return .missing }
    let directory = FilePath.join(base, "jobs-src/\(Self.key(job))")
    switch FileSystem.read(directory + "/job.MF", limit: files.sizeLimit) {
    case .failure where FileSystem.kind(of: directory + "/job.MF") == nil: return .missing
    case .failure(let failure):
      report.add(
        Diagnostic(
          "unreadable-file", cause: .system, "\(directory)/job.MF can't be read: \(failure.reason)",
          at: job.name.position, hint: failure.hint ?? "see that it is a file that you may read"))
      return .broken
    case .success(let bytes): return decode(bytes, directory)
    }
  }

  private func decode(_ bytes: [UInt8], _ directory: String) -> Entry {
    let file = SourceFile(path: directory + "/job.MF", bytes: bytes)
    let index = files.add(file)
    guard let documents = Composer.compose(file, index: index, report: report) else { return .broken }
    guard let document = documents.first else {
      report.error(
        "empty-file", "there is nothing in \(file.path)", at: Position(file: index, line: 0, column: 0),
        hint: "write the job's name, templates and properties")
      return .broken
    }
    guard var spec = JobSpec.schema.decode(document, Reader(report: report)) else { return .broken }
    spec.directory = directory
    return check(spec) ? .spec(spec) : .broken
  }

  private func check(_ spec: JobSpec) -> Bool {
    var isFine = true
    func complain(_ id: String, _ summary: String, _ place: Located<String>, hint: String) {
      report.error(id, summary, at: place.position, hint: hint)
      isFine = false
    }
    for template in spec.templates {
      for path in [template.source, template.destination] where path.value.leavesItsDirectory {
        complain(
          "path-outside", "\"\(path.value)\" leads out of the job's directory", path,
          hint: "write a path below it, without \"..\"")
      }
      if !template.source.value.leavesItsDirectory, FileSystem.kind(of: spec.path(of: template)) != .file {
        complain(
          "missing-template", "there is no template \"\(template.source.value)\"", template.source,
          hint: suggestion(
            for: template.source.value, among: FileSystem.names(in: spec.directory + "/templates"),
            otherwise: "the files there are") ?? "\(spec.path(of: template)) is looked for")
      }
    }
    return isFine
  }

  private func nearby(_ job: Job, _ base: String) -> String? {
    let root = FilePath.join(base, "jobs-src")
    let release = job.release.value
    let jobs = FileSystem.names(in: "\(root)/\(release)")
    if !jobs.isEmpty {
      return suggestion(
        for: job.name.value, among: jobs, otherwise: "the release \"\(release)\" has the jobs")
    }
    return suggestion(for: release, among: FileSystem.names(in: root), otherwise: "the releases there are")
  }
}

extension String {
  fileprivate var leavesItsDirectory: Bool {
    isEmpty || FilePath.isAbsolute(self) || FilePath.parts(self).contains("..")
  }

  fileprivate var isNoDirectory: Bool {
    utf8.contains(UInt8(ascii: "/")) || utf8.first == UInt8(ascii: ".")
  }
}
