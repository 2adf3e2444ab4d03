internal import Diagnostics
internal import Dispatch
internal import Layers
internal import Resources

/// The two sides of a comparison, read at once.
struct ComparedSides: Sendable {
  /// Both are empty when either can't be read; the messages say why.
  let old: ResourceSet
  let new: ResourceSet
  let messages: Messages

  /// - Parameter options: how sides that are kustomizations are built.
  init(_ old: String, _ new: String, _ options: Build.Options) {
    let files = SourceFiles()
    let reports = [Report(), Report()]
    let slots = Slots<ResourceSet>(count: 2)
    DispatchQueue.concurrentPerform(iterations: 2) { index in
      slots[index] = ComparedSide([old, new][index], options, files, reports[index]).set()
    }
    let sets = slots.values
    let isReadable = sets.count == 2 && !reports.contains { $0.hasErrors }
    self.old = isReadable ? sets[0] : ResourceSet()
    self.new = isReadable ? sets[1] : ResourceSet()
    messages = Messages(reports, files)
  }
}
