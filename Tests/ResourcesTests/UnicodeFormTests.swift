import Resources
import Testing
import YAML

/// Names that only differ in the form of a letter are names of two objects.
@Suite struct UnicodeFormTests {
  private let composed = "caf\u{E9}"
  private let decomposed = "cafe\u{301}"

  private func map(_ name: String) -> Resource {
    Resource(
      object: .mapping([
        "apiVersion": .string("v1"), "kind": .string("ConfigMap"),
        "metadata": .mapping(["name": .string(name), "namespace": .string(name)]),
      ]))
  }

  @Test func tellsIdentitiesApart() {
    let (a, b) = (map(composed), map(decomposed))
    #expect(a.id != b.id)
    #expect(!a.id.isSame(as: b.id))
    #expect(Set([a.canonicalID, b.canonicalID]).count == 2)
    #expect(a.id == map(composed).id)
    #expect(!a.wasEver(b.id))
    #expect(!a.wasEver(named: decomposed))
    #expect(a.wasEver(named: composed))
    let kinds = [composed, decomposed].map { GroupVersionKind(group: "example.org", version: "v1", kind: $0) }
    #expect(kinds[0] != kinds[1])
    #expect(!KindFilter(kind: composed).matches(kinds[1]))
    #expect(KindFilter(kind: composed).matches(kinds[0]))
  }

  @Test func indexesNamesByBytes() {
    let names = NameIndex(ResourceSet([map(composed), map(decomposed)]))
    #expect(names[composed] == [0])
    #expect(names[decomposed] == [1])
  }

  @Test func tellsFieldsApart() {
    #expect(FieldPath("spec/\(composed)") != FieldPath("spec/\(decomposed)"))
    #expect(FieldPath("spec/\(composed)") == FieldPath("spec/\(composed)"))
  }
}
