extension Report {
  /// What is made for each place, side by side; what there is to say of it is said in the order of the places.
  package func inParallel<Value: Sendable>(
    _ count: Int, _ make: @Sendable (Int, Report) -> Value
  ) -> [Value] {
    let reports = (0..<count).map { _ in Report() }
    let made = Slots.filled(count) { make($0, reports[$0]) }
    for report in reports { add(contentsOf: report) }
    return made
  }
}
