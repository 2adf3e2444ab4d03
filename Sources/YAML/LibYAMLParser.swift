import CLibYAML

/// libyaml's event parser as a cursor: ``next()`` steps to an event, the properties look into it.
///
/// The one place that knows the C library. What the properties point to lives until the next step, and the
/// text that is parsed must outlive the parser.
struct LibYAMLParser: ~Copyable {
  enum Event {
    case documentStart, documentEnd, streamEnd
    case alias, scalar
    case sequenceStart, sequenceEnd, mappingStart, mappingEnd
  }

  /// A place in the text: line and column from 0, the column in characters.
  struct Mark {
    var line: UInt32
    var column: UInt32
  }

  /// Why the text can't be parsed further, in libyaml's words.
  struct Problem: Error {
    var what: String
    /// Where the parser stood; `nil` when the bytes at ``byteOffset`` are no text.
    var mark: Mark?
    /// What was being parsed, such as `while scanning a quoted scalar`, and where that began.
    var context: String
    var contextMark: Mark
    var byteOffset: Int
    /// The character or byte at fault there.
    var value: Int32
  }

  // Both stay where they are: libyaml keeps pointers into its parser.
  private let parser: UnsafeMutablePointer<yaml_parser_t>
  private let event: UnsafeMutablePointer<yaml_event_t>

  init(_ text: UnsafeBufferPointer<UInt8>) {
    parser = .allocate(capacity: 1)
    event = .allocate(capacity: 1)
    event.initialize(to: yaml_event_t())
    precondition(yaml_parser_initialize(parser) == 1, "out of memory")
    yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
    yaml_parser_set_input_string(parser, text.baseAddress ?? UnsafePointer(bitPattern: 1), text.count)
  }

  deinit {
    yaml_event_delete(event)
    yaml_parser_delete(parser)
    event.deallocate()
    parser.deallocate()
  }

  mutating func next() throws(Problem) -> Event {
    while true {
      // Deleting leaves an empty event behind, which may be deleted again.
      yaml_event_delete(event)
      guard yaml_parser_parse(parser, event) == 1 else { throw problem }
      switch event.pointee.type {
      case YAML_SCALAR_EVENT: return .scalar
      case YAML_MAPPING_START_EVENT: return .mappingStart
      case YAML_MAPPING_END_EVENT: return .mappingEnd
      case YAML_SEQUENCE_START_EVENT: return .sequenceStart
      case YAML_SEQUENCE_END_EVENT: return .sequenceEnd
      case YAML_ALIAS_EVENT: return .alias
      case YAML_DOCUMENT_START_EVENT: return .documentStart
      case YAML_DOCUMENT_END_EVENT: return .documentEnd
      case YAML_STREAM_START_EVENT: continue
      default: return .streamEnd
      }
    }
  }

  private var problem: Problem {
    let parser = parser.pointee
    let isMarked = parser.error != YAML_READER_ERROR
    return Problem(
      what: parser.problem.map { String(cString: $0) } ?? "",
      mark: isMarked ? Mark(parser.problem_mark) : nil,
      context: parser.context.map { String(cString: $0) } ?? "",
      contextMark: Mark(parser.context_mark),
      byteOffset: parser.problem_offset,
      value: parser.problem_value)
  }
}

// MARK: - The event

extension LibYAMLParser {
  /// Where the event begins, its anchor and tag included.
  var mark: Mark { Mark(event.pointee.start_mark) }

  /// Where the event ends; a collection in block style only where the next token begins.
  var endMark: Mark { Mark(event.pointee.end_mark) }

  /// A scalar's content.
  var content: UnsafeBufferPointer<UInt8> {
    let scalar = event.pointee.data.scalar
    return UnsafeBufferPointer(start: scalar.value, count: scalar.length)
  }

  /// Whether it is a plain scalar of which nothing is written.
  var isEmptyScalar: Bool {
    event.pointee.type == YAML_SCALAR_EVENT && content.isEmpty && style == .plain
  }

  var style: Scalar.Style {
    switch event.pointee.data.scalar.style {
    case YAML_SINGLE_QUOTED_SCALAR_STYLE: .singleQuoted
    case YAML_DOUBLE_QUOTED_SCALAR_STYLE: .doubleQuoted
    case YAML_LITERAL_SCALAR_STYLE: .literal
    case YAML_FOLDED_SCALAR_STYLE: .folded
    default: .plain
    }
  }

  /// Whether the collection that starts stands in brackets or braces.
  var startsInFlow: Bool {
    let data = event.pointee.data
    return event.pointee.type == YAML_MAPPING_START_EVENT
      ? data.mapping_start.style == YAML_FLOW_MAPPING_STYLE
      : data.sequence_start.style == YAML_FLOW_SEQUENCE_STYLE
  }

  /// The anchor that a node carries, or that an alias names.
  var anchor: String? {
    let data = event.pointee.data
    let anchor =
      switch event.pointee.type {
      case YAML_SCALAR_EVENT: data.scalar.anchor
      case YAML_MAPPING_START_EVENT: data.mapping_start.anchor
      case YAML_SEQUENCE_START_EVENT: data.sequence_start.anchor
      default: data.alias.anchor
      }
    return anchor.map { String(cString: $0) }
  }

  /// A scalar's explicit tag, in full: `tag:yaml.org,2002:str` for `!!str`.
  var tag: String? {
    event.pointee.data.scalar.tag.map { String(cString: $0) }
  }
}

extension LibYAMLParser.Mark {
  fileprivate init(_ mark: yaml_mark_t) {
    line = UInt32(truncatingIfNeeded: mark.line)
    column = UInt32(truncatingIfNeeded: mark.column)
  }
}
