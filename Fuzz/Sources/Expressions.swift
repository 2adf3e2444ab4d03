internal import BOSH
internal import Diagnostics
internal import Pipeline
internal import Resources
internal import YAML

/// The small languages within scalars, each given the whole input.
enum Expressions {
  static func run(_ bytes: [UInt8]) {
    guard bytes.count < 20_000 else { return }
    let text = String(decoding: bytes, as: UTF8.self)
    _ = JSONPointer(text)
    _ = FieldPath(text)
    _ = GroupVersionKind(apiVersion: text, kind: text)
    _ = LabelSelector(text)?.matches(nil)
    _ = try? OpsPath(text)
    _ = VariableReference.all(in: text)
    _ = decodedBase64(text)
    _ = IPAddress.isValid(text)
    _ = ScalarResolution.integerValue(of: text)
    _ = ScalarResolution.floatValue(of: text)
    _ = ScalarResolution.resolve(plain: text)
    let halves = text.split(separator: "\n", maxSplits: 1).map(String.init)
    if halves.count == 2, halves[0].utf8.count < 200 { _ = (try? Pattern(halves[0]))?.matches(halves[1]) }
    Texts.expectToReadBack([.string(text)])
  }
}
