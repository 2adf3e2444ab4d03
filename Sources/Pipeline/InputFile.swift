internal import Diagnostics
internal import Machine

/// What is read.
public enum InputFile {
  /// How many bytes a file may have unless more are allowed.
  public static let usualLimit = FileSystem.usualLimit
  /// How many bytes can be made of all that is read, besides a share of it, unless more are allowed.
  public static let usualGrowth = Growth.usualLimit
}
