internal import Diagnostics
internal import Resources
internal import YAML

/// An object, and patches of both kinds: `object`, `=== merge`, `=== operations`.
enum Patches {
  static func run(_ bytes: [UInt8]) {
    let report = Report()
    let parts = Texts.parts(bytes)
    guard let object = Texts.documents(parts[0].bytes, report)?.first else { return }
    for part in parts.dropFirst() {
      for patch in Texts.documents(part.bytes, Report()) ?? [] {
        var target = object
        if part.name.hasPrefix("o") {
          guard let operations = JSONPatch.decode(patch, report: report) else { continue }
          guard operations.apply(to: &target, report: report, describing: "object") else { continue }
        } else {
          let gvk = GroupVersionKind(
            apiVersion: object["apiVersion"]?.text ?? "", kind: object["kind"]?.text ?? "")
          let isCompatible = part.name.hasPrefix("c")
          _ = StrategicMerge(report: report, isCompatible: isCompatible).apply(patch, to: &target, gvk: gvk)
        }
        Texts.expectToReadBack([target])
      }
    }
  }
}
