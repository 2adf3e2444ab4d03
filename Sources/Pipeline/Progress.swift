internal import Synchronization

/// How far a run is, for who shows it meanwhile.
public final class Progress: Sendable {
  private let planned = Atomic(0)
  private let finished = Atomic(0)

  public init() {}

  /// Of all steps that are known by now, those that are done, from 0 to 1; `nil` while there are too few to tell.
  public var fraction: Double? {
    let planned = planned.load(ordering: .relaxed)
    return planned < 3 ? nil : Double(finished.load(ordering: .relaxed)) / Double(planned)
  }

  func plan(_ steps: Int) { planned.add(steps, ordering: .relaxed) }

  func finishStep() { finished.add(1, ordering: .relaxed) }
}
