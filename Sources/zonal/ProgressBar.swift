internal import Dispatch
internal import Pipeline
internal import Synchronization

/// A line on the terminal that tells how far a run is, once it takes more than a second.
final class ProgressBar: Sendable {
  private enum State {
    case waiting, shown, over
  }

  private let progress: Progress
  private let state = Mutex(State.waiting)
  private let start = DispatchTime.now()

  private static let delay = DispatchTimeInterval.seconds(1)
  private static let interval = DispatchTimeInterval.milliseconds(100)
  private static let width = 30

  /// Shows it while something works.
  static func show<Result>(_ settings: Console.Settings, while work: (Progress) -> Result) -> Result {
    let progress = Progress()
    let bar = ProgressBar(progress, settings)
    defer { bar?.end() }
    return work(progress)
  }

  /// - Returns: `nil` where nobody would see it.
  private init?(_ progress: Progress, _ settings: Console.Settings) {
    guard !settings.isQuiet, settings.format == .text, Console.isTerminal(.messages) else { return nil }
    self.progress = progress
    schedule(after: Self.delay)
  }

  /// Takes the line away. Nothing else may be written before.
  private func end() {
    state.withLock { state in
      if state == .shown { Console.write("\r\u{1B}[K", to: .messages) }
      state = .over
    }
  }

  private func schedule(after interval: DispatchTimeInterval) {
    DispatchQueue.global().asyncAfter(deadline: .now() + interval) { [self] in draw() }
  }

  private func draw() {
    state.withLock { state in
      guard state != .over else { return }
      Console.write("\r\u{1B}[K" + line, to: .messages)
      state = .shown
      schedule(after: Self.interval)
    }
  }

  private var line: String {
    let seconds = (DispatchTime.now().uptimeNanoseconds - start.uptimeNanoseconds) / 1_000_000_000
    guard let fraction = progress.fraction else { return "\(seconds) s" }
    let done = Int(fraction * Double(Self.width))
    let bar = String(repeating: "#", count: done) + String(repeating: " ", count: Self.width - done)
    return "[\(bar)] \(Int(fraction * 100)) %, \(seconds) s"
  }
}
