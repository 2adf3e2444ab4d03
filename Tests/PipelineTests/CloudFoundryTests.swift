import Diagnostics
import Machine
import Pipeline
import Testing
import YAML

/// Cloud Foundry's own deployment, with processes and ports made up for every job: nobody but its releases knows
/// them.
@Suite(.enabled(if: CloudFoundry.isThere, "there is no cf-deployment at \(CloudFoundry.directory)"))
struct CloudFoundryTests {
  @Test func becomesAStatefulSetForEachZoneAndAServiceForEachInstance() throws {
    let deployment = try CloudFoundry(ops: [])
    let built = deployment.build()
    #expect(built.messages == "")
    #expect(built.names("StatefulSet") == deployment.expectedStatefulSets)
    #expect(built.names("Service") == deployment.expectedServices)
    #expect(built.names("CronJob") == ["rotate-cc-database-key", "smoke-tests"])
    #expect(built.names("StatefulSet").count == 28)
    #expect(built.names("Service").count == 71)
  }

  @Test func scalesToOneZone() throws {
    let deployment = try CloudFoundry(ops: ["operations/scale-to-one-az.yml"])
    let built = deployment.build()
    #expect(built.messages == "")
    #expect(built.names("StatefulSet") == deployment.expectedStatefulSets)
    #expect(built.names("Service") == deployment.expectedServices)
    #expect(built.names("StatefulSet").count == 15)
    #expect(built.names("Service").count == 30)
  }

  @Test func countsAllZonesTogetherAsBOSHDoes() throws {
    let built = try CloudFoundry(ops: []).build { $0.deployment.spreadsTotal = true }
    #expect(
      built.names("Service").filter { $0.hasPrefix("doppler-") } == [
        "doppler-z0-0", "doppler-z0-1", "doppler-z1-0",
      ])
  }

  @Test func namesEveryJobWithoutProcesses() throws {
    let deployment = try CloudFoundry(ops: [])
    let built = deployment.build { $0.deployment.interpolation.opsFiles = [] }
    #expect(built.names("StatefulSet").isEmpty)
    for job in deployment.jobs {
      #expect(built.messages.contains("there are no sources of the job \"\(job)\""))
    }
    #expect(built.messages.contains("properties.quarks.bpm"))
    let skipped = deployment.build {
      $0.deployment.interpolation.opsFiles = []
      $0.deployment.skipsGroupsWithoutProcesses = true
    }
    #expect(!skipped.messages.contains("error:"))
    #expect(skipped.messages.contains("the group \"nats\" is left out"))
  }

  @Test func listsVariablesWithoutAValue() throws {
    let built = try CloudFoundry(ops: []).build { $0.deployment.interpolation.variablesFiles = [] }
    #expect(built.messages.contains("the variable \"system_domain\" has no value"))
    #expect(built.messages.contains("the variable \"nats_password\" has no value"))
    #expect(built.text == "")
  }
}

