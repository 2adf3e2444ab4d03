internal import Machine

/// What is read.
public enum InputFile {
  /// How many bytes a file may have unless more are allowed.
  public static let usualLimit = FileSystem.usualLimit
}
