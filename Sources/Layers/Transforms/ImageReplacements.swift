internal import Diagnostics
internal import Resources
internal import YAML

/// All entries of `images`: one may replace what another made, so each image meets them in their order.
struct ImageReplacements: Sendable {
  private var entries: [ImageReplacement] = []
  /// The places of the entries whose name is plain text, by it, and of the others.
  private var named: [KeyBytes: [Int]] = [:]
  private var patterns: [Int] = []
  private let growth: Growth

  init(_ entries: [Images.Entry], _ growth: Growth, _ report: Report) {
    self.growth = growth
    self.entries = entries.compactMap { ImageReplacement($0, report) }
    for (place, entry) in self.entries.enumerated() {
      if let name = entry.literalName {
        named[name, default: []].append(place)
      } else {
        patterns.append(place)
      }
    }
  }

  func apply(to node: inout Node, _ report: Report) {
    guard case .scalar(let scalar) = node, scalar.kind != .null, !growth.isFull else { return }
    if let text = replace(scalar.text, report) { setString(&node, text) }
  }

  /// - Returns: `nil` when no entry is for the image.
  func replace(_ text: String, _ report: Report) -> String? {
    var image = ImageReference(text)
    var replaced: String?
    var next = 0
    var tried = patterns.startIndex
    var weight = 0
    while let place = self.place(from: next, image.name, &tried, &weight) {
      let text = entries[place].replacing(image)
      replaced = text
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
  private func place(from start: Int, _ name: String, _ tried: inout Int, _ weight: inout Int) -> Int? {
    let plain = named[name].flatMap { $0.firstNotBefore(start) }
    while tried < patterns.endIndex, plain.map({ patterns[tried] < $0 }) ?? true {
      let place = patterns[tried]
      tried += 1
      weight += Pattern.trial
      if place >= start, entries[place].matches(name) { return place }
    }
    return plain
  }
}

extension [Int] {
  /// The first of ascending numbers that is not below another.
  fileprivate func firstNotBefore(_ number: Int) -> Int? {
    var (low, high) = (startIndex, endIndex)
    while low < high {
      let middle = (low + high) / 2
      if self[middle] < number { low = middle + 1 } else { high = middle }
    }
    return low < endIndex ? self[low] : nil
  }
}

/// One entry of `images`, ready to be applied.
struct ImageReplacement: Sendable {
  private let entry: Images.Entry
  private let pattern: Pattern

  /// - Returns: `nil` after a report that the name is no expression.
  init?(_ entry: Images.Entry, _ report: Report) {
    do throws(Pattern.Mistake) {
      pattern = try Pattern(entry.name.value)
      self.entry = entry
    } catch {
      report.add(
        error, in: entry.name.value, at: entry.name.position,
        hint: "an image is named without tag and digest")
      return nil
    }
  }

  var position: Position { entry.name.position }

  /// The name when nothing in it is special.
  var literalName: String? { pattern.literal }

  func matches(_ name: String) -> Bool { pattern.matches(name) }

  /// The image that stands in the place of one that matches.
  func replacing(_ image: ImageReference) -> String {
    var tag = image.tag
    var digest = image.digest
    switch (entry.newTag.isEmpty, entry.digest.isEmpty) {
    case (false, false): (tag, digest) = (entry.newTag, entry.digest)
    case (false, true): (tag, digest) = (entry.newTag, "")
    case (true, false): (tag, digest) = ("", entry.digest)
    case (true, true) where !entry.tagSuffix.isEmpty: (tag, digest) = (tag + entry.tagSuffix, "")
    case (true, true): break
    }
    let name = entry.newName.isEmpty ? image.name : entry.newName
    return name + (tag.isEmpty ? "" : ":" + tag) + (digest.isEmpty ? "" : "@" + digest)
  }
}
