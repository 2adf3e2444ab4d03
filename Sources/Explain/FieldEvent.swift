package import Changes
package import Diagnostics
package import Resources
package import YAML

/// What a step of the build did to a field.
package struct FieldEvent {
  package enum Kind: String {
    /// It was not there before.
    case written
    case changed
    /// It was written again as it was.
    case kept
    /// An instance group became the object.
    case generated
    case removed
  }

  /// What of a group, or of the topology, a generated field is made of.
  package struct Setting {
    package let object: Node
    /// Empty where no field of it says what the generated one is.
    package let path: ChangePath
  }

  package let kind: Kind
  package let step: TraceStep
  package let old: Node?
  package let new: Node?
  /// Where the value stands, or what made it is asked for.
  package internal(set) var position: Position
  package var setting: Setting?
  /// Whether a generated field is the setting as it is, so that what made the setting made the field.
  var isCopy = false
  /// Whether it told the entry of a list from others when it was written.
  var isKey = false

  /// Whether a line has a say in what the event makes.
  package func isOf(line: UInt32, of file: UInt32) -> Bool {
    position.isKnown && position.file == file && position.line == line || step.covers(line, of: file)
  }
}
