internal import Diagnostics
internal import Resources

/// The two sides of a comparison, read at once.
struct ComparedSides: Sendable {
  /// Both are empty when either can't be read; the messages say why.
  private(set) var old: ResourceSet
  private(set) var new: ResourceSet
  var messages: Messages { messages() }
  private var reports: [Report]
  let files: SourceFiles

  /// - Parameters:
  ///   - old: `nil` when only the cluster tells what there is.
  ///   - options: how sides that are kustomizations are built.
  ///   - cluster: where the objects of both sides are read from, to stand in for the old one.
  ///   - namesSources: whether values that differ are to carry the place of what decided them.
  init(
    _ old: String?, _ new: String, _ options: Build.Options, live cluster: Cluster? = nil,
    writers: FieldOwners.Writers = .people, namesSources: Bool = true
  ) {
    let files = options.sourceFiles
    let names = [old, new].compactMap(\.self)
    var reports = names.map { _ in Report() }
    let read = [ComparedSide.Objects?](inParallel: names.count, if: true) { [reports] index in
      ComparedSide(names[index], options, files, reports[index], isFollowed: namesSources).objects()
    }
    let sides = read.compactMap(\.self)
    var isReadable: Bool { !reports.contains { $0.hasErrors } }
    var standing = sides.count == 2 ? sides[0].set : ResourceSet()
    if let cluster, let wanted = sides.last?.set, isReadable {
      reports.append(Report())
      let live = LiveObjects(cluster, files, reports[reports.count - 1])
      standing = live.standing(for: standing, wanted, writers) ?? ResourceSet()
    }
    self.old = isReadable ? standing : ResourceSet()
    self.new = isReadable ? sides.last?.set ?? ResourceSet() : ResourceSet()
    self.reports = reports
    self.files = files
    guard isReadable, sides.contains(where: { $0.trace != nil }) else { return }
    let places = DecidingPlaces(self.old, self.new)
    if let side = sides.last { places.mark(&self.new, of: side, isOld: false, files) }
    if sides.count == 2, cluster == nil { places.mark(&self.old, of: sides[0], isOld: true, files) }
  }

  /// - Parameter more: of what was made of them.
  func messages(_ more: Report...) -> Messages { Messages(reports + more, files) }

  /// Empties both sides after a report that one of them holds too much.
  mutating func check(_ isBearable: (ResourceSet, Report) -> Bool) {
    let report = Report()
    reports.append(report)
    guard !isBearable(old, report) || !isBearable(new, report) else { return }
    old = ResourceSet()
    new = ResourceSet()
  }

  /// More objects of the cluster, by their names; `nil` after a report.
  mutating func ask(_ cluster: Cluster, for objects: [Resource]) -> ResourceSet? {
    let report = Report()
    reports.append(report)
    return LiveObjects(cluster, files, report).objects(named: objects)
  }
}
