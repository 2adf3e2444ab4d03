internal import Machine

/// Generated values that are to be kept in a file.
struct GeneratedStore: Sendable {
  let content: Manifest

  func write(_ lock: StoreLock?) throws(OutputFile.Failure) {
    guard let lock else { return }
    do throws(WholeFile.Failure) {
      try lock.file.get().write(content.pieces, mode: OutputFile.Access.secret.rawValue)
    } catch {
      throw OutputFile.Failure(error)
    }
  }
}

/// Keeps other runs away from a store of variables from before it is read until it is written: two that generate one value
/// at once would have two.
struct StoreLock: Sendable {
  /// Why it can't be locked matters only to who has values to keep.
  fileprivate let file: Result<LockedFile, WholeFile.Failure>

  /// - Parameter path: of the store; waits until no other run has it.
  init(_ path: String) {
    do throws(WholeFile.Failure) {
      file = .success(try LockedFile(path))
    } catch {
      file = .failure(error)
    }
  }

  func release() { try? file.get().release() }
}
