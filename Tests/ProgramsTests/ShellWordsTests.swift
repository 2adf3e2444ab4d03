import Testing

@testable import Programs

@Suite struct ShellWordsTests {
  @Test func splitsAtSpaces() { #expect(shellWords("  a  b\tc ") == ["a", "b", "c"]) }

  @Test func keepsWhatIsQuoted() {
    #expect(shellWords(#"a 'b c' "d e"f '' g'\'h'"#) == ["a", "b c", "d ef", "", #"g\h"#])
  }

  @Test func takesWhatIsEscaped() { #expect(shellWords(#"a\ b "c\"d" \\"#) == ["a b", #"c"d"#, #"\"#]) }
}
