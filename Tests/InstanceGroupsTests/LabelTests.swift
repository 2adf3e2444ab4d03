import Diagnostics
import InstanceGroups
import Resources
import Testing
import YAML

@Suite struct LabelTests {
  private let prefix = "quarks.cloudfoundry.org"

  @Test func keepsTheGroupsOwnLabelsOutOfPodsAndSelectors() {
    let example = Example(
      nats(
        "instanceTable: {configMap: true}\ndisruptionBudget: {maxUnavailable: 1}",
        name: "nats, labels: {team: core}, annotations: {note: x}"))
    for resource in example.resources {
      #expect(resource.labels?["team"]?.text == "core")
      #expect(resource.annotations?["note"]?.text == "x")
      for path in [["spec", "selector"], ["spec", "template"]] {
        let part = resource.object[path[0]]?[path[1]]?.yaml ?? ""
        #expect(!part.contains("core") && !part.contains("note"))
      }
    }
    #expect(example.resources.count == 9)
  }

  @Test func takesTheDeploymentOfTheGroup() {
    let example = Example(nats("deployment: other"))
    #expect(
      example.field("Service", "nats", "spec", "selector", "\(prefix)/deployment-name")?.text == "other")
  }

  @Test func hasNoDeploymentLabelWithoutADeployment() {
    let example = Example(nats(topology: nil))
    #expect(example.resources.allSatisfy { !$0.object.yaml.contains("deployment-name") })
  }

  @Test func addsSelectorLabelsToSelectorsAndPods() {
    let example = Example(nats("selectorLabels: {app: web}\ndisruptionBudget: {maxUnavailable: 1}"))
    for service in ["nats", "nats-z0-0"] {
      #expect(example.field("Service", service, "spec", "selector", "app")?.text == "web")
    }
    let set = { (path: String...) in
      path.reduce(example.resource("StatefulSet", "nats-z0")?.object) { $0?[$1] }
    }
    #expect(set("spec", "selector", "matchLabels", "app")?.text == "web")
    #expect(set("spec", "template", "metadata", "labels", "app")?.text == "web")
    #expect(
      example.field("PodDisruptionBudget", "nats", "spec", "selector", "matchLabels", "app")?.text == "web")
  }

  @Test func letsTheTemplateLabelPods() {
    let text = nats().replacing(
      "    spec:\n      containers",
      "    metadata: {labels: {app: a}, annotations: {b: c}}\n    spec:\n      containers")
    let example = Example(text)
    let metadata = example.field("StatefulSet", "nats-z0", "spec", "template", "metadata")
    #expect(metadata?["labels"]?["app"]?.text == "a")
    #expect(metadata?["annotations"]?["b"]?.text == "c")
    #expect(metadata?["labels"]?["\(prefix)/az-name"]?.text == "z1")
  }

  @Test func labelsTheStatefulSetAlone() {
    let example = Example(nats("statefulSet: {metadata: {labels: {a: b}, annotations: {c: d}}}"))
    #expect(example.field("StatefulSet", "nats-z0", "metadata", "labels", "a")?.text == "b")
    #expect(example.field("StatefulSet", "nats-z0", "metadata", "annotations", "c")?.text == "d")
    #expect(example.field("StatefulSet", "nats-z0", "spec", "metadata") == nil)
    #expect(example.field("Service", "nats", "metadata", "labels", "a") == nil)
  }

  @Test func warnsOfLabelsThatTheBuildSets() {
    let example = Example(nats("selectorLabels: {\(prefix)/az-index: \"7\"}"))
    #expect(example.messages == ["warning label-replaced 21:54"])
    #expect(example.field("StatefulSet", "nats-z0", "metadata", "labels", "\(prefix)/az-index")?.text == "0")
  }

  @Test func warnsOfTemplateLabelsThatTheBuildSets() {
    let text = nats().replacing(
      "    spec:\n      containers",
      "    metadata: {labels: {\(prefix)/deployment-name: b}}\n    spec:\n      containers")
    #expect(Example(text).messages == ["warning label-replaced 16:66"])
  }

  @Test func acceptsALabelThatSaysTheSame() {
    let text = nats(name: "nats, labels: {\(prefix)/deployment-name: kubecf}")
    #expect(Example(text).messages == [])
  }

  @Test func refusesADeploymentThatIsNoLabelValue() {
    #expect(Example(nats("deployment: -a")).messages == ["error bad-label-value 21:15"])
  }

  // MARK: - Own selectors

  private func adopted(
    _ selector: String, labels: String = "app: nats", zones: String = "[z1, z2]"
  ) -> Example {
    Example(
      """
      apiVersion: zonal/v1alpha1
      kind: InstanceGroup
      metadata: {name: nats}
      spec:
        instances: 1
        zones: \(zones)
        disruptionBudget: {maxUnavailable: 1}
        selector: \(selector)
        template:
          metadata: {labels: {\(labels)}}
          spec: {containers: [{name: nats, ports: [{containerPort: 4222}]}]}
      """)
  }

  @Test func selectsWhatTheOwnSelectorSelects() {
    let example = adopted("{matchLabels: {app: nats}}", zones: "[z1]")
    let own = Node.yaml("{app: nats}")
    #expect(
      example.field("StatefulSet", "nats-z0", "spec", "selector", "matchLabels")?.sameData(as: own) == true)
    #expect(example.field("Service", "nats", "spec", "selector")?.sameData(as: own) == true)
    #expect(
      example.field("PodDisruptionBudget", "nats", "spec", "selector", "matchLabels")?.sameData(as: own)
        == true)
    #expect(
      example.field("Service", "nats-z0-0", "spec", "selector")?.sameData(
        as: .yaml("{app: nats, apps.kubernetes.io/pod-index: '0'}")) == true)
    #expect(example.messages == [])
  }

  @Test func tellsZonesApartByAPlaceholder() {
    let example = adopted(
      "{matchLabels: {app: nats, zone: $(zone.name)}}", labels: "app: nats, zone: $(zone.name)")
    #expect(
      example.field("StatefulSet", "nats-z1", "spec", "selector", "matchLabels")?.sameData(
        as: .yaml("{app: nats, zone: z2}")) == true)
    #expect(
      example.field("Service", "nats-z1-0", "spec", "selector")?.sameData(
        as: .yaml("{app: nats, zone: z2, apps.kubernetes.io/pod-index: '0'}")) == true)
    #expect(example.field("Service", "nats", "spec", "selector")?.sameData(as: .yaml("{app: nats}")) == true)
    #expect(example.messages == [])
  }

  @Test func keepsExpressionsForTheStatefulSet() {
    let example = adopted(
      "{matchExpressions: [{key: app, operator: Exists}]}\n  groupSelector: {matchLabels: {app: nats}}",
      zones: "[z1]")
    #expect(
      example.field("StatefulSet", "nats-z0", "spec", "selector")?.sameData(
        as: .yaml("{matchExpressions: [{key: app, operator: Exists}]}")) == true)
    #expect(
      example.field("Service", "nats", "spec", "selector")?.sameData(
        as: .yaml("{app: nats}")) == true)
    #expect(
      adopted("{matchExpressions: [{key: app, operator: Exists}]}", zones: "[z1]").messages
        == ["error no-common-label 8:13"])
  }

  @Test func warnsWhenZonesShareASelector() {
    #expect(adopted("{matchLabels: {app: nats}}").messages == ["warning selector-shared-by-zones 8:13"])
  }

  @Test func refusesASelectorForLabelsThatPodsLack() {
    let example = adopted("{matchLabels: {name: nats}}", zones: "[z1]")
    #expect(example.messages == ["error selector-without-pods 8:28"])
    #expect(
      example.message("selector-without-pods")?.hint == "add \"name: nats\" to spec.template.metadata.labels")
  }

  @Test func refusesASelectorForAnotherValue() {
    let example = adopted("{matchLabels: {app: other}}", zones: "[z1]")
    #expect(example.messages == ["error selector-without-pods 8:33"])
    #expect(example.message("selector-without-pods")?.notes.first?.position?.line == 10)
  }

  @Test func refusesAnEmptySelector() {
    #expect(adopted("{}", zones: "[z1]").messages == ["error empty-selector 8:13"])
  }
}

extension String {
  /// With the first place where a text stands replaced.
  fileprivate func replacing(_ text: String, _ other: String) -> String {
    var start = startIndex
    while start < endIndex, !self[start...].hasPrefix(text) { start = index(after: start) }
    guard start < endIndex else { return self }
    return self[..<start] + other + self[index(start, offsetBy: text.count)...]
  }
}
