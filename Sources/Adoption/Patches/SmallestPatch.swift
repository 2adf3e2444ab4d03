internal import Diagnostics
internal import Resources
internal import YAML

/// What makes one object of another, in as few lines as can be.
enum SmallestPatch {
  /// - Returns: fields to merge, or operations.
  static func patch(from old: Node, to new: Node, _ gvk: GroupVersionKind) -> Node {
    let operations = Node.sequence(OperationDifference.operations(from: old, to: new))
    guard let merge = StrategicDifference.patch(from: old, to: new, gvk), isExact(merge, old, new, gvk),
      merge.lineCount <= operations.lineCount
    else { return operations }
    return merge
  }

  private static func isExact(_ patch: Node, _ old: Node, _ new: Node, _ gvk: GroupVersionKind) -> Bool {
    let report = Report()
    var result = old
    guard
      StrategicMerge(report: report, keepsOrder: true).apply(patch, to: &result, gvk: gvk) == .merged
    else { return false }
    return !report.hasErrors && result.sameData(as: new)
  }
}

extension Node {
  /// How many lines it takes as block YAML.
  fileprivate var lineCount: Int { yaml.utf8.count { $0 == UInt8(ascii: "\n") } }
}
