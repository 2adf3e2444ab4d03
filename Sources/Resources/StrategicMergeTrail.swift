/// The way from the root of an object to a value, which becomes text only for a message.
struct FieldTrail: CustomStringConvertible {
  enum Step {
    case field(String)
    /// An entry of a list, by the value of its key.
    case entry(String)
  }

  private var steps: [Step] = []

  mutating func append(_ step: Step) { steps.append(step) }

  mutating func removeLast() { steps.removeLast() }

  var isClaimTemplates: Bool {
    guard case .field(let name) = steps.last else { return false }
    return name == "volumeClaimTemplates"
  }

  /// The list that the way leads to.
  var list: String? {
    if case .field(let name) = steps.last { name } else { nil }
  }

  /// `spec.containers[web].image`
  var description: String {
    var text = ""
    for step in steps {
      switch step {
      case .field(let name): text += text.isEmpty ? name : "." + name
      case .entry(let key): text += "[\(key)]"
      }
    }
    return text
  }
}
