import Diagnostics
import YAML

/// Gives pods the labels by which the group's selectors find them.
enum PodLabels {
  static func apply(
    to template: inout Mapping, _ workload: Workload, _ plan: GroupPlan, _ placeholders: Placeholders,
    _ reader: Reader
  ) {
    template.edit("metadata", reader) { metadata, reader in
      metadata.edit("labels", reader) { labels, reader in
        for pair in plan.labels.ofPods(workload, placeholders).pairs {
          if let own = labels[pair.key.text], !own.sameData(as: pair.value) {
            reader.report.warning(
              "label-replaced", "the label \"\(pair.key.text)\" of the pods is set by the build",
              at: own.position,
              notes: [.init("it becomes \"\(pair.value.text ?? "")\" instead of \"\(own.text ?? "")\"")],
              hint: "leave it out of the template")
          }
          labels[pair.key.text] = pair.value
        }
      }
    }
  }
}
