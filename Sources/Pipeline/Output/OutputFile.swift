internal import Machine

/// Where manifests go: files that are whole at any moment, or standard output.
public enum OutputFile {
  /// Why a file could not be written.
  public struct Failure: Error, Sendable {
    public let path: String
    public let reason: String

    init(_ failure: WholeFile.Failure) {
      path = failure.path
      reason = failure.reason
    }
  }

  /// What may be done with a file that is written anew.
  public enum Access: UInt32, Sendable {
    case usual = 0o644
    case executable = 0o755
    /// Nobody but its owner reads it.
    case secret = 0o600
  }

  /// Writes a file, and the directories above it where they are missing.
  /// A file that has this content already keeps its modification time.
  public static func write(
    _ manifest: Manifest, to path: String, access: Access = .usual
  ) throws(Failure) {
    do throws(WholeFile.Failure) {
      try WholeFile.write(manifest.pieces, to: path, mode: access.rawValue)
    } catch {
      throw Failure(error)
    }
  }

  public static func writeToStandardOutput(_ manifest: Manifest) throws(Failure) {
    do throws(WholeFile.Failure) {
      try WholeFile.writeToStandardOutput(manifest.pieces)
    } catch {
      throw Failure(error)
    }
  }

  /// The name of a directory, also of one that is written as `.` or `..`.
  public static func name(ofDirectory path: String) -> String {
    FilePath.lastComponent(FileSystem.realPath(path) ?? FilePath.normalized(path))
  }

  public static func isDirectory(_ path: String) -> Bool { FileSystem.kind(of: path) == .directory }
}
