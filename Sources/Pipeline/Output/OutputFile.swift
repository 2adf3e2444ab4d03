internal import Diagnostics
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

    public var messages: Messages {
      Messages(refused: "unwritable-file", "\(path) can't be written: \(reason)", path: path)
    }
  }

  /// What may be done with a file that is written anew.
  public enum Access: UInt32, Sendable {
    case usual = 0o666
    case executable = 0o777
    /// Nobody but its owner reads it.
    case secret = 0o600
  }

  /// Writes to where a path leads, which may be a pipe or a device, too.
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

  /// Writes a file below a directory, by a path that the user did not name: links on it are not followed.
  public static func write(
    _ manifest: Manifest, to path: String, below directory: String, access: Access = .usual
  ) throws(Failure) {
    do throws(WholeFile.Failure) {
      try WholeFile.write(manifest.pieces, to: path, below: directory, mode: access.rawValue)
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

  /// The name of a directory, also of one that is written as `.` or `..`; `/` for the topmost.
  public static func name(ofDirectory path: String) -> String {
    FilePath.lastComponent(FileSystem.realPath(path) ?? FilePath.normalized(path))
  }

  public static func isDirectory(_ path: String) -> Bool { FileSystem.kind(of: path) == .directory }
}
