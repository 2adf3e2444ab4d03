internal import Adoption
internal import Diagnostics
internal import Resources

/// What an adoption found, and what it left over and why, for a reader.
struct AdoptionSummary: Sendable {
  private let sources: AdoptedSources
  private let output: String

  private let reasonToExpand: String?

  /// - Parameter reasonToExpand: why a base makes objects of its groups for the overlays to see, if it does.
  init(_ sources: AdoptedSources, in output: String, reasonToExpand: String? = nil) {
    self.sources = sources
    self.reasonToExpand = reasonToExpand
    self.output = output
  }

  var text: String {
    var lines = sources.groups.map { group in
      "group \(Escape.line(group.name)): \(Self.count(group.workloads, "workload"))"
        + (group.objects == 0 ? "" : ", \(Self.count(group.objects, "other object"))")
    }
    if lines.isEmpty {
      lines.append("no groups: there is no StatefulSet, and no Deployment that is copied for zones")
    }
    if !sources.rest.isEmpty { lines.append("as they were: \(Self.count(sources.rest.count, "object"))") }
    for remark in sources.remarks {
      let fields = remark.fields.prefix(Self.mostFields).joined(separator: ", ")
      let more = remark.fields.count > Self.mostFields ? " …" : ""
      let what = [remark.object.id.description, fields + more].filter { !$0.isEmpty }.joined(separator: " ")
      lines.append("left over: \(Escape.line(what)): \(Escape.line(remark.reason))")
    }
    if let reasonToExpand {
      lines.append("the base has an ExpandTransformer: without it, \(Escape.line(reasonToExpand))")
    }
    return lines.map { $0 + "\n" }.joined() + "\n"
  }

  private static let mostFields = 4

  /// - Parameter difference: why nothing was written, if it was not.
  func ending(_ difference: String?, files: Int) -> String {
    if let difference { return "\nnothing was written: \(Escape.line(difference))\n" }
    return "\nwrote \(Self.count(files, "file")) to \(Escape.line(output))\n"
  }

  private static func count(_ number: Int, _ what: String) -> String {
    "\(number) \(what)\(number == 1 ? "" : "s")"
  }
}
