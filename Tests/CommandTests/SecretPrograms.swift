/// Programs that play others: each notes how it is called, and repeats whatever it is given.
enum SecretPrograms {
  /// By the names of files below the directory of a test.
  static let all: [(name: String, text: String)] = [
    (
      "bin/helm",
      noting + "cat \"$@\" >&2 2>/dev/null\nfor file; do cat \"$file\" >&2 2>/dev/null; done\nexit 1\n"
    ),
    (
      "bin/bad-helm",
      noting
        + "printf 'apiVersion: v1\\nkind: Secret\\nmetadata: {name: c}\\nstringData:\\n  a: x: \(SecretMarker.text)\\n'\n"
    ),
    ("bin/docker", noting + "cat >&2\nexit 1\n"),
    ("plugins/example.com/v1/secret/Secret", "#!/bin/sh\ncat \"$1\" >&2\nexit 1\n"),
    (
      "bin/kubectl",
      """
      \(noting)cat > /dev/null
      case "$*" in
      *--dry-run*) echo 'Error from server: none of that' >&2; exit 1;;
      esac
      printf '%s' '{"apiVersion": "v1", "kind": "List", "items": [{"apiVersion": "v1", "kind": "Secret", \
      "metadata": {"name": "a", "namespace": "default", "annotations": \
      {"kubectl.kubernetes.io/last-applied-configuration": "{\\"stringData\\":{\\"s\\":\\"\(SecretMarker.text)\\"}}"}}, \
      "data": {"live": "\(SecretMarker.encoded)"}}]}'

      """
    ),
  ]

  private static let noting = """
    #!/bin/sh
    here=$(dirname "$0")
    echo "$0 $*" >> "$here/calls"
    if [ "$1" = version ]; then echo v3.14.2; exit; fi

    """

  static func function(_ name: String) -> String {
    switch name {
    case "repeats-errors": "#!/bin/sh\ncat >&2\nexit 1\n"
    case "repeats-results":
      """
      #!/bin/sh
      cat > /dev/null
      echo '{apiVersion: config.kubernetes.io/v1, kind: ResourceList, items: [], results: [{message: "it is \
      \(SecretMarker.text)", severity: error, resourceRef: {apiVersion: v1, kind: Secret, name: a}, field: {path: \
      stringData.s, currentValue: "\(SecretMarker.text)", proposedValue: "\(SecretMarker.text)x"}}]}'

      """
    default:
      "#!/bin/sh\ncat > /dev/null\nprintf 'kind: Secret\\nstringData:\\n  a: x: \(SecretMarker.text)\\n'\n"
    }
  }
}
