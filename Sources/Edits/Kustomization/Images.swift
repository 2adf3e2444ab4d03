internal import Diagnostics
internal import Resources
internal import YAML

// `images`: what `set image` takes and does.

/// What `set image NAME=NEWNAME:TAG@DIGEST` asks for.
private struct WantedImage {
  let name: String
  /// `*` keeps what is there.
  let fields: [(key: String, value: String)]

  /// - Returns: `nil` for what names no image, or nothing new.
  init?(_ argument: String) {
    let sides = argument.utf8.split(
      separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false
    ).map { String(Substring($0)) }
    let reference = ImageReference(sides.last ?? "")
    let isNamed = sides.count == 2
    guard !reference.tag.isEmpty || !reference.digest.isEmpty || isNamed && !reference.name.isEmpty else {
      return nil
    }
    name = isNamed ? sides[0] : reference.name
    guard !name.isEmpty, reference.tag == "*" || reference.tag.utf8.allSatisfy(Self.isOfTag) else {
      return nil
    }
    fields = [
      ("newName", isNamed ? reference.name : ""), ("newTag", reference.tag), ("digest", reference.digest),
      ("tagSuffix", ""),
    ]
  }

  private static func isOfTag(_ byte: UInt8) -> Bool {
    switch byte | 0x20 {
    case UInt8(ascii: "a")...UInt8(ascii: "z"): byte >= UInt8(ascii: "A")
    default: "0123456789_.-".utf8.contains(byte)
    }
  }

  /// The entry for an image that has none.
  var entry: Node {
    var mapping = Mapping([.init(key: Scalar("name"), value: .string(name))])
    for field in fields where !field.value.isEmpty && field.value != "*" {
      mapping[field.key] = .string(field.value)
    }
    return .mapping(mapping)
  }
}

extension KustomizationEditor {
  package mutating func setImages(_ arguments: [String]) {
    var wanted: [WantedImage] = []
    for argument in arguments {
      guard let image = WantedImage(argument) else {
        report.error(
          "bad-image", "\"\(argument)\" is not an image and what to make of it",
          at: place("set image \(argument)"),
          hint: "write NAME:TAG, NAME@DIGEST, NAME=NEWNAME, NAME=NEWNAME:TAG or NAME=NEWNAME:TAG@DIGEST")
        continue
      }
      // As for kustomize, the last of several for one image counts.
      wanted.removeAll { sameBytes($0.name, image.name) }
      wanted.append(image)
    }
    _ = (items("images"), items("imageTags"))
    guard !report.hasErrors else { return }
    for image in wanted { set(image) }
  }

  private mutating func set(_ image: WantedImage) {
    let entries = ["images", "imageTags"].flatMap { field in
      places(in: field, named: image.name).map { [Step.key(key(field)), .item($0)] }
    }
    guard let entry = entries.first else { return append(image.entry, to: "images") }
    for other in entries.dropFirst().reversed() { make(.remove(other)) }
    for (index, field) in image.fields.enumerated() where field.value != "*" {
      if field.value.isEmpty {
        remove(field.key, in: entry)
      } else {
        put(field.key, .string(field.value), in: entry, behind: Array(FieldOrder.image.prefix(index + 1)))
      }
    }
  }
}
