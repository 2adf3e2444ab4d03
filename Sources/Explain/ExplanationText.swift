internal import Changes
package import Diagnostics
internal import Resources
internal import YAML

/// Explanations for people.
package struct ExplanationText {
  private let files: SourceFiles
  private let colours: Bool

  /// - Parameter colours: whether to write ANSI colours; only for a terminal.
  package init(_ files: SourceFiles, colours: Bool) {
    self.files = files
    self.colours = colours
  }

  private enum Style: String {
    case place = "36"
    case bold = "1"
    case old = "31"
    case new = "32"
  }

  private func paint(_ text: String, _ style: Style) -> String {
    colours ? "\u{1B}[\(style.rawValue)m\(text)\u{1B}[0m" : text
  }

  private func place(_ position: Position) -> String { Escape.line(files.describe(position)) }

  // MARK: A whole object

  /// Longer lines have their source behind them, wherever they end.
  private static let widest = 72

  /// Every line of the object's YAML, with its source at the right.
  package func object(_ explanation: Explanation) -> String {
    let lines = ObjectLines(explanation.shownObject, isShown: true)
    let sources = lines.paths.compactMapValues { source(explanation.field($0)) }
    let placeWidth = sources.values.map(\.place.count).max() ?? 0
    var text = ""
    if let removal = explanation.removal {
      text += paint("# \(removed(explanation, by: removal))", .bold) + "\n"
    }
    return text
      + columns(lines.texts, sources.mapValues { "\($0.place.padded(to: placeWidth))  (\($0.label))" })
  }

  /// Lines with comments at their right, by their numbers from 0.
  func columns(_ lines: [String], _ comments: [Int: String]) -> String {
    let width = lines.map(\.count).filter { $0 <= Self.widest }.max() ?? 0
    var text = ""
    for (index, line) in lines.enumerated() {
      text += line
      if let comment = comments[index] {
        text += String(repeating: " ", count: max(0, width - line.count)) + paint("  # " + comment, .place)
      }
      text += "\n"
    }
    return text
  }

  func source(_ field: Explanation.Field) -> (place: String, label: String)? {
    guard let origin = field.origin else { return nil }
    var label = Escape.line(Self.step(origin))
    if origin.setting == nil, let setting = field.setting {
      label += ", " + Escape.line(Self.name(setting, of: field.path))
    }
    return (place(origin.position), label)
  }

  /// `Deployment shop/web, which patches in overlays/prod took away`
  private func removed(_ explanation: Explanation, by step: TraceStep) -> String {
    let name = Escape.line(ChangeText.object(explanation.resource))
    if step.name == Self.expansion { return "\(name), of which zonal makes other objects" }
    return "\(name), which is not in the output: taken away by \(Escape.line(Self.name(step)))"
  }

  package static let expansion = "expansion"

  // MARK: A field

  /// The history of a field, oldest first.
  package func field(_ field: Explanation.Field, of explanation: Explanation) -> String {
    let name = Escape.line("\(ChangeText.object(explanation.resource)) \(field.path.text)")
    var text = paint(name, .bold) + "\n"
    if let removal = explanation.removal { text += "  (\(removed(explanation, by: removal)))\n" }
    let width = field.events.map { $0.kind.rawValue.count }.max() ?? 0
    for event in field.events {
      text += "  \(event.kind.rawValue.padded(to: width))  \(paint(place(event.position), .place))"
      text += "  \(Escape.line(Self.step(event)))\n"
      if event.step.position.isKnown, event.step.name != "resources",
        !event.step.covers(event.position.line, of: event.position.file)
      {
        let indent = String(repeating: " ", count: width + 4)
        text += "\(indent)\(paint(place(event.step.position), .place))  asks for it\n"
      }
      switch event.kind {
      case .written: text += value(event.new, "+", .new)
      case .changed, .removed: text += value(event.old, "-", .old) + value(event.new, "+", .new)
      case .generated: text += event.isCopy ? "" : value(event.new, "+", .new)
      case .kept: break
      }
    }
    return text
  }

  private func value(_ node: Node?, _ sign: String, _ style: Style) -> String {
    guard let node else { return "" }
    return ChangeText.lines(ChangeText.yaml(node)).map { line in
      "    " + paint("\(sign) \(Escape.line(Escape.blanks(atEndOf: line)))", style) + "\n"
    }.joined()
  }

  // MARK: A line of the sources

  package func matches(_ matches: [LineSearch.Match], place: String) -> String {
    if matches.isEmpty { return "no field of the output has its value from \(Escape.line(place))\n" }
    var text = ""
    var last: ResourceID?
    for match in matches {
      if match.resource.id != last {
        text += paint(Escape.line(ChangeText.object(match.resource)), .bold) + "\n"
      }
      last = match.resource.id
      text += "  \(Escape.line(match.path.text))\(match.decides ? "" : "  (changed again later)")\n"
    }
    return text
  }

  // MARK: Words

  /// `base`, `images in overlays/prod`, or `InstanceGroup nats /spec/instances`
  static func step(_ event: FieldEvent) -> String {
    if let setting = event.setting { return name(setting) }
    return event.kind == .written && event.step.name == "resources" ? event.step.layer : name(event.step)
  }

  static func name(_ step: TraceStep) -> String {
    step.layer.isEmpty ? step.name : "\(step.name) in \(step.layer)"
  }

  static func name(_ setting: FieldEvent.Setting, of path: ChangePath? = nil) -> String {
    let resource = Resource(object: setting.object)
    // What is written where it is in the object needs no path.
    let shown = setting.path == path ? "" : setting.path.text
    return [resource.gvk.kind, resource.name, shown].filter { !$0.isEmpty }.joined(separator: " ")
  }
}

extension String {
  fileprivate func padded(to width: Int) -> String {
    self + String(repeating: " ", count: max(0, width - count))
  }
}
