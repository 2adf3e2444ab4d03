import YAML

/// The volume claim templates of a zone.
enum VolumeClaims {
  static func templates(
    _ workload: Workload, _ plan: GroupPlan, _ placeholders: Placeholders, _ reader: Reader
  ) -> [Node] {
    let override = plan.spec.zoneOverrides.first { entry in
      workload.zone.map { sameBytes(entry.key.text, $0.name) } ?? false
    }?.value
      .storageClassName.map(placeholders.replaced)
    let fallback = workload.zone?.storageClassName
    var claims = plan.spec.volumeClaimTemplates
    for index in claims.indices {
      placeholders.replace(in: &claims[index])
      guard let storageClass = override ?? fallback else { continue }
      _ = claims[index].changeMapping { claim in
        claim.edit("spec", reader.item(index)) { spec, _ in
          let own = spec["storageClassName"]
          // An empty class is a wish of its own: a volume that exists already.
          if override != nil || own == nil || own?.isNull == true {
            spec["storageClassName"] = .string(storageClass)
          }
        }
      }
    }
    return claims
  }
}