/// The manifest, and what has to be added to it.
private struct CloudFoundry {
  static let directory = FilePath.join(
    FilePath.directory(of: #filePath), "../../../shared/corpus/bosh/input")
  static var isThere: Bool { FileSystem.kind(of: "\(directory)/cf-deployment.yml") == .file }

  struct Built {
    let text: String
    let messages: String

    /// Of all objects of a kind, in the order of the output.
    func names(_ kind: String) -> [String] {
      text.split(separator: "---\n").compactMap { document in
        guard document.contains("\nkind: \(kind)\n") || document.hasPrefix("kind: \(kind)\n") else {
          return nil
        }
        let name = document.split(separator: "\n").first { $0.hasPrefix("  name: ") }
        return name.map { String($0.dropFirst(8)) }
      }
    }
  }

  private let scratch: ScratchDirectory
  private let ops: [String]
  /// After the operations.
  private let manifest: Node

  init(ops: [String]) throws {
    scratch = try ScratchDirectory()
    self.ops = ops.map { "\(Self.directory)/\($0)" }
    var options = ManifestInterpolation.Options(manifest: "\(Self.directory)/cf-deployment.yml")
    options.opsFiles = self.ops
    manifest = try Self.compose(ManifestInterpolation(options: options).run().manifest.text)
    try OutputFile.write(Manifest(additions), to: "\(scratch.path)/ops.yml")
    try OutputFile.write(Manifest(values), to: "\(scratch.path)/vars.yml")
  }

  private static func compose(_ text: String) throws -> Node {
    let file = SourceFile(path: "manifest.yml", bytes: Array(text.utf8))
    return try #require(Composer.compose(file, index: 1, report: Report(), dialect: .bosh)?.first)
  }

  func build(_ change: (inout Build.Options) -> Void = { _ in }) -> Built {
    var options = Build.Options()
    options.deployment.interpolation.manifest = "\(Self.directory)/cf-deployment.yml"
    options.deployment.interpolation.opsFiles = ops + ["\(scratch.path)/ops.yml"]
    options.deployment.interpolation.variablesFiles = ["\(scratch.path)/vars.yml"]
    change(&options)
    let outcome = Build(options: options).run([])
    return Built(text: outcome.manifests.first?.text ?? "", messages: outcome.messages.text(colours: false))
  }

  // MARK: What is expected

  private var groups: [Node] { manifest["instance_groups"]?.items ?? [] }

  private var services: [(name: String, zones: Int, instances: Int)] {
    groups.filter { $0["lifecycle"]?.text != "errand" }.map { group in
      (group["name"]?.text ?? "", group["azs"]?.items?.count ?? 0, Int(group["instances"]?.text ?? "") ?? 0)
    }
  }

  var expectedStatefulSets: [String] {
    services.flatMap { group in (0..<group.zones).map { "\(group.name)-z\($0)" } }.sorted()
  }

  var expectedServices: [String] {
    services.flatMap { group in
      [group.name]
        + (0..<group.zones).flatMap { zone in
          (0..<group.instances).map { "\(group.name)-z\(zone)-\($0)" }
        }
    }.sorted()
  }

  var jobs: [String] {
    groups.flatMap { $0["jobs"]?.items ?? [] }.compactMap { $0["name"]?.text }
  }

  // MARK: What is added

  /// Images for the releases, a process for each job, a port for each group.
  private var additions: String {
    var lines = (manifest["releases"]?.items ?? []).map { release in
      "- {type: replace, path: /releases/name=\(release["name"]?.text ?? "")/url, value: ghcr.io/cf}"
    }
    for (list, entries) in [("instance_groups", groups), ("addons", manifest["addons"]?.items ?? [])] {
      for entry in entries {
        let path = "/\(list)/name=\(entry["name"]?.text ?? "")/jobs"
        for (index, job) in (entry["jobs"]?.items ?? []).enumerated() {
          let name = job["name"]?.text ?? ""
          let hasPort = index == 0 && list == "instance_groups"
          let port = hasPort ? ", ports: [{name: main, internal: 8080}]" : ""
          let value = "{bpm: {processes: [{name: \(name), executable: /bin/\(name)}]}\(port)}"
          lines.append("- {type: replace, path: \(path)/name=\(name)/properties?/quarks?, value: \(value)}")
        }
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// A value for every variable that is defined or used, with the keys of certificates and keys.
  private var values: String {
    let text = manifest.yaml
    var names = Set((manifest["variables"]?.items ?? []).compactMap { $0["name"]?.text })
    for part in text.split(separator: "((").dropFirst() {
      if let name = part.split(separator: "))").first?.split(separator: ".").first {
        names.insert(String(name))
      }
    }
    let value = "{ca: x, certificate: x, private_key: x, public_key: x, public_key_fingerprint: x}"
    return names.sorted().map { name in
      let isMapping = text.contains("((\(name).")
      return "\(name): \(isMapping ? value : "x")\n"
    }.joined()
  }
}
