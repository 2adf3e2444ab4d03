package import Diagnostics
package import Resources
package import YAML

/// What a layer's transformers work with; of the layer itself they know nothing.
package struct TransformContext: Sendable {
  package let files: SourceFiles
  package private(set) var report: Report
  /// Reads the documents of a file that the layer may name; `nil` after a report.
  private let read: @Sendable (Located<String>, Report) -> [Node]?
  /// Whether a patch that matches nothing is an error.
  package var isStrict = false
  /// Whether to give kustomize's bytes also where they are a defect of its.
  package var isCompatible = false
  /// Where transformers write that have no configuration of their own.
  package var fields = FieldConfiguration.standard
  /// The schema of the layer, or of one around it.
  package var openAPI: OpenAPI?
  /// What is told which entry changed what; `nil` when nobody asks.
  package var notes: ChangeNotes?

  package init(
    _ files: SourceFiles, _ report: Report,
    reading read: @escaping @Sendable (_ name: Located<String>, Report) -> [Node]?
  ) {
    self.files = files
    self.report = report
    self.read = read
  }

  /// The same, saying what there is to say elsewhere.
  package func reporting(to report: Report) -> TransformContext {
    var other = self
    other.report = report
    return other
  }

  /// The documents of a file that an entry names.
  func documents(_ name: Located<String>) -> [Node]? { read(name, report) }

  /// The documents written inside a string of a kustomization file.
  func documents(inline scalar: Scalar) -> [Node]? {
    Composer.compose(text: scalar, in: files, report: report)
  }
}

/// What a transformer tells of its entries' work that knows which objects each is for.
package struct ChangeNotes: Sendable {
  let add: @Sendable (_ place: Position?, _ indices: [Int], _ removed: Set<Int>, inout ResourceSet) -> Void

  /// - Parameter add: is given the place of an entry, the indices of the objects that it is for, and those of the objects
  ///   that are to go, for this entry or for one before.
  package init(
    _ add: @escaping @Sendable (Position?, [Int], Set<Int>, inout ResourceSet) -> Void
  ) {
    self.add = add
  }
}

// MARK: - What there is room for

extension TransformContext {
  /// To ask an object for a field takes about as long as to make so many bytes.
  package static let ofQuestion = 8

  /// Whether every object can be asked for all of the fields that a transformer writes to; `false` after a report.
  func affords(_ specs: [FieldSpec], on set: ResourceSet, at position: Position) -> Bool {
    files.growth.holds(
      Self.ofQuestion, times: specs.count * set.resources.count, of: "what is set here", at: position, report)
  }

  /// Whether objects can be looked up by all the names that they had: each has two at no charge, and then they are
  /// hashed for every field that looks for some.
  func affordsNames(of set: ResourceSet, at position: Position?) -> Bool {
    var weight = 0
    for index in set.resources.indices {
      for id in set.resources[index].earlier.dropFirst(2) { weight += id.name.utf8.count }
    }
    return files.growth.holds(weight, of: "what looks for names here", at: position, report)
  }
}
