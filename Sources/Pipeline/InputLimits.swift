internal import Diagnostics
internal import Machine

/// How much is read, and made of it, unless more is allowed.
public enum InputLimits {
  /// The bytes of a file.
  public static let fileSize = FileSystem.usualLimit
  /// The bytes that can be made of all that is read, besides a share of it.
  public static let growth = Growth.usualLimit
}
