import CLibYAML

@testable import YAML

/// libyaml's emitter, asked for the styles that go-yaml v2 asks its port of it for.
///
/// It knows nothing of key order, number forms and plain readings: those come from the code under test and
/// have tables of their own.
struct LibYAMLEmitter: ~Copyable {
  private final class Output {
    var bytes: [UInt8] = []
  }

  private let emitter = UnsafeMutablePointer<yaml_emitter_t>.allocate(capacity: 1)
  private let output = Output()

  init() {
    yaml_emitter_initialize(emitter)
    yaml_emitter_set_unicode(emitter, 1)
    yaml_emitter_set_width(emitter, 80)
    let context = Unmanaged.passUnretained(output).toOpaque()
    yaml_emitter_set_output(
      emitter,
      { context, buffer, size in
        guard let context, let buffer else { return 0 }
        let output = Unmanaged<Output>.fromOpaque(context).takeUnretainedValue()
        output.bytes.append(contentsOf: UnsafeBufferPointer(start: buffer, count: size))
        return 1
      }, context)
  }

  deinit {
    yaml_emitter_delete(emitter)
    emitter.deallocate()
  }

  /// The node as a document of its own.
  static func yaml(_ node: Node) -> String {
    let emitter = LibYAMLEmitter()
    emitter.emit { yaml_stream_start_event_initialize(&$0, YAML_UTF8_ENCODING) }
    emitter.emit { yaml_document_start_event_initialize(&$0, nil, nil, nil, 1) }
    emitter.emit(node)
    emitter.emit { yaml_document_end_event_initialize(&$0, 1) }
    emitter.emit { yaml_stream_end_event_initialize(&$0) }
    let text = String(decoding: emitter.output.bytes, as: UTF8.self)
    // libyaml closes documents that end in a plain scalar or an open literal; go-yaml switches that off.
    return text.hasSuffix("\n...\n") ? String(text.dropLast(4)) : text
  }

  private func emit(_ initialize: (inout yaml_event_t) -> Int32) {
    var event = yaml_event_t()
    _ = initialize(&event)
    yaml_emitter_emit(emitter, &event)
  }

  private func emit(_ node: Node) {
    switch node {
    case .scalar(let scalar): emit(scalar)
    case .sequence(let sequence):
      emit { yaml_sequence_start_event_initialize(&$0, nil, nil, 1, YAML_BLOCK_SEQUENCE_STYLE) }
      for item in sequence.items { emit(item) }
      emit { yaml_sequence_end_event_initialize(&$0) }
    case .mapping(let mapping):
      emit { yaml_mapping_start_event_initialize(&$0, nil, nil, 1, YAML_BLOCK_MAPPING_STYLE) }
      for pair in mapping.pairs.sorted(by: { keyPrecedes($0.key.text, $1.key.text) }) {
        emit(pair.key)
        emit(pair.value)
      }
      emit { yaml_mapping_end_event_initialize(&$0) }
    }
  }

  private func emit(_ scalar: Scalar) {
    let style =
      if scalar.kind != .string {
        YAML_PLAIN_SCALAR_STYLE
      } else if scalar.text.utf8.contains(UInt8(ascii: "\n")) {
        YAML_LITERAL_SCALAR_STYLE
      } else if readsAsString(scalar.text.utf8.span) { YAML_PLAIN_SCALAR_STYLE } else {
        YAML_DOUBLE_QUOTED_SCALAR_STYLE
      }
    var text = scalar.text
    text.withUTF8 { bytes in
      emit {
        yaml_scalar_event_initialize(&$0, nil, nil, bytes.baseAddress, Int32(bytes.count), 1, 1, style)
      }
    }
  }
}
