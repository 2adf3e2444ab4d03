import Resources
import Testing
import YAML

@testable import Changes

@Suite struct PlanMarkdownTests {
  private func plan(_ count: Int) -> Plan {
    // What has one cause would be one entry.
    func set(_ tag: String) -> ResourceSet {
      ResourceSet(
        (0..<count).map { index in
          PlanSetup.object(
            """
            apiVersion: apps/v1
            kind: StatefulSet
            metadata: {name: db-\(index)}
            spec: {template: {spec: {containers: [{name: db, image: "db\(index):\(tag)"}]}}}
            """)
        })
    }
    return Plan(old: set("1"), new: set("```2"))
  }

  @Test(arguments: [1, 10, 500])
  func staysWithinItsBudget(count: Int) {
    let text = PlanMarkdownRenderer(plan(count)).text
    #expect(text.utf8.count <= MarkdownRenderer.githubLimit)
    #expect(text.contains("too long") == (count == 500))
    #expect(text.split(separator: "\n").count { $0.hasPrefix("````") } % 2 == 0)
  }

  @Test func namesAllPods() throws {
    let restarts = plan(500).entries.flatMap(\.pods).flatMap(\.names)
    #expect(restarts.count == 500)
    #expect(Set(restarts).count == 500)
  }
}
