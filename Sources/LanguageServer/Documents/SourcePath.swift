internal import YAML

/// The nodes of a document on the way to a place in it.
struct SourcePath {
  /// Keys, and `[]` for an item of a list.
  var steps: [String] = []
  /// From the root on; the last is what stands at the place.
  var nodes: [SourceNode]
  /// Whether the place is in the key of the last step.
  var isKey = false
  /// What offsets of the nodes are counted from: a patch within a block of text is read by itself.
  var base = 0
  /// The place in `steps` where such a patch begins.
  var innerStart = 0

  static let item = "[]"

  var leaf: SourceNode { nodes[nodes.count - 1] }

  /// The root of what the place is in: the document, or the patch.
  var innerRoot: SourceNode { nodes[innerStart] }

  /// The bytes of one of its nodes in the document, whatever its offsets are counted from.
  func range(of node: SourceNode) -> Range<Int> {
    node.range.lowerBound + base..<node.range.upperBound + base
  }

  /// - Returns: `nil` where no document is.
  static func find(_ offset: Int, in documents: [SourceNode], _ bytes: [UInt8]) -> SourcePath? {
    guard let root = documents.last(where: { $0.range.lowerBound <= offset }) ?? documents.first else {
      return nil
    }
    var path = SourcePath(nodes: [root])
    path.descend(to: offset, bytes)
    return path
  }

  private mutating func descend(to offset: Int, _ bytes: [UInt8]) {
    while true {
      let place = offset - base
      switch leaf.content {
      case .mapping(let pairs):
        guard let pair = pairs.last(where: { $0.key.range.lowerBound <= place }) else { return }
        if pair.key.range.upperBound >= place {
          steps.append(pair.key.text ?? "")
          nodes.append(pair.key)
          isKey = true
          return
        }
        guard pair.value.range.lowerBound <= place, pair.value.range.upperBound >= place else { return }
        steps.append(pair.key.text ?? "")
        nodes.append(pair.value)
      case .sequence(let items):
        guard let item = items.last(where: { $0.range.lowerBound <= place && $0.range.upperBound >= place })
        else { return }
        steps.append(Self.item)
        nodes.append(item)
      case .scalar:
        guard let inner = InnerPatch(leaf, at: steps, base: base, bytes) else { return }
        guard place + base >= inner.base else { return }
        (base, innerStart) = (inner.base, steps.count)
        nodes[nodes.count - 1] = inner.root
      case .alias: return
      }
    }
  }
}

/// A patch that is written in a block of text, as nodes of its own.
struct InnerPatch {
  let root: SourceNode
  /// Where its text begins.
  let base: Int

  /// - Returns: `nil` for what is none.
  init?(_ node: SourceNode, at steps: [String], base: Int, _ bytes: [UInt8]) {
    let isPatch = steps.last == "patch" || steps.last == "jsonOp" || steps.first == "patchesStrategicMerge"
    guard case .scalar(_, .literal) = node.content, isPatch else { return nil }
    let end = min(node.range.upperBound + base, bytes.count)
    let start = min(node.start + base, end)
    guard let lineEnd = bytes[start..<end].firstIndex(of: 0x0A) else { return nil }
    guard let root = SourceTree.compose(Array(bytes[(lineEnd + 1)..<end]))?.first, root.text == nil else {
      return nil
    }
    self.root = root
    self.base = lineEnd + 1
  }
}

extension SourceNode {
  subscript(key: String) -> SourceNode? { index(of: key).flatMap { pairs?[$0].value } }

  /// `apiVersion` and `kind` of an object.
  var kind: String { self["kind"]?.text ?? "" }
  var apiVersion: String { self["apiVersion"]?.text ?? "" }
}
