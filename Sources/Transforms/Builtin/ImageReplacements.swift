internal import Diagnostics
internal import Resources
internal import YAML

/// All entries of `images`: one may replace what another made, so each image meets them in their order.
struct ImageReplacements: Sendable {
  private var entries: [ImageReplacement] = []
  /// The places of the entries whose name is plain text, by it, and of the others.
  private var named: [KeyBytes: [Int]] = [:]
  private let patterns: PatternIndex
  private let growth: Growth

  private let isCompatible: Bool

  init(_ entries: [Images.Entry], _ growth: Growth, isCompatible: Bool = false, _ report: Report) {
    self.growth = growth
    self.isCompatible = isCompatible
    self.entries = entries.compactMap { ImageReplacement($0, isCompatible: isCompatible, report) }
    var patterns: [(place: Int, pattern: Pattern)] = []
    for (place, entry) in self.entries.enumerated() {
      if let name = entry.literalName {
        named[name, default: []].append(place)
      } else {
        patterns.append((place, entry.pattern))
      }
    }
    self.patterns = PatternIndex(patterns)
  }

  func apply(to node: inout Node, _ report: Report) {
    guard case .scalar(let scalar) = node, scalar.kind != .null, !growth.isFull else { return }
    if let replaced = replace(scalar.text, report) { node = .string(replaced.value, at: replaced.position) }
  }

  /// - Returns: the new image, with the place of what decided it; `nil` when no entry is for the image.
  func replace(_ text: String, _ report: Report) -> Located<String>? {
    var image = ImageReference(text)
    var replaced: Located<String>?
    var next = 0
    var tried = patterns.others.startIndex
    var weight = 0
    var whole = text
    while let place = self.place(from: next, image, whole, &tried, &weight) {
      let text = entries[place].replacing(image)
      replaced = Located(text, entries[place].decidingPosition)
      whole = text
      image = ImageReference(text)
      next = place + 1
      weight += text.utf8.count
      guard holds(&weight, at: entries[place].position, report) else { return replaced }
    }
    _ = holds(&weight, at: entries.last?.position, report)
    return replaced
  }

  private func holds(_ weight: inout Int, at position: Position?, _ report: Report) -> Bool {
    guard weight > Self.ordinary else { return true }
    defer { weight = 0 }
    return growth.holds(weight, of: "this entry", at: position, report)
  }

  /// What need not be entered for an image: it is about what is read anyhow.
  private static let ordinary = 1000

  /// The first entry for an image from a place on.
  ///
  /// - Parameters:
  ///   - tried: up to where expressions need not be tried any more.
  ///   - weight: what was done, as bytes.
  private func place(
    from start: Int, _ image: ImageReference, _ text: String, _ tried: inout Int, _ weight: inout Int
  ) -> Int? {
    let isKnown = image.isOrdinary(isCompatible: isCompatible)
    func isMeant(_ place: Int) -> Bool {
      weight += Pattern.trial
      return entries[place].matches(text, name: isKnown ? image.name : nil)
    }
    var first =
      isKnown ? named[image.name].flatMap { $0.dropFirst($0.indexOfFirst(notBelow: start)).first } : nil
    let likely = patterns.candidates(for: text)
    for place in likely[likely.indexOfFirst(notBelow: start)...] where first.map({ place < $0 }) ?? true {
      if isMeant(place) {
        first = place
        break
      }
    }
    while tried < patterns.others.endIndex, first.map({ patterns.others[tried] < $0 }) ?? true {
      let place = patterns.others[tried]
      tried += 1
      if place >= start, isMeant(place) { return place }
    }
    return first
  }
}

/// One entry of `images`, ready to be applied.
struct ImageReplacement: Sendable {
  private let entry: Images.Entry
  let pattern: Pattern
  /// Whether the pattern is for the image as it is written, with tag and digest.
  private let isForWhole: Bool

  /// - Returns: `nil` after a report that the name is no expression.
  init?(_ entry: Images.Entry, isCompatible: Bool, _ report: Report) {
    do throws(Pattern.Mistake) {
      let name = try Pattern(entry.name.value)
      isForWhole = name.isExpression || ImageReference(entry.name.value).name != entry.name.value
      pattern = isForWhole ? try Pattern("^\(entry.name.value)\(Self.ending(isCompatible))", .part) : name
      self.entry = entry
    } catch {
      report.warning(
        "bad-expression",
        "\"\(entry.name.value)\" is no regular expression, so no image is meant: \(error.reason)",
        at: entry.name.position,
        hint: error.hint ?? "write the image as it is written, without tag and digest")
      return nil
    }
  }

  /// What kustomize lets follow a name (v5.8 `IsImageMatched`).
  private static func ending(_ isCompatible: Bool) -> String {
    let algorithm = isCompatible ? "sha256" : "[a-zA-Z][a-zA-Z0-9]*(?:[-_+.][a-zA-Z][a-zA-Z0-9]*)*"
    return "(:[a-zA-Z0-9_.{}-]*)?(@\(algorithm):[a-zA-Z0-9_.{}-]*)?$"
  }

  var position: Position { entry.name.position }

  /// Where the part is written that a reader looks at first.
  var decidingPosition: Position {
    let parts = [entry.newTag, entry.digest, entry.tagSuffix, entry.newName].map(\.position)
    return parts.first(where: \.isKnown) ?? position
  }

  /// The name when nothing in it is special.
  var literalName: String? { isForWhole ? nil : pattern.literal }

  /// - Parameters:
  ///   - text: the image as it is written.
  ///   - name: the part that names it, where kustomize sees it.
  func matches(_ text: String, name: String?) -> Bool {
    isForWhole ? pattern.matches(text) : name.map(pattern.matches) ?? false
  }

  /// The image that stands in the place of one that matches.
  func replacing(_ image: ImageReference) -> String {
    var tag = image.tag
    var digest = image.digest
    let (newTag, newDigest, suffix) = (entry.newTag.value, entry.digest.value, entry.tagSuffix.value)
    switch (newTag.isEmpty, newDigest.isEmpty) {
    case (false, false): (tag, digest) = (newTag, newDigest)
    case (false, true): (tag, digest) = (newTag, "")
    case (true, false): (tag, digest) = ("", newDigest)
    case (true, true) where !suffix.isEmpty: (tag, digest) = (tag + suffix, "")
    case (true, true): break
    }
    let name = entry.newName.value.isEmpty ? image.name : entry.newName.value
    return name + (tag.isEmpty ? "" : ":" + tag) + (digest.isEmpty ? "" : "@" + digest)
  }
}
