import Resources
import Testing

@Suite struct FieldSpecListTests {
  @Test func addsWhatIsNotThere() {
    var list = FieldSpecList([FieldSpec("a/b"), FieldSpec("a/c", in: KindFilter(kind: "Pod"), creates: true)])
    list.merge(FieldSpec("a/b"))
    list.merge(FieldSpec("a/d"))
    list.merge(FieldSpec("a/b[]"))
    #expect(list.specs.map(\.path.text) == ["a/b", "a/c", "a/d", "a/b[]"])
  }

  /// One for a part of the kinds is enough; one for more of them is not.
  @Test func comparesKinds() {
    var list = FieldSpecList([FieldSpec("a", in: KindFilter(kind: "Pod"))])
    #expect(list.merge(FieldSpec("a")) == nil)
    #expect(list.specs.count == 1)
    #expect(list.merge(FieldSpec("a", in: KindFilter(kind: "Job"))) == nil)
    #expect(list.specs.count == 2)
  }

  @Test func tellsOfTheFirstThatDisagrees() {
    let pod = FieldSpec("a", in: KindFilter(kind: "Pod"), creates: true)
    let job = FieldSpec("a", in: KindFilter(kind: "Job"))
    var list = FieldSpecList([pod, job])
    #expect(list.merge(FieldSpec("a")) == pod)
    #expect(list.merge(FieldSpec("a", creates: true)) == nil)
    #expect(list.specs.count == 2)
  }
}
