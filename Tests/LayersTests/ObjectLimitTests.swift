import Diagnostics
import Resources
import Testing
import YAML

@testable import Layers

/// How many objects a layer can have.
@Suite struct ObjectLimitTests {
  private func maps(_ names: String...) -> [Resource] {
    names.map { name in
      Resource(
        object: .mapping([
          "apiVersion": .string("v1"), "kind": .string("ConfigMap"),
          "metadata": .mapping(["name": .string(name)]),
        ]))
    }
  }

  @Test func refusesMore() {
    let report = Report()
    var accumulator = Accumulator()
    accumulator.most = 3
    accumulator.append(ResourceSet(maps("a", "b", "c")), report)
    #expect(report.diagnostics.isEmpty)
    #expect(accumulator.set.resources.count == 3)
    accumulator.append(
      ResourceSet(maps("d")), from: Located("../base", Position(file: 1, line: 2, column: 3)), report)
    #expect(report.diagnostics.map(\.id) == ["too-many-objects"])
    #expect(report.diagnostics.first?.position?.line == 2)
    #expect(accumulator.set.resources.isEmpty)
  }

  @Test func goesOnAfterThat() {
    let report = Report()
    var accumulator = Accumulator()
    accumulator.most = 1
    accumulator.absorb(maps("a")[0], report)
    accumulator.absorb(maps("b")[0], report)
    accumulator.absorb(maps("a")[0], report)
    #expect(report.diagnostics.map(\.id) == ["too-many-objects"])
  }

  @Test func allowsAMillion() {
    #expect(LayerOptions().mostObjects == 1_000_000)
  }
}
