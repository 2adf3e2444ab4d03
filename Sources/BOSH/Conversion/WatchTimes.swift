internal import Diagnostics
internal import YAML

/// How long a change is watched, as annotations of the StatefulSets: the upper end of a range.
struct WatchTimes {
  private let update: UpdateSettings
  private let report: Report

  init(_ update: UpdateSettings, _ report: Report) {
    self.update = update
    self.report = report
  }

  var annotations: [(String, String)] {
    let times = [
      ("canary-watch-time", update.canaryWatchTime), ("update-watch-time", update.updateWatchTime),
    ]
    return times.compactMap { name, time in
      time.flatMap(milliseconds).map { ("quarks.cloudfoundry.org/\(name)", $0) }
    }
  }

  private func milliseconds(_ time: Located<String>) -> String? {
    let ends = time.value.split(separator: "-", omittingEmptySubsequences: false).map { part in
      Int(part.split(separator: " ").joined())
    }
    if ends.count <= 2, ends.allSatisfy({ $0 ?? -1 >= 0 }), let last = ends.last ?? nil {
      return String(last)
    }
    report.error(
      "bad-watch-time", "\"\(time.value)\" is no time to watch a change", at: time.position,
      hint: "write milliseconds, such as 30000, or a range of them: 5000-30000")
    return nil
  }
}
