import Diagnostics
import Dispatch
import Glibc
import Machine
import Testing
import YAML

@testable import BOSH

/// A deployment with the sources of its releases in a directory of its own, which is removed with it.
final class ReleaseFixture: Sendable {
  let manifest: DeploymentManifest
  let base: String
  let report = Report()
  let files = SourceFiles()

  /// - Parameter sources: files below `jobs-src`, by their path.
  init(_ manifest: String, _ sources: KeyValuePairs<String, String>) throws {
    var template = Array("/tmp/zonal-bosh-XXXXXX".utf8CString)
    base = String(cString: mkdtemp(&template))
    for (path, text) in sources {
      try WholeFile.write([Array(text.utf8)], to: "\(base)/jobs-src/\(path)")
    }
    let file = SourceFile(path: "manifest.yml", bytes: Array(manifest.utf8))
    let documents = Composer.compose(file, index: files.add(file), report: report)
    let document = try #require(documents?.first)
    self.manifest = try #require(DeploymentManifest.read(document, report))
  }

  deinit { FileSystem.removeTree(base) }

  /// Of every group, in the manifest's order.
  func resolve(isInitialRollout: Bool = true, needsSources: Bool = true) -> [ResolvedGroup] {
    let sources = ReleaseSources(base, of: manifest, files, report)
    let tables = InstanceTables(of: manifest, isInitialRollout: isInitialRollout, files, report)
    let resolver = GroupResolver(manifest, sources, tables, report)
    return manifest.groups.compactMap { resolver.resolve($0, needsSources: needsSources) }
  }

  /// The files of every instance of every group; `nil` after mistakes.
  func render(ip: String? = "10.0.0.1") async -> [RenderedGroup]? {
    let targets = resolve().map { group in
      var target = RenderTarget(group)
      target.ip = ip
      return target
    }
    return report.hasErrors ? nil : await render(targets)
  }

  /// On a thread that may wait for another program. The tests beside this one may keep Ruby waiting for long.
  func render(_ targets: [RenderTarget]) async -> [RenderedGroup]? {
    let rendering = TemplateRendering(
      deployment: manifest.name.value, timeLimit: .seconds(3600), files, report)
    return await withCheckedContinuation { continuation in
      DispatchQueue(label: "ruby").async { continuation.resume(returning: rendering.render(targets)) }
    }
  }

  var ids: [String] { report.diagnostics.map(\.id) }
  var summaries: [String] { report.diagnostics.map(\.summary) }
  var hints: [String] { report.diagnostics.compactMap(\.hint) }
  /// `file:line:column` of each message, the file seen from `jobs-src`.
  var places: [String] {
    report.diagnostics.map { diagnostic in
      let place = diagnostic.position.map(files.describe) ?? ""
      let start = "\(base)/jobs-src/"
      return place.hasPrefix(start) ? String(place.dropFirst(start.count)) : place
    }
  }
}

extension ReleaseFixture {
  /// A deployment of one group `g` with one instance, one job `j` of the release `r`, and one template.
  convenience init(
    template: String, properties: String = "{}", declared: String = "{}", instances: Int = 1,
    azs: String = "[]"
  ) throws {
    try self.init(
      """
      name: d
      releases: [{name: r, version: "1"}]
      instance_groups:
      - name: g
        instances: \(instances)
        azs: \(azs)
        jobs: [{name: j, release: r, properties: \(properties)}]

      """,
      [
        "r/j/job.MF": "{name: j, templates: {t.erb: config/t}, properties: \(declared)}\n",
        "r/j/templates/t.erb": template,
      ])
  }

  /// What the template became, instance by instance.
  func text(ip: String? = "10.0.0.1") async -> [String]? {
    await render(ip: ip)?.first?.instances.map { instance in
      instance.files.map { String(decoding: $0.content, as: UTF8.self) }.joined()
    }
  }
}
