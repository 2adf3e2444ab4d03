import Machine
import Testing

/// `zonal explain` on the command line.
@Suite struct ExplainCommandTests {
  private let directory = TemporaryDirectory()

  init() {
    directory.write("resources: [map.yaml]\nnamePrefix: eu-\n", to: "kustomization.yaml")
    directory.write(
      "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: one}\ndata: {a: b}\n", to: "map.yaml")
  }

  private func explain(_ arguments: String...) -> Program.Result {
    Program.run(["explain", directory.path] + arguments)
  }

  @Test func aFieldHasAHistory() {
    let result = explain("ConfigMap/eu-one", "metadata.name")
    #expect(result.status == 0)
    #expect(result.messages == "")
    #expect(result.output.contains("map.yaml:3:18"))
    #expect(result.output.contains("kustomization.yaml:2:1  namePrefix in "))
    #expect(!result.output.contains("\u{1B}"))
  }

  @Test func anEarlierNameDoes() {
    #expect(explain("one").output == explain("eu-one").output)
    #expect(explain("configmap/one").status == 0)
  }

  @Test func aLineDecidesFields() {
    let place = directory.path + "/map.yaml:4"
    #expect(explain("--reverse", place).output == "ConfigMap eu-one\n  /data/a\n")
    #expect(explain("--reverse", place + ":11").output == "ConfigMap eu-one\n  /data/a\n")
    #expect(explain("--reverse", place, "-o", "json").output.contains("\"decides\":true"))
  }

  @Test func mistakesAreNamed() {
    #expect(explain("two").status == 2)
    #expect(explain("two").messages.contains("[no-such-object]"))
    #expect(explain("one", "data.b").messages.contains("/data has no \"b\""))
    #expect(explain().messages.contains("<object>"))
    #expect(explain("one", "--reverse", "map.yaml:1").status == 2)
    #expect(explain("--reverse", "map.yaml").messages.contains("FILE:LINE"))
    #expect(explain("one", "-o", "yaml").status == 2)
    #expect(Program.run(["explain", directory.path + "/none", "one"]).status == 3)
  }

  @Test func valuesOfSecretsAreNotShown() {
    let secret = TemporaryDirectory()
    secret.write(
      "resources: [secret.yaml]\npatches: [{path: patch.yaml, target: {kind: Secret}}]\n",
      to: "kustomization.yaml")
    secret.write(
      "apiVersion: v1\nkind: Secret\nmetadata: {name: a}\nstringData: {x: first-word, y: second-word}\n",
      to: "secret.yaml")
    secret.write("stringData: {x: third-word, y: null}\n", to: "patch.yaml")
    let questions = [
      ["a"], ["a", "stringData"], ["a", "stringData.x"], ["a", "stringData.y"], ["a", "stringData.x.z"],
    ]
    for question in questions {
      for format in ["text", "json"] {
        let result = Program.run(["explain", secret.path] + question + ["-o", format])
        #expect(!(result.output + result.messages).contains("-word"), "\(question)")
      }
    }
    let shown = Program.run(["explain", secret.path, "a", "stringData.x", "--show-secrets"])
    #expect(shown.output.contains("- first-word") && shown.output.contains("+ third-word"))
  }
}
