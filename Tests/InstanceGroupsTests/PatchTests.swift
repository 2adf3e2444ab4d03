import Diagnostics
import InstanceGroups
import Resources
import Testing
import YAML

@Suite struct PatchTests {
  @Test func patchesOneInstancesService() {
    let example = Example(
      nats(
        """
        patches:
        - target: {kind: Service, zone: z2, ordinal: 0}
          patch: |
            metadata: {annotations: {a: b}}
            spec: {externalTrafficPolicy: Local}
        """))
    #expect(example.field("Service", "nats-z1-0", "metadata", "annotations", "a")?.text == "b")
    let changed = example.resources.filter { $0.object.at("spec", "externalTrafficPolicy") != nil }
    #expect(changed.map(\.name) == ["nats-z1-0"])
    #expect(example.messages == [])
  }

  @Test func patchesByOperations() {
    let example = Example(
      nats(
        """
        patches:
        - target: {kind: StatefulSet, name: nats-z.}
          patch:
          - {op: replace, path: /spec/replicas, value: 7}
        """))
    #expect(example.field("StatefulSet", "nats-z0", "spec", "replicas")?.text == "7")
    #expect(example.field("StatefulSet", "nats-z1", "spec", "replicas")?.text == "7")
  }

  @Test func mergesContainersByName() {
    let example = Example(
      nats(
        """
        patches:
        - target: {kind: StatefulSet, zone: z1}
          patch: {spec: {template: {spec: {containers: [{name: nats, image: other}]}}}}
        """))
    let container = example.field("StatefulSet", "nats-z0", "spec", "template", "spec", "containers", "0")
    #expect(container?["image"]?.text == "other")
    #expect(container?["ports"] != nil)
    #expect((example.text("StatefulSet", "nats-z1") ?? "other").contains("image: nats"))
  }

  @Test func deletesWhatAPatchSaysToDelete() {
    let example = Example(
      nats(
        """
        patches:
        - target: {kind: Service, zone: z1}
          patch: {$patch: delete}
        """))
    #expect(
      example.names.filter { $0.hasPrefix("Service") } == [
        "Service/nats", "Service/nats-z1-0", "Service/nats-z1-1",
      ])
  }

  @Test func neverRenames() {
    let example = Example(
      nats(
        """
        patches:
        - target: {kind: Service, name: nats}
          patch: {kind: Other, metadata: {name: other, labels: {a: b}}}
        """))
    #expect(example.field("Service", "nats", "metadata", "labels", "a")?.text == "b")
  }

  @Test func findsTheNameBeforeAPrefix() {
    let example = Example(
      nats("patches: [{target: {name: nats-z0-0}, patch: {metadata: {labels: {a: b}}}}]"),
      change: { set in
        for index in set.resources.indices where set.resources[index].gvk.kind == "InstanceGroup" {
          set.resources[index].rename(to: "prod-nats")
          set.resources[index].prefixes = ["prod-"]
        }
      })
    #expect(example.field("Service", "prod-nats-z0-0", "metadata", "labels", "a")?.text == "b")
    #expect(example.messages == [])
  }

  @Test func patchesTheStatefulSetOfOneZone() {
    let example = Example(
      nats(
        """
        zoneOverrides:
          z2:
            patch: |
              spec:
                template:
                  spec: {priorityClassName: high}
        """))
    #expect(
      example.field("StatefulSet", "nats-z1", "spec", "template", "spec", "priorityClassName")?.text == "high"
    )
    #expect(example.field("StatefulSet", "nats-z0", "spec", "template", "spec", "priorityClassName") == nil)
  }

  @Test func letsTheGroupsPatchesHaveTheLastWord() {
    let example = Example(
      nats(
        """
        zoneOverrides: {z2: {patch: {spec: {minReadySeconds: 1}}}}
        patches: [{target: {kind: StatefulSet}, patch: {spec: {minReadySeconds: 2}}}]
        """))
    #expect(example.field("StatefulSet", "nats-z1", "spec", "minReadySeconds")?.text == "2")
  }

  @Test(
    arguments: [
      ("{kind: Servise}", "no Servise", "did you mean \"Service\"?"),
      ("{kind: Service, zone: z9}", "no Service in zone \"z9\"", "did you mean \"z1\" or \"z2\"?"),
      (
        "{kind: Service, zone: z1, ordinal: 7}", "no Service in zone \"z1\" with ordinal 7",
        "did you mean \"0\" or \"1\"?"
      ),
      ("{kind: Service, name: nets}", "no Service \"nets\"", "did you mean \"nats\"?"),
      (
        "{kind: StatefulSet, ordinal: 0}", "no StatefulSet with ordinal 0",
        "such objects have no ordinals of their own: leave that part of the target out"
      ),
    ])
  func warnsOfATargetThatMatchesNothing(target: String, what: String, hint: String) {
    let example = Example(nats("patches: [{target: \(target), patch: {}}]"))
    #expect(example.messages == ["warning patch-matches-nothing 21:22"])
    let message = example.message("patch-matches-nothing")
    #expect(message?.summary == "the patch matches nothing: the group \"nats\" generates \(what)")
    #expect(message?.hint == hint)
  }

  @Test(arguments: ["\"just text\"", "\"\"", "\"a: 1\\n---\\nb: 2\""]) func refusesWhatIsNoPatch(
    patch: String
  ) {
    let example = Example(nats("patches: [{target: {kind: Service}, patch: \(patch)}]"))
    #expect(example.messages == ["error not-a-patch 21:46"])
  }

  @Test func pointsIntoThePatchText() {
    let example = Example(
      nats(
        """
        patches:
        - target: {kind: Service}
          patch: |
            spec:
              a: [
        """))
    #expect(example.report.hasErrors)
    #expect(example.report.diagnostics.allSatisfy { ($0.position?.line ?? 0) >= 24 })
  }

  @Test func refusesABadExpression() {
    let example = Example(nats("patches: [{target: {kind: \"Service(\"}, patch: {}}]"))
    #expect(example.message("bad-expression")?.position == Position(file: 1, line: 21, column: 29))
  }

  @Test func refusesABadLabelSelector() {
    let example = Example(nats("patches: [{target: {labelSelector: \"a b\"}, patch: {}}]"))
    #expect(example.message("bad-selector")?.position == Position(file: 1, line: 21, column: 38))
  }
}
