internal import YAML

/// The words that stand for a zone in texts, and the placeholders that give them.
struct ZoneWords {
  private(set) var words: [(placeholder: String, value: [UInt8])] = []

  init(workload: String, zone: AdoptedZone) {
    add("$(workload.name)", workload)
    add("$(zone.nodeLabelValue)", zone.nodeLabelValue)
    add("$(zone.name)", zone.name)
    add("$(zone.index)", String(zone.index))
  }

  /// Before the zones are known by name.
  init(likely member: Member) {
    add("$(workload.name)", member.name)
    if let value = member.traces.nodeValue { add("$(zone.nodeLabelValue)", value) }
    if let suffix = member.traces.suffix { add("$(zone.name)", suffix) }
  }

  /// For a group without zones.
  init() {}

  /// Of an instance in a list.
  init(instance: AdoptedInstance) {
    add("$(instance.address)", instance.address)
    add("$(instance.name)", instance.name)
    add("$(instance.ordinal)", String(instance.ordinal))
    add("$(instance.index)", String(instance.index))
    add("$(instance.specIndex)", String(instance.specIndex))
  }

  /// The same for one instance.
  func ofInstance(_ name: String, _ ordinal: Int, _ index: Int) -> ZoneWords {
    var words = self
    words.add("$(instance.name)", name)
    words.add("$(instance.ordinal)", String(ordinal))
    words.add("$(instance.index)", String(index))
    return words
  }

  private mutating func add(_ placeholder: String, _ value: String) {
    words.append((placeholder, Array(value.utf8)))
  }

  /// In which order, and which of them, are put into a text: the first order that makes one text of those of all
  /// zones counts.
  static let orders: [[String]] = [
    ["$(instance.name)", "$(workload.name)", "$(zone.name)"],
    ["$(instance.name)", "$(workload.name)", "$(zone.name)", "$(zone.nodeLabelValue)"],
    ["$(instance.name)", "$(workload.name)", "$(zone.nodeLabelValue)", "$(zone.name)"],
    ["$(zone.name)"],
    ["$(zone.nodeLabelValue)"],
    ["$(workload.name)", "$(zone.index)"],
    ["$(zone.index)"],
    ["$(instance.ordinal)"],
    ["$(instance.index)"],
    ["$(zone.name)", "$(instance.ordinal)"],
  ]

  /// The text with placeholders for the words, where they stand by themselves.
  func templated(_ text: [UInt8], _ order: [String]) -> [UInt8] {
    let wanted = order.compactMap { name in words.first { $0.placeholder == name } }
    var result: [UInt8] = []
    var place = 0
    while place < text.count {
      let found = wanted.first { word in
        !word.value.isEmpty && text[place...].starts(with: word.value)
          && !Self.continues(text, before: place) && !Self.continues(text, after: place + word.value.count)
      }
      if let found {
        result += found.placeholder.utf8
        place += found.value.count
      } else {
        result.append(text[place])
        place += 1
      }
    }
    return result
  }

  /// What names of objects that there is one of for each zone, or instance, speak of.
  static let zoneNames = ["$(workload.name)", "$(zone.name)"]
  static let instanceNames = ["$(instance.name)"]

  /// The words that some placeholders stand for.
  func values(of placeholders: [String]) -> [[UInt8]] {
    words.filter { placeholders.contains($0.placeholder) && !$0.value.isEmpty }.map(\.value)
  }

  private static func continues(_ text: [UInt8], before place: Int) -> Bool {
    place > 0 && text[place - 1].isAlphanumeric
  }

  private static func continues(_ text: [UInt8], after place: Int) -> Bool {
    place < text.count && text[place].isAlphanumeric
  }
}

extension UInt8 {
  /// Whether a word goes on with it.
  var isAlphanumeric: Bool {
    switch self {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"):
      true
    default: false
    }
  }
}
