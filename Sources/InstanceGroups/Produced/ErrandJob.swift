import Diagnostics
import Resources
import YAML

/// An errand: a suspended CronJob to start by hand (`kubectl create job --from=cronjob/NAME`), or a Job whose
/// name changes with its content, so that it runs once for every change.
enum ErrandJob {
  static func produce(_ plan: GroupPlan, _ report: Report) -> [Product] {
    guard plan.spec.instances.value > 0, let workload = plan.workloads.first else { return [] }
    let job = jobSpec(workload, plan, report)
    var labels = plan.labels.ofWorkload(workload)
    labels[plan.labels.podOrdinal] = "0"
    let isAutomatic = plan.spec.lifecycle == .autoErrand
    let object = plan.object(
      "batch/v1", isAutomatic ? "Job" : "CronJob", name: plan.names.group, labels: labels,
      ["spec": isAutomatic ? job : cronJobSpec(job)], plan.placeholders(workload, report))
    var product = Product(object, plan, named: \.group)
    // Its template can't be changed, so a change is another Job; the build adds the hash when all else is
    // done.
    product.resource.needsNameHash = isAutomatic
    return [product]
  }

  private static func cronJobSpec(_ job: Node) -> Node {
    .mapping([
      // The 31st of February, should someone resume it.
      "schedule": "0 0 31 2 *",
      "suspend": true,
      "jobTemplate": .mapping(["spec": job]),
    ])
  }

  private static func jobSpec(_ workload: Workload, _ plan: GroupPlan, _ report: Report) -> Node {
    let placeholders = plan.placeholders(workload, of: .pods, report)
    var template = PodTemplate.build(workload, plan, placeholders, report)
    _ = template.changeMapping { template in
      let reader = Reader(report: report, path: "spec.template")
      template.edit("metadata", reader) { metadata, reader in
        metadata.edit("labels", reader) { labels, _ in labels[plan.labels.podOrdinal] = "0" }
      }
      template.edit("spec", reader) { spec, reader in setRestartPolicy(&spec, reader) }
    }
    return .mapping(["template": template])
  }

  private static func setRestartPolicy(_ spec: inout Mapping, _ reader: Reader) {
    guard let policy = spec["restartPolicy"], !policy.isNull else {
      spec["restartPolicy"] = "OnFailure"
      return
    }
    guard policy.text == "Always" else { return }
    reader.report.error(
      "errand-restarts", "the pod of an errand can't have the restartPolicy Always", at: policy.position,
      hint: "write OnFailure or Never, or leave it out")
  }
}
