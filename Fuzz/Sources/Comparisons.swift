internal import Pipeline

/// Two sets of manifests, `old` and `=== new`, compared, planned, drawn and checked.
enum Comparisons {
  static func run(_ bytes: [UInt8]) {
    Scratch.clear()
    let parts = Texts.parts(bytes)
    Scratch.write(parts[0].bytes, to: "old.yaml")
    Scratch.write(parts.dropFirst().first?.bytes ?? [], to: "new.yaml")
    let (old, new) = (Scratch.path("old.yaml"), Scratch.path("new.yaml"))
    let difference = Difference(from: old, to: new, options: .init())
    _ = difference.messages.json
    for format in Difference.Format.allCases { _ = difference.text(format, budget: 4000) }
    let plan = Planning(from: old, to: new, options: .init())
    for format in Planning.Format.allCases { _ = plan.text(format, budget: 4000) }
    let change = Graphing(from: old, to: new, options: .init())
    for format in Graphing.Format.allCases { _ = change.text(format) }
    let check = Check([new], options: .init())
    for format in Check.Format.allCases { _ = check.text(format) }
    let same = Difference(from: new, to: new, options: .init())
    expect(same.messages.exitCode != 0 || same.isEmpty, "differs from itself:\n\(same.text(.paths))")
  }
}
