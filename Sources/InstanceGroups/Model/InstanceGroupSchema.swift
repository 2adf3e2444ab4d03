import YAML

extension InstanceGroupSpec {
  static let schema = Schema("InstanceGroup", initial: InstanceGroupSpec()) {
    size
    objects
    conduct
  }

  /// How many instances there are, and where.
  @FieldTable<InstanceGroupSpec> private static var size: [Field<InstanceGroupSpec>] {
    Field("deployment", .located(.string), \.deployment, "The deployment; the Topology's when absent.")
    Field(
      "instances", .located(.instances), \.instances, required: true,
      "The number of instances, in each zone or over all of them.")
    Field(
      "instancesPolicy", .choice(), \.instancesPolicy,
      "PerZone: instances in each zone; Total: over all zones, evenly, the remainder to the first.")
    Field(
      "zones", .list(of: .located(.string), atMost: Zone.most), \.zones,
      "The zones by name; [\"*\"]: all of the Topology; none: the group is not zoned.")
    Field(
      "zoneOverrides", .map(of: .object(ZoneOverride.schema)), \.zoneOverrides,
      "What is different in a zone, by its name.")
    Field(
      "workloadName", .located(.string), \.workloadName,
      "The names of its StatefulSets, made of {group}, {index} and {zone}; the Topology's when absent.")
    Field(
      "replicas", .choice(), \.replicas,
      "Who owns the number of pods: the group (Managed), or an autoscaler or leader (Unmanaged).")
    Field("ordinals", .object(Ordinals.schema), \.ordinals, "How instances are numbered.")
    Field("placement", .object(Placement.schema), \.placement, "Which nodes the pods may and should go to.")
    Field("survive", .located(.object(Survival.schema)), \.survive, "What must be left when zones are lost.")
  }

  /// What is generated.
  @FieldTable<InstanceGroupSpec> private static var objects: [Field<InstanceGroupSpec>] {
    Field(
      "lifecycle", .choice(), \.lifecycle,
      "Service: runs always; Errand: a CronJob to run by hand; AutoErrand: a Job for every change.")
    Field(
      "workload", .located(.choice()), \.workload, "What runs the pods of a zone: StatefulSet or Deployment.")
    Field(
      "selector", OwnSelector.shape, \.selector,
      "Replaces the generated selector, to adopt a running StatefulSet.")
    Field(
      "groupSelector", OwnSelector.groupShape, \.groupSelector,
      "Selects the instances of all zones; the labels of selector that are equal in all zones when absent.")
    Field(
      "podLabels", .located(.choice()), \.podLabels,
      "Whether pods get the labels of generated selectors: Generated, or None, the default beside selector.")
    Field(
      "selectorLabels", .strings, \.selectorLabels, "Labels added to generated selectors and to the pods.")
    Field(
      "ports", .list(of: ServicePort.shape), \.ports,
      "The ports of the Services; those that the containers declare when absent.")
    Field("template", PodTemplateShape.shape, \.template, required: true, "The pods, as a PodTemplateSpec.")
    Field(
      "volumeClaimTemplates", .list(of: .claim), \.volumeClaimTemplates,
      "The claims of every instance, as a StatefulSet has them.")
    Field("statefulSet", StatefulSetSettings.shape, \.statefulSet, "Fields of the StatefulSets themselves.")
    Field(
      "services", .object(GroupServices.schema), \.services, "Which Services there are, and how they are set."
    )
    Field(
      "lists", .map(of: .object(ListSettings.schema)), \.lists,
      "Texts made of the instances, by the name under which $(list.NAME) means them.")
    Field(
      "objects", .object(ObjectSettings.schema), \.objects,
      "Objects of your own for the group, each zone or each instance.")
    Field(
      "instanceTable", .object(InstanceTableSettings.schema), \.instanceTable,
      "Whether programs can read the list of instances.")
    Field(
      "patches", .list(of: .object(GroupPatch.schema)), \.patches, "Patches of what the group generates.")
  }

  /// How it runs.
  @FieldTable<InstanceGroupSpec> private static var conduct: [Field<InstanceGroupSpec>] {
    Field(
      "disruptionBudget", .located(.object(BudgetSettings.schema)), \.disruptionBudget,
      "How many instances may be evicted at a time, over all zones.")
    Field("rollout", .located(.object(Rollout.schema)), \.rollout, "How a change reaches the pods.")
    Field(
      "environment", EnvironmentSettings.shape, \.environment,
      "Which variables containers get; None: no variable.")
    Field(
      "quarks", .boolean, \.quarks,
      "Whether pods follow Quarks' conventions: REPLICAS, BOSH_AZ, CF_OPERATOR_AZ and the annotation of zones."
    )
    Field(
      "activePassive", .boolean, \.activePassive,
      "Whether Services select only pods that label themselves active.")
  }
}

extension Shape where Value == Node {
  /// A PersistentVolumeClaim, as far as it is read here.
  fileprivate static var claim: Shape {
    let parts = ["metadata", "spec"]
    let claim = ObjectShape("claim", isOpen: true) {
      parts.map { FieldDescription(name: $0, summary: "The \($0) of the claim.", type: .map(.any)) }
    }
    return Shape<Mapping>.mapping(ofMappings: parts).map { .mapping($0) }
      .described(as: .named("mapping", .object(claim)))
  }
}
