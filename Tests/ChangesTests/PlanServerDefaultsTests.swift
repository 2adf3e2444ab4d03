import Testing

@testable import Changes

@Suite struct PlanServerDefaultsTests {
  private func restarts(_ old: String, _ new: String) -> Bool {
    func pod(_ text: String) -> String {
      """
      apiVersion: apps/v1
      kind: Deployment
      metadata: {name: web}
      spec: {template: {spec: \(text)}}
      """
    }
    return !PlanSetup.plan(PlanSetup.object(pod(old)), to: PlanSetup.object(pod(new))).entries.isEmpty
  }

  @Test(arguments: [
    ("{containers: [{image: web}]}", "{containers: [{image: web, imagePullPolicy: Always}]}"),
    (
      "{containers: [{image: 'r:5/web:1'}]}",
      "{containers: [{image: 'r:5/web:1', imagePullPolicy: IfNotPresent}]}"
    ),
    ("{}", "{securityContext: {}, tolerations: [], dnsPolicy: ClusterFirst, nodeSelector: null}"),
    ("{volumes: [{configMap: {name: a}}]}", "{volumes: [{configMap: {name: a, defaultMode: 0644}}]}"),
    (
      "{containers: [{resources: {limits: {cpu: 1}}}]}", "{containers: [{resources: {limits: {cpu: 1000m}}}]}"
    ),
    ("{containers: [{name: a, image: b}]}", "{containers: [{image: b, name: a}]}"),
  ])
  func areNoChange(old: String, new: String) {
    #expect(!restarts(old, new))
    #expect(!restarts(new, old))
  }

  @Test(arguments: [
    ("{containers: [{image: web}]}", "{containers: [{image: web, imagePullPolicy: IfNotPresent}]}"),
    (
      "{containers: [{image: 'r:5/web'}]}",
      "{containers: [{image: 'r:5/web', imagePullPolicy: IfNotPresent}]}"
    ),
    ("{}", "{dnsPolicy: Default}"),
    ("{volumes: [{name: a}]}", "{volumes: [{name: a, emptyDir: {}}]}"),
    ("{containers: [{securityContext: {}}]}", "{containers: [{}]}"),
    (
      "{containers: [{livenessProbe: {periodSeconds: 10}}]}",
      "{containers: [{livenessProbe: {periodSeconds: 1}}]}"
    ),
    ("{containers: [{name: a}, {name: b}]}", "{containers: [{name: b}, {name: a}]}"),
    ("{containers: [{env: [{name: a, value: '1'}]}]}", "{containers: [{env: [{name: a, value: '1000m'}]}]}"),
    (
      "{containers: [{resources: {limits: {cpu: 1}}}]}", "{containers: [{resources: {limits: {cpu: 1001m}}}]}"
    ),
  ])
  func areAChange(old: String, new: String) {
    #expect(restarts(old, new))
    #expect(restarts(new, old))
  }
}
