import Resources
import Testing

@Suite struct ImageReferenceTests {
  @Test func splitsNameTagAndDigest() {
    #expect(parts("nginx") == ["nginx", "", ""])
    #expect(parts("nginx:1.2") == ["nginx", "1.2", ""])
    #expect(parts("registry:5000/a/nginx") == ["registry:5000/a/nginx", "", ""])
    #expect(parts("registry:5000/nginx:1@sha256:ab") == ["registry:5000/nginx", "1", "sha256:ab"])
    #expect(parts("nginx@sha256:ab") == ["nginx", "", "sha256:ab"])
    #expect(parts("/nginx:1") == ["/nginx", "1", ""])
    // A mark behind a sign is a part of what follows, not of the sign.
    #expect(parts("nginx:\u{301}1") == ["nginx", "\u{301}1", ""])
  }

  private func parts(_ text: String) -> [String] {
    let image = ImageReference(text)
    return [image.name, image.tag, image.digest]
  }
}
