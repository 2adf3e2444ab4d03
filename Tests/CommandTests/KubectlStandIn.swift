import Glibc

extension TemporaryDirectory {
  /// A stand-in for kubectl, which enters its arguments in `calls` and what it is given in `input.*`, and answers with the
  /// files `answer`, `errors` and `code`; the cluster has no kinds of Grafana's.
  func addKubectl(answering answer: String) {
    write(
      """
      #!/bin/sh
      here=$(dirname "$0")
      echo "$@" >> "$here/calls"
      cat > "$here/input.$$"
      case "$*" in
      *grafana.com*) echo 'error: the server does not have such a resource type' >&2; exit 1 ;;
      esac
      [ -f "$here/errors" ] && cat "$here/errors" >&2
      cat "$here/answer" 2>/dev/null
      exit $(cat "$here/code" 2>/dev/null || echo 0)

      """, to: "kubectl")
    chmod(path + "/kubectl", 0o755)
    write(answer, to: "answer")
  }

  /// The arguments of each call of it.
  var kubectlCalls: [Substring] { read("calls").split(separator: "\n") }
}
