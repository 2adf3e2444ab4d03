internal import Diagnostics
internal import YAML

extension Rule {
  static let missingImageTag = Rule(
    "missing-image-tag", .warning, "An image without a tag, or with the tag latest",
    because: "What runs changes with every start of a pod, and nobody can go back to what ran before.",
    bad: "image: registry.example.com:5000/web",
    good: "image: registry.example.com:5000/web:1",
    scope: .whole,
    each: \.workloads
  ) { workload, _, findings in
    let images =
      workload.containers.map { $0.node["image"] }
      + workload.pod.items(of: "volumes").map { $0.at("image", "reference") }
    for node in images {
      guard let node, let image = node.text, !image.utf8.contains(UInt8(ascii: "@")) else { continue }
      let tag = tag(of: image)
      guard tag == nil || tag == "latest", !isReplaced(image, workload) else { continue }
      findings.add(
        "the image \"\(image)\" has \(tag == nil ? "no tag" : "the tag latest")", at: node.position,
        in: workload.resource, hint: "name a version, or a digest")
    }
  }

  private static func tag(of image: String) -> Substring? {
    let name = image.utf8.lastIndex(of: UInt8(ascii: "/")).map { image[image.utf8.index(after: $0)...] }
    let last = name ?? image[...]
    guard let colon = last.utf8.firstIndex(of: UInt8(ascii: ":")) else { return nil }
    let tag = last[last.utf8.index(after: colon)...]
    return tag.isEmpty ? nil : tag
  }

  /// Whether it is no image yet: ko puts one in before the objects are applied, and Istio when pods are made.
  private static func isReplaced(_ image: String, _ workload: Workload) -> Bool {
    if image.isEmpty || image.hasPrefix("ko://") || image.isReplacedLater { return true }
    let metadata = workload.template["metadata"]
    return image == "auto"
      && (metadata?.at("annotations", "inject.istio.io/templates") != nil
        || metadata?.at("labels", "sidecar.istio.io/inject") != nil)
  }
}
