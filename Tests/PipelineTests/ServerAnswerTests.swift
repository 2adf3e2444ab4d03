import Testing

@testable import Pipeline

/// Answers in the words of kubectl and of the API server, each as it came from one.
@Suite struct ServerAnswerTests {
  private func causes(_ text: String) -> [String] {
    ServerAnswer.answers(in: text).flatMap { answer in
      answer.causes.map { "\(answer.objectKind)/\(answer.objectName) \($0.path) | \($0.reason)" }
    }
  }

  @Test func severalCausesInBrackets() {
    #expect(
      causes(
        """
        Error from server (Invalid): error when serverside-apply "STDIN": Deployment.apps "web" is invalid: [spec.selector: Required value, spec.template.metadata.labels: Invalid value: {"app":"web"}: `selector` does not match template `labels`, spec.strategy.rollingUpdate: Forbidden: may not be specified when strategy `type` is 'Recreate']
        """) == [
          "Deployment/web spec.selector | Required value",
          "Deployment/web spec.template.metadata.labels | Invalid value: {\"app\":\"web\"}: `selector` does not match template `labels`",
          "Deployment/web spec.strategy.rollingUpdate | Forbidden: may not be specified when strategy `type` is 'Recreate'",
        ])
  }

  @Test func oneCauseWithCommasInIt() {
    #expect(
      causes(
        "The Service \"s\" is invalid: spec.ports[0].port: Invalid value: 0: must be between 1 and 65535, inclusive"
      ) == ["Service/s spec.ports[0].port | Invalid value: 0: must be between 1 and 65535, inclusive"])
  }

  @Test func unknownFields() {
    #expect(
      causes(
        """
        Error from server: error when serverside-apply "STDIN": failed to create typed patch object (shop/web; apps/v1, Kind=Deployment): .spec.template.spec.containers[name="web"].imag: field not declared in schema
        Error from server (BadRequest): error when creating "STDIN": Deployment in version "v1" cannot be handled as a Deployment: strict decoding error: unknown field "spec.replica"
        """) == [
          "Deployment/web spec.template.spec.containers[name=\"web\"].imag | field not declared in schema",
          "Deployment/ spec.replica | unknown field \"spec.replica\"",
        ])
  }

  @Test func refusedByAdmission() {
    #expect(
      causes(
        "Error from server (Forbidden): error when serverside-apply \"STDIN\": pods \"p\" is forbidden: violates PodSecurity \"baseline:latest\": host namespaces (hostNetwork=true)"
      ) == [
        "/p  | pods \"p\" is forbidden: violates PodSecurity \"baseline:latest\": host namespaces (hostNetwork=true)"
      ])
  }

  @Test func whatIsNotThere() {
    let answers = ServerAnswer.answers(
      in: """
        E1127 20:51:24.426198   26004 memcache.go:265] "Unhandled Error" err="couldn't get current server API group list"
        error: resource mapping not found for name: "k" namespace: "n" from "STDIN": no matches for kind "Kafka" in version "kafka.strimzi.io/v1beta2"
        ensure CRDs are installed first
        Error from server (NotFound): error when serverside-apply "STDIN": namespaces "shop" not found
        """)
    #expect(
      answers.map(\.kind) == [.unknownKind("Kafka kafka.strimzi.io/v1beta2"), .missingNamespace("shop")])
  }

  @Test func whatIsNoAnswer() {
    #expect(ServerAnswer.answers(in: "error: You must be logged in to the server (Unauthorized)\n").isEmpty)
  }
}
