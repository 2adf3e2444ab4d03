import Testing

@testable import Checks

@Suite struct SortedLinesTests {
  /// A line that is not in its place would not be found.
  @Test(arguments: [SortedLines(KubernetesTypes.table), FieldLimit.lines, FieldChoice.lines])
  func findsEveryLine(lines: SortedLines) {
    let names = lines.names
    #expect(names == names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) })
    let all = Set(names)
    #expect(all.count == names.count)
    for name in names {
      #expect(lines[name].map { String(decoding: $0, as: UTF8.self).hasPrefix(name) } == true, "\(name)")
      let shorter = String(name.dropLast())
      #expect((lines[shorter] != nil) == all.contains(shorter), "\(name)")
      #expect(lines[name + "~"] == nil, "\(name)")
    }
  }

  @Test(arguments: [
    ("", "a", nil), ("a x", "a", "a x"), ("a x\nb y", "b", "b y"), ("a x\nb y", "c", nil),
    ("a x\nb y\n", "b", "b y"), ("Foo+34 x\nFooBar y\nFooBaz-30 z", "Foo", "Foo+34 x"),
    ("Foo+34 x\nFooBar y\nFooBaz-30 z", "FooBaz", "FooBaz-30 z"),
    ("Foo+34 x\nFooBar y\nFooBaz-30 z", "FooB", nil), ("a", "", nil),
  ])
  func findsALine(text: String, name: String, line: String?) {
    #expect(SortedLines(text)[name].map { String(decoding: $0, as: UTF8.self) } == line)
  }
}
