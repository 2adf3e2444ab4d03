internal import YAML

/// Scripts that containers run.
enum Shell {
  static func command(_ script: String) -> Node { .sequence(["/bin/sh", "-c", .string(script)]) }

  static func hook(_ script: String) -> Node { .mapping(["exec": .mapping(["command": command(script)])]) }

  static func quoted(_ words: [String]) -> String {
    words.map { "'" + $0.replacing("'", with: "'\\''") + "'" }.joined(separator: " ")
  }

  /// A drain script prints how long to wait: a negative number asks to be run again after that time.
  static func drain(_ path: String) -> String {
    """
    while wait=$(\(path) 2>/dev/null); do
      case "$wait" in
      -*) sleep "${wait#-}" ;;
      *) sleep "${wait:-0}"; exit 0 ;;
      esac
    done
    """
  }
}
