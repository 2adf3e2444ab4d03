import Diagnostics
import Testing

@testable import Layers

@Suite struct ImageReferenceTests {
  @Test func splitsNameTagAndDigest() {
    #expect(parts("nginx") == ["nginx", "", ""])
    #expect(parts("nginx:1.2") == ["nginx", "1.2", ""])
    #expect(parts("registry:5000/a/nginx") == ["registry:5000/a/nginx", "", ""])
    #expect(parts("registry:5000/nginx:1@sha256:ab") == ["registry:5000/nginx", "1", "sha256:ab"])
    #expect(parts("nginx@sha256:ab") == ["nginx", "", "sha256:ab"])
  }

  @Test func replacesTagsAndDigests() {
    #expect(replace("nginx:1", tag: "2") == "nginx:2")
    #expect(replace("nginx@sha256:ab", tag: "2") == "nginx:2")
    #expect(replace("nginx:1", digest: "sha256:cd") == "nginx@sha256:cd")
    #expect(replace("nginx:1", name: "my/nginx") == "my/nginx:1")
    #expect(replace("nginx:1", suffix: "-debug") == "nginx:1-debug")
    #expect(replace("nginx-extra:1", tag: "2") == nil)
  }

  private func parts(_ text: String) -> [String] {
    let image = ImageReference(text)
    return [image.name, image.tag, image.digest]
  }

  private func replace(
    _ image: String, name: String = "", tag: String = "", suffix: String = "", digest: String = ""
  ) -> String? {
    let entry = Images.Entry(
      name: Located("nginx", .none), newName: name, newTag: tag, tagSuffix: suffix, digest: digest)
    return ImageReplacement(entry, Report())?.replace(image)
  }
}
