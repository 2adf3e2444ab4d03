import Resources
import Testing
import YAML

@testable import Changes

@Suite struct PlanSelectorTests {
  private func selects(_ selector: String) -> Bool {
    let object = PlanSetup.object("{selector: \(selector), labels: {app: web, tier: front}}").object
    return PodSelector(object["selector"] ?? .null).selects(object["labels"]?.mapping)
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
