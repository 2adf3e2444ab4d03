internal import Diagnostics
internal import YAML

extension Rule {
  static let missingImageTag = Rule(
    "missing-image-tag", .warning, "An image without a tag, or with the tag latest",
    because: "What runs changes with every start of a pod, and nobody can go back to what ran before."
  ) { inventory, findings in
    for workload in inventory.workloads {
      for container in workload.containers {
        guard let node = container.node["image"], let image = node.text, !image.contains("@") else {
          continue
        }
        let last = image.split(separator: "/", omittingEmptySubsequences: false).last ?? ""
        let tag = last.split(separator: ":", maxSplits: 1).dropFirst().first
        guard tag == nil || tag == "latest" else { continue }
        findings.add(
          "the image \"\(image)\" has \(tag == nil ? "no tag" : "the tag latest")", at: node.position,
          in: workload.resource, hint: "name a version, or a digest")
      }
    }
  }
}
