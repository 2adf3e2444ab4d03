internal import ArgumentParser
internal import Pipeline

/// Flags of every command that reads files.
struct InputFlags: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The largest file that is read, in bytes or with KiB, MiB or GiB; by default 256MiB.", valueName: "size"
    ))
  var maxFileSize: ByteCount?

  var limit: Int { maxFileSize?.bytes ?? InputLimits.fileSize }
}

/// Flags of every command that makes more of what it reads.
struct GrowthFlags: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "How much is made of what is read, besides 16 times as much, in bytes or with KiB, MiB or GiB; by default 192MiB.",
      valueName: "size"))
  var maxGrowth: ByteCount?

  var limit: Int { maxGrowth?.bytes ?? InputLimits.growth }
}

/// A number of bytes, as `1GiB`.
struct ByteCount: ExpressibleByArgument {
  let bytes: Int

  private static let units = [("KiB", 1 << 10), ("MiB", 1 << 20), ("GiB", 1 << 30)]

  init?(argument: String) {
    let unit = Self.units.first { argument.hasSuffix($0.0) }
    guard let number = Int(argument.dropLast(unit?.0.count ?? 0)), number > 0 else { return nil }
    let (bytes, overflow) = number.multipliedReportingOverflow(by: unit?.1 ?? 1)
    guard !overflow else { return nil }
    self.bytes = bytes
  }
}
