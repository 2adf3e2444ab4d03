/// Where a type of Kubernetes is asked for its fields, as editors do.
package struct KubernetesShape: Sendable {
  private static let types = KubernetesTypes()

  private let shape: ObjectType.Shape

  private init(_ shape: ObjectType.Shape) {
    self.shape = shape
  }

  package struct Field: Sendable {
    package let name: String
    package let isRequired: Bool
    package let shape: KubernetesShape
  }

  /// - Returns: `nil` for a kind that Kubernetes does not serve itself.
  package static func kind(_ apiVersion: String, _ kind: String) -> KubernetesShape? {
    types.kind(apiVersion, kind).map { KubernetesShape(.object($0)) }
  }

  /// A type without a kind, such as `PodTemplateSpec`.
  package static func type(_ name: String) -> KubernetesShape? {
    types.type(name).map { KubernetesShape(.object($0)) }
  }

  /// None of what is no mapping.
  package var fields: [Field] {
    guard case .object(let type) = shape else { return [] }
    return type.fields.map {
      Field(name: $0.name, isRequired: $0.isRequired, shape: KubernetesShape($0.shape))
    }
  }

  /// What stands below a key.
  package func value(of key: String) -> KubernetesShape? {
    if case .map(let value) = shape { return KubernetesShape(value) }
    return fields.first { $0.name == key }?.shape
  }

  /// What a list is a list of.
  package var item: KubernetesShape? {
    if case .list(let item) = shape { KubernetesShape(item) } else { nil }
  }

  package var isBoolean: Bool { if case .boolean = shape { true } else { false } }

  /// What a value is, in a few words.
  package var summary: String {
    switch shape {
    case .text: "string"
    case .integer: "whole number"
    case .boolean: "true or false"
    case .number: "number"
    case .time: "time"
    case .quantity: "quantity, such as 500m or 64Mi"
    case .base64: "bytes in base64"
    case .integerOrText: "number or string"
    case .anything: "anything"
    case .list(let item): "list of \(KubernetesShape(item).summary)"
    case .map(let value): "mapping of \(KubernetesShape(value).summary)"
    case .object(let type): type.title
    }
  }
}
