import Resources
import Testing
import YAML

@Suite struct PodSelectorTests {
  private let labels = Node.strings([("app", "web"), ("tier", "front")]).mapping

  private func selects(_ selector: String) -> Bool {
    PodSelector(Flow.read(selector))?.selects(labels) ?? false
  }

  @Test(arguments: [
    "{}", "{matchLabels: {app: web}}", "{matchExpressions: [{key: app, operator: In, values: [web, api]}]}",
    "{matchExpressions: [{key: app, operator: NotIn, values: [api]}]}",
    "{matchExpressions: [{key: none, operator: NotIn, values: [api]}]}",
    "{matchExpressions: [{key: app, operator: Exists}, {key: none, operator: DoesNotExist}]}",
  ])
  func matches(selector: String) {
    #expect(selects(selector))
  }

  @Test(arguments: [
    "{matchLabels: {app: web, none: web}}", "{matchLabels: {app: api}}",
    "{matchExpressions: [{key: app, operator: In, values: [api]}]}",
    "{matchExpressions: [{key: none, operator: In, values: []}]}",
    "{matchExpressions: [{key: app, operator: NotIn, values: [web]}]}",
    "{matchExpressions: [{key: none, operator: Exists}]}", "{matchExpressions: [{key: app, operator: Is}]}",
    "{matchLabels: {app: web}, matchExpressions: [{key: app, operator: DoesNotExist}]}",
  ])
  func doesNotMatch(selector: String) {
    #expect(!selects(selector))
  }
}
