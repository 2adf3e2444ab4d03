import Resources
import Testing
import YAML

@Suite struct NameIndexTests {
  private func object(_ name: String, in namespace: String = "", kind: String = "ConfigMap") -> Resource {
    Resource(
      object: .mapping([
        "apiVersion": .string("v1"), "kind": .string(kind),
        "metadata": .mapping([
          "name": .string(name), "namespace": namespace.isEmpty ? nil : .string(namespace),
        ]),
      ]))
  }

  private func id(_ name: String, in namespace: String = "", kind: String = "ConfigMap") -> ResourceID {
    ResourceID(gvk: GroupVersionKind(version: "v1", kind: kind), name: name, namespace: namespace)
  }

  @Test func tellsNamespacesApart() {
    let set = ResourceSet([
      object("a", in: "x"), object("a"), object("b", in: "x"), object("a", in: "y"),
      object("a", in: "default"),
    ])
    let names = NameIndex(set)
    #expect(names["a"] == [0, 1, 3, 4])
    #expect(names[id("a", in: "x")] == [0])
    #expect(names[id("a")] == [1, 4])
    #expect(names[id("a", in: "default")] == [1, 4])
    #expect(names[id("b", in: "x")] == [2])
    #expect(names[id("c")] == [])
  }

  /// What lives outside of namespaces is one object, whatever namespace is written.
  @Test func passesOverNamespacesWhereThereAreNone() {
    let names = NameIndex(
      ResourceSet([object("a", in: "x", kind: "Namespace"), object("a", in: "y", kind: "Namespace")]))
    #expect(names[id("a", in: "z", kind: "Namespace")] == [0, 1])
  }

  @Test func knowsEarlierNames() {
    var renamed = object("a", in: "x")
    renamed.rename(to: "p-a")
    let names = NameIndex(ResourceSet([object("p-a", in: "y"), renamed]))
    #expect(names[id("a", in: "x")] == [1])
    #expect(names[id("p-a", in: "x")] == [1])
    #expect(names["p-a"] == [0, 1])
  }

  @Test func notesNewNamesInOrder() {
    var names = NameIndex(ResourceSet([object("a"), object("b"), object("a")]))
    names.note(id("a"), at: 1)
    #expect(names["a"] == [0, 1, 2])
    names.note(id("c", in: "x"), at: 2)
    names.note(id("c", in: "x"), at: 0)
    #expect(names[id("c", in: "x")] == [0, 2])
    #expect(names["b"] == [1])
  }
}
