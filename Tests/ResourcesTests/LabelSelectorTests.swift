import Resources
import Testing
import YAML

@Suite struct LabelSelectorTests {
  private let labels = Node.strings([("app", "web"), ("tier", "front")]).mapping

  @Test(arguments: [
    "app=web", "app == web", "app!=api", "app in (api, web)", "app notin (api)", "tier", "!legacy",
    "app=web,tier in (front,back),!legacy", "",
  ])
  func matches(_ text: String) throws {
    #expect(try #require(LabelSelector(text)).matches(labels))
  }

  @Test(arguments: [
    "app=api", "app!=web", "app in (api)", "app notin (web)", "legacy", "!tier", "app=web,legacy",
  ])
  func doesNotMatch(_ text: String) throws {
    #expect(try !#require(LabelSelector(text)).matches(labels))
  }

  @Test(arguments: ["app=we b", "=web", "app in web", "app in (a", "!", ",", "app=web,"])
  func refuses(_ text: String) {
    #expect(LabelSelector(text) == nil)
  }
}
