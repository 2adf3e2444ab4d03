internal import Diagnostics
internal import Resources
internal import YAML

extension GivenValues {
  /// Those of the Secrets among objects, in both of their forms.
  init(secretsAmong objects: [Node]) {
    self.init(
      objects.filter(\.isSecret).flatMap { secret in
        let encoded = secret["data"]?.scalarTexts ?? []
        let decoded = encoded.compactMap(decodedBase64).map { String(decoding: $0, as: UTF8.self) }
        return encoded + decoded + (secret["stringData"]?.scalarTexts ?? [])
      })
  }
}
