internal import Diagnostics
internal import Pipeline
internal import YAML

/// A tree of files, `=== path` before each, whose directory `top`, or else the tree itself, is built.
enum Builds {
  static func run(_ bytes: [UInt8]) {
    Scratch.clear()
    let parts = Texts.parts(bytes)
    Scratch.lay(parts)
    let directory = parts.contains { $0.name.hasPrefix("overlay/") } ? Scratch.path("overlay") : Scratch.root
    let build = Build(options: .init())
    let outcome = build.run([directory])
    let text = outcome.manifests.map(\.text).joined()
    let again = build.run([directory])
    expect(again.messages.text(colours: false) == outcome.messages.text(colours: false), "other messages")
    guard outcome.messages.exitCode == 0 else { return }
    expect(again.manifests.map(\.text).joined() == text, "another build gives other bytes")
    expect(Texts.documents(Array(text.utf8), Report()) != nil, "the output is no YAML:\n\(text)")
    _ = build.instances(directory).table
  }
}
