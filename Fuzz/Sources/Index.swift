internal import Glibc
internal import Machine
internal import Pipeline

/// A directory whose index is the input, built into: what lies beside it stays.
enum Index {
  static func run(_ bytes: [UInt8]) {
    Scratch.clear()
    Scratch.write(Array("kind: A\nmetadata: {name: a}\n".utf8), to: "source/a.yaml")
    Scratch.write(Array("resources: [a.yaml]\n".utf8), to: "source/kustomization.yaml")
    for name in ["victim", "out/source/b.yaml", "out/source/c/d.yaml", "out/victim"] {
      Scratch.write(Array("\(name)\n".utf8), to: name)
    }
    Scratch.write(bytes, to: "out/source/.zonal")
    for isForced in [false, true] {
      var options = OutputTree.Options()
      options.isForced = isForced
      let outcome = Build(options: .init()).run([Scratch.path("source")])
      _ = OutputTree(Scratch.path("out"), options: options).write(outcome, names: ["source"])
      for name in ["victim", "out/victim"] {
        guard case .success(let content) = FileSystem.read(Scratch.path(name)) else {
          fatalError("\(name) is gone")
        }
        expect(content == Array("\(name)\n".utf8), "\(name) was changed")
      }
    }
  }
}
