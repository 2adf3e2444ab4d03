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

  /// Writes a file, and the directories above it where they are missing.
  /// A file that has this content already keeps its modification time.
  ///
  /// - Parameter mode: who may read and write a file that is written anew.
  public static func write(_ manifest: Manifest, to path: String, mode: UInt32 = 0o644) throws(Failure) {
    do throws(WholeFile.Failure) {
      try WholeFile.write(manifest.pieces, to: path, mode: mode)
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
