import YAML

/// Restarts pods when a ConfigMap or Secret of theirs changes, as `updateOnConfigChange` asks.
enum ConfigHash {
  static func apply(
    to template: inout Mapping, _ workload: Workload, _ plan: GroupPlan, _ placeholders: Placeholders,
    _ reader: Reader
  ) {
    guard let hash = plan.input.configHash else { return }
    template.edit("metadata", reader) { metadata, reader in
      metadata.edit("annotations", reader) { annotations, _ in
        annotations["\(plan.labels.prefix)/config-hash"] = .string(hash)
      }
    }
  }
}
