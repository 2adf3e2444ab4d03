internal import Checks
internal import Diagnostics
internal import Files
internal import Machine
internal import YAML

/// What all sides of one check have in common.
struct CheckRun: Sendable {
  let options: Check.Options
  let levels: CheckLevels
  let allowances: Allowances
  let files: SourceFiles
  let isOfOneSide: Bool

  /// - Parameters:
  ///   - sides: how many there are.
  ///   - usage: for what is wrong with the flags and with `zonal.yaml`.
  init(_ options: Check.Options, _ files: SourceFiles, sides: Int, _ usage: Report) {
    self.options = options
    self.files = files
    isOfOneSide = sides == 1
    levels = CheckLevels(options, files, usage)
    allowances = Allowances(levels.allowed, files)
  }

  /// - Parameter isDamaged: whether some of its objects could not be read.
  func lint(_ side: String, isDamaged: Bool) -> Lint {
    Lint(
      levels.levels, definitions: levels.definitions,
      scope: isDamaged ? .object : Self.isBase(side) ? .set : .whole)
  }

  private static let namesOfBases = ["base", "bases", "component", "components"]

  /// Whether a directory is called as those are that overlays complete, or lies in one of the repository that is.
  static func isBase(_ side: String) -> Bool {
    guard Directory.holdsKustomization(side), let real = FileSystem.realPath(side) else { return false }
    var path = real
    var isInBase = false
    while path != "/" {
      isInBase = isInBase || namesOfBases.contains(FilePath.lastComponent(path))
      if FileSystem.kind(of: FilePath.join(path, ".git")) != nil { return isInBase }
      path = FilePath.directory(of: path)
    }
    return namesOfBases.contains(FilePath.lastComponent(real))
  }

  /// The sides on which no other builds: what is wrong with a base counts in the overlays, which may mend it.
  func outermost(_ sides: [CheckedSide]) -> [CheckedSide] {
    guard sides.count > 1 else { return sides }
    let reads = files.readCounts
    let places = sides.map { FilePath.normalized($0.name) }
    let own = places.reduce(into: [KeyBytes: Int]()) { $0[$1, default: 0] += 1 }
    return zip(sides, places).filter { _, place in
      !Directory.kustomizationNames.contains { name in
        (reads[Array(FilePath.join(place, name).utf8)] ?? 0) > own[place, default: 0]
      }
    }.map(\.0)
  }
}
