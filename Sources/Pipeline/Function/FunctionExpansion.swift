internal import Checks
internal import Diagnostics
internal import InstanceGroups
internal import Resources
internal import Transforms
internal import YAML

/// The items of a list with what its groups become.
struct FunctionExpansion {
  private let input: FunctionInput
  private let files: SourceFiles
  private let report: Report
  private let objects: FunctionObjects

  init(_ input: FunctionInput, _ files: SourceFiles, _ report: Report) {
    self.input = input
    self.files = files
    self.report = report
    objects = FunctionObjects(input)
  }

  /// - Returns: `nil` after a report of errors.
  func items() -> ExpandedItems? {
    var set = ResourceSet(objects.resources)
    let options = Expansion.Options(initialRollout: input.options.isInitialRollout)
    Expansion(report: report, files: files, options: options).expand(&set)
    guard !report.hasErrors else { return nil }
    SetChecks.identities(set, report) { objects.isMade($0) }
    NameHashes.add(to: &set)
    if input.options.checks, !report.hasErrors { check(set) }
    guard !report.hasErrors else { return nil }
    var made = ResourceSet(set.resources.filter(objects.isMade))
    FinishedObjects.finish(&made, isCompatible: false, report)
    return items(made.resources)
  }

  /// What else runs later may bring what is missing here, as overlays do for a base.
  private func check(_ set: ResourceSet) {
    let known = Set(report.diagnostics.map(SaidFinding.init))
    let result = Lint(scope: .set).check(set, Allowances([], files))
    for diagnostic in result.findings where !known.contains(SaidFinding(diagnostic)) {
      report.add(diagnostic)
    }
  }

  private func items(_ made: [Resource]) -> ExpandedItems {
    var items = ExpandedItems()
    var places = FilePlaces(input.items)
    for place in objects.madeBefore { items.changes[place] = .init() }
    for place in objects.places {
      items.changes[place] = .init(isKept: objects.kept.contains(place))
    }
    places.free(objects.places.filter { !objects.kept.contains($0) })
    for resource in made {
      let place = objects.place(of: resource)
      guard input.items.indices.contains(place) else {
        items.appended.append(resource.object)
        continue
      }
      var resource = resource
      resource.annotate(places.next(beside: place) + FunctionHistory.annotations(of: resource))
      if objects.kept.contains(place) {
        resource.annotate([(FunctionObjects.originAnnotation, objects.name(place))])
      }
      items.changes[place]?.nodes.append(resource.object)
    }
    return items
  }
}
