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

  /// However many objects have a name, those of a namespace are found among them, in order.
  @Test func findsOneOfManyNamespaces() {
    var names = NameIndex(ResourceSet((0..<100).map { object("a", in: "n\($0)") }))
    #expect(names[id("a", in: "n17")] == [17])
    #expect(names[id("a", in: "n100")] == [])
    names.note(id("a", in: "n17"), at: 5)
    names.note(id("a", in: "n17"), at: 5)
    names.note(id("a"), at: 99)
    #expect(names[id("a", in: "n17")] == [5, 17])
    #expect(names[id("a", in: "default")] == [99])
    #expect(names["a"] == Array(0..<100))
  }

  @Test func makesRoomForObjectsBefore() {
    var names = NameIndex(ResourceSet([object("a"), object("b")]))
    names.shift(by: 2)
    names.note(object("a", in: "x"), at: 0)
    names.note(object("c"), at: 1)
    #expect(names["a"] == [0, 2])
    #expect(names[id("a")] == [2])
    #expect(names["b"] == [3])
    #expect(names["c"] == [1])
  }
}

@Suite struct KeptNamesTests {
  private func object(_ name: String) -> Resource {
    Resource(
      object: .mapping([
        "apiVersion": .string("v1"), "kind": .string("ConfigMap"),
        "metadata": .mapping(["name": .string(name)]),
      ]))
  }

  /// Whatever changes objects without a word takes the index away.
  @Test func forgetsNamesThatMayHaveChanged() {
    var set = ResourceSet([object("a")])
    set.keep(set.takeNames())
    #expect(set.names?["a"] == [0])
    set.resources[0].rename(to: "b")
    #expect(set.names == nil)
    #expect(set.takeNames()["b"] == [0])
    set.keep(NameIndex(set))
    set.arrange([0])
    #expect(set.names == nil)
  }

  @Test(arguments: [
    ("metadata/name", true), ("metadata/namespace", true), ("metadata", true), ("metadata[]", true),
    ("metadata/labels", false), ("spec/metadata/name", false), ("kind", false),
    ("metadata/generateName", false),
  ])
  func knowsWhichFieldsAreNames(_ path: String, _ mayRename: Bool) {
    #expect(FieldSpec(path).mayRename == mayRename)
    var set = ResourceSet([object("a")])
    set.keep(NameIndex(set))
    #expect((set.names(afterWritingTo: [FieldSpec("spec/a"), FieldSpec(path)]) == nil) == mayRename)
  }
}
