package import Resources

/// Something of what runs that is no setting of a group, and why.
package struct Remark: Sendable {
  package let object: Resource
  /// The fields that it is about; none for the object as a whole.
  package var fields: [String] = []
  package let reason: String
}
