import Diagnostics
import Resources
import Testing
import YAML

@Suite struct MergeKeysTests {
  /// The keys of a list, by the way to it from an object of a kind.
  private func keys(_ path: [String], of apiVersion: String, _ kind: String) -> [String]? {
    let schema = MergeSchema.builtin
    var type = schema.type(of: GroupVersionKind(apiVersion: apiVersion, kind: kind))
    for name in path.dropLast() {
      switch schema.field(name, of: type) {
      case .object(let child): type = child
      case .list(_, let entry): type = entry
      case nil: return nil
      }
    }
    if case .list(let keys, _) = schema.field(path[path.count - 1], of: type) { return keys }
    return nil
  }

  @Test func knowsTheKeysOfLists() {
    let template = ["spec", "template", "spec"]
    #expect(keys(template + ["containers"], of: "apps/v1", "StatefulSet") == ["name"])
    #expect(
      keys(template + ["containers", "ports"], of: "apps/v1", "Deployment") == ["containerPort", "protocol"])
    #expect(keys(template + ["initContainers", "volumeMounts"], of: "apps/v1", "DaemonSet") == ["mountPath"])
    #expect(keys(["spec", "ports"], of: "v1", "Service") == ["port", "protocol"])
    #expect(keys(["secrets"], of: "v1", "ServiceAccount") == ["name"])
    #expect(
      keys(["spec", "topologySpreadConstraints"], of: "v1", "Pod") == ["topologyKey", "whenUnsatisfiable"])
  }

  @Test func knowsTheSetsOfScalars() {
    #expect(keys(["metadata", "finalizers"], of: "v1", "ConfigMap") == [])
    #expect(keys(["metadata", "finalizers"], of: "rbac.authorization.k8s.io/v1", "Role") == [])
  }

  @Test func knowsKindsThatWereRetired() {
    let path = ["spec", "jobTemplate", "spec", "template", "spec", "containers"]
    #expect(keys(path, of: "batch/v1beta1", "CronJob") == ["name"])
  }

  @Test func listsThatAreReplacedHaveNoKeys() {
    #expect(keys(["spec", "tolerations"], of: "v1", "Pod") == nil)
    #expect(keys(["spec", "containers", "args"], of: "v1", "Pod") == nil)
    #expect(keys(["spec", "volumeClaimTemplates"], of: "apps/v1", "StatefulSet") == nil)
  }

  @Test func knowsNothingOfOtherKinds() {
    for (version, kind) in [("example.com/v1", "Pod"), ("v1", "Deployment"), ("apps/v1", "pod"), ("", "")] {
      #expect(MergeSchema.builtin.type(of: GroupVersionKind(apiVersion: version, kind: kind)) == nil)
    }
    #expect(MergeSchema.builtin.field("metadata", of: nil) == nil)
  }
}

@Suite struct BuiltinKindsTests {
  private func isNamespaced(_ apiVersion: String, _ kind: String) -> Bool? {
    BuiltinKinds.isNamespaced(GroupVersionKind(apiVersion: apiVersion, kind: kind))
  }

  @Test func tellsWhichKindsLiveInANamespace() {
    #expect(isNamespaced("v1", "Pod") == true)
    #expect(isNamespaced("apps/v1", "Deployment") == true)
    #expect(isNamespaced("networking.k8s.io/v1", "NetworkPolicy") == true)
    #expect(isNamespaced("v1", "Namespace") == false)
    #expect(isNamespaced("rbac.authorization.k8s.io/v1", "ClusterRole") == false)
    #expect(isNamespaced("apiextensions.k8s.io/v1", "CustomResourceDefinition") == false)
    #expect(isNamespaced("policy/v1beta1", "PodSecurityPolicy") == false)
  }

  @Test func doesNotGuessForOtherKinds() {
    #expect(isNamespaced("example.com/v1", "Namespace") == nil)
    #expect(isNamespaced("v1", "Namespaces") == nil)
    #expect(isNamespaced("v2", "Pod") == nil)
    #expect(!BuiltinKinds.isKnown(GroupVersionKind(version: "v1", kind: "Pod!")))
  }
}
