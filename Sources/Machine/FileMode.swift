internal import Glibc

/// Who may do what with a file that takes the place of another: those who might before.
struct FileMode {
  /// Of a file that is made.
  let new: UInt32
  private let old: stat?
  private let kept: UInt32

  /// - Parameter wanted: of a file that is new. An old one is at most made executable by it, or taken from everybody else.
  init(of name: String, in directory: HeldDirectory, wanted: UInt32) {
    old = directory.status(of: name).flatMap { $0.st_mode & S_IFMT == S_IFREG ? $0 : nil }
    var kept = (old?.st_mode ?? 0) & 0o777
    if wanted & 0o111 != 0 { kept |= (kept & 0o444) >> 2 }
    if wanted & 0o077 == 0 { kept &= ~0o077 }
    self.kept = kept
    new = old == nil ? wanted : 0o600
  }

  /// Whether an old file with the right content has the wrong mode.
  var isToChange: Bool { old.map { $0.st_mode & 0o777 != kept } ?? false }

  func apply(to descriptor: Int32) {
    guard let old else { return }
    // Only root can give a file away; anybody's new file is the user's own.
    if fchown(descriptor, old.st_uid, old.st_gid) != 0 { _ = fchown(descriptor, .max, old.st_gid) }
    fchmod(descriptor, kept)
  }
}
