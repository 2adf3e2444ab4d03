import Diagnostics

/// One run over one text: turns events into nodes.
///
/// Finished nodes wait on one stack until their collection ends and takes them off, so that every collection
/// is allocated once, in its size.
struct Composition: ~Copyable {
  let text: UnsafeBufferPointer<UInt8>
  let placement: TextPlacement
  let report: Report
  let duplicateKeys: Composer.DuplicateKeys
  let dialect: Dialect
  let limits: Composer.Limits
  var parser: LibYAMLParser

  var documents: [Node] = []
  var nodes = NodeStack()
  var open: [OpenCollection] = []
  var anchors = Anchors()
  /// Nodes so far, counting what aliases unfolded to.
  var size = 0
  var aliased = 0
  var mistakes = 0

  /// A collection whose end is still to come.
  struct OpenCollection {
    var isMapping: Bool
    /// Whether it stands in brackets or braces.
    var isFlow: Bool
    var position: Position
    /// The index in `nodes` of its first item or key.
    var start: Int
    var hasMergeKey = false
    var anchor: Int?
    var sizeBefore: Int
    /// The deepest level within it, in aliases too.
    var deepest: Int
  }

  init(
    _ text: UnsafeBufferPointer<UInt8>, placement: TextPlacement, report: Report,
    duplicateKeys: Composer.DuplicateKeys, dialect: Dialect, limits: Composer.Limits
  ) {
    self.text = text
    self.placement = placement
    self.report = report
    self.duplicateKeys = duplicateKeys
    self.dialect = dialect
    self.limits = limits
    parser = LibYAMLParser(text)
  }

  mutating func run() -> [Node]? {
    do throws(LibYAMLParser.Problem) {
      while try step(), mistakes < limits.mistakes {}
    } catch {
      let surroundings = SyntaxMistake.Surroundings(
        lastScalar: nodes.last?.scalar, collection: open.last?.position)
      fault(SyntaxMistake(error, in: text).diagnostic(placement, after: surroundings))
    }
    return mistakes == 0 ? documents : nil
  }

  /// - Returns: whether more is to come.
  private mutating func step() throws(LibYAMLParser.Problem) -> Bool {
    switch try parser.next() {
    case .scalar: scalar()
    case .mappingStart: return start(isMapping: true)
    case .mappingEnd: endMapping()
    case .sequenceStart: return start(isMapping: false)
    case .sequenceEnd: endSequence()
    case .alias: return alias()
    case .documentStart: break
    case .documentEnd: endDocument()
    case .streamEnd: return false
    }
    return true
  }

  mutating func fault(_ diagnostic: Diagnostic) {
    report.add(diagnostic)
    mistakes += 1
  }
}

// MARK: - Events

extension Composition {
  private mutating func scalar() {
    if isMergeIndicator { open[open.count - 1].hasMergeKey = true }
    let node = Node.scalar(resolvedScalar())
    // Long texts count as several values: aliases of one multiply what is written.
    let weight = 1 + parser.content.count / Composer.Limits.textOfOneValue
    if let name = parser.anchor {
      anchors.close(anchors.open(name), .init(node: node, size: weight, height: 0))
    }
    nodes.push(node)
    size += weight
  }

  /// Whether the scalar is a plain `<<` in the place of a key.
  private var isMergeIndicator: Bool {
    let content = parser.content
    return content.count == 2 && content[0] == UInt8(ascii: "<") && content[1] == UInt8(ascii: "<")
      && parser.style == .plain && parser.tag == nil && isKeyNext
  }

  private var isKeyNext: Bool {
    guard let collection = open.last else { return false }
    return collection.isMapping && (nodes.count - collection.start).isMultiple(of: 2)
  }

  private mutating func start(isMapping: Bool) -> Bool {
    let position = placement.position(parser.mark)
    guard open.count < limits.depth else { return stop(.tooDeep(limit: limits.depth, at: position)) }
    open.append(
      OpenCollection(
        isMapping: isMapping, isFlow: parser.startsInFlow, position: position, start: nodes.count,
        anchor: parser.anchor.map { anchors.open($0) }, sizeBefore: size, deepest: open.count + 1))
    size += 1
    return true
  }

  private mutating func endSequence() {
    guard let sequence = open.popLast() else { return }
    let items = nodes.popItems(from: sequence.start)
    finish(sequence, .sequence(Sequence(items, at: sequence.position)))
  }

  private mutating func endMapping() {
    guard let mapping = open.popLast() else { return }
    var pairs = takePairs(of: mapping)
    settleDuplicates(in: &pairs)
    if mapping.hasMergeKey { merge(into: &pairs) }
    var composed = Mapping(pairs, at: mapping.position)
    composed.isFlow = mapping.isFlow
    finish(mapping, .mapping(composed))
  }

  private mutating func finish(_ collection: OpenCollection, _ node: Node) {
    if let entry = collection.anchor {
      let height = collection.deepest - open.count
      anchors.close(entry, .init(node: node, size: size - collection.sizeBefore, height: height))
    }
    nodes.push(node)
    reach(level: collection.deepest)
  }

  private mutating func alias() -> Bool {
    let name = parser.anchor ?? ""
    let position = placement.position(parser.mark)
    switch anchors[name] {
    case .none:
      fault(.undefinedAlias(name, known: anchors.names, at: position))
    case .open:
      fault(.recursiveAlias(name, at: position))
    case .closed(let anchored):
      return unfold(anchored, at: position)
    }
    // What stands in for the value must cause no mistake of its own.
    nodes.push(isKeyNext ? .string(name, at: position) : .mapping(Mapping(at: position)))
    return true
  }

  private mutating func unfold(_ anchored: Anchors.Anchored, at position: Position) -> Bool {
    let level = open.count + anchored.height
    guard level <= limits.depth else { return stop(.tooDeep(limit: limits.depth, at: position)) }
    aliased += anchored.size
    guard aliased <= limits.aliasedNodes else {
      return stop(.tooManyAliasedNodes(limit: limits.aliasedNodes, at: position))
    }
    nodes.push(anchored.node)
    size += anchored.size
    reach(level: level)
    return true
  }

  private mutating func reach(level: Int) {
    if let deepest = open.last?.deepest, deepest < level { open[open.count - 1].deepest = level }
  }

  private mutating func endDocument() {
    if let root = nodes.pop(), !root.isMissing { documents.append(root) }
    anchors = Anchors()
  }

  private mutating func stop(_ diagnostic: Diagnostic) -> Bool {
    fault(diagnostic)
    return false
  }
}

extension Node {
  /// Whether nothing at all is written where this node is.
  fileprivate var isMissing: Bool {
    if case .scalar(let scalar) = self { scalar.kind == .null && scalar.text.isEmpty } else { false }
  }
}
