"""Values that programs stumble over, as they are written in YAML; each list is one kind that can be left out."""

NUMBERS = """
-1 0 00 0x7fffffffffffffff 0o17 017 1_000 1:30:00 2147483647 2147483648 4294967296 9223372036854775807 9223372036854775808
-9223372036854775808 -9223372036854775809 18446744073709551616 1e309 -1e309 1e-400 1.5 .5 5. .nan .inf -.inf 1e3 65536 70000
100000000 999999999999 "3" "-1" 3.0 +1
""".split()

EXPRESSIONS = ["( ", "[", "a{999999}", "(?=a)b", "(?P<a>b", "\\\\", "^$", "[z-a]", "*", "+", "a**", "(((((((((a", ".*.*.*.*.*x",
               "[[:alpha:]", "\\p{Greek}", "\\Q", "(a*)*b", "(a|a)*b", "((((a{9}){9}){9}){9}){9}"]

SCALARS = ["", '""', "''", "null", "~", "Null", "true", "yes", "off", "[]", "{}", "[[]]", "{a: }", "[null]", "- ", "? ", ": ", "?", "!!binary x",
           "!!binary Zm9v", "!!str", "!!int x", "!!float 1", "!!null x", "!!map {}", "!!seq []", "!!set {a}", "!!timestamp 2001-01-01",
           "!a b", "!<x> y", "*x", "&x", "&x y", "|", ">", "|9", ">-+", "|\n", "%YAML 1.2", "@a", "`a", "---", "...", "<<", "=", "a=b",
           "2001-01-01", "2001-12-14t21:59:43.10-05:00", "12:30:45", "0b101", "#", "a #b", "a: b", "a:", "'a'b", '"a"b', '"a', "'a",
           "a b", "A", "-a", "a-", "a.b.c", "a_b", "a/b", "a//b", "/", "//", "x/y/z", "Zm9v", "Zm9", "====", '"\\ud800"', '"\\x00"',
           '"a\\0b"', '"\\u202Eabc"', '"\\e[31mred"', '"a\\nb"', '"\\r"', '"\\t"', '"\\uFEFF"', '"\\u2028"', "é", "e\u0301", "ÅÅ", "𝒳",
           "👩‍👩‍👧", "‮x", "<!-- x", "<script>alert(1)</script>", "@user", "# APPROVED", "```", "|x|", "a" * 64, "a" * 254, "a" * 5000,
           "x-" * 130 + "x", "a." * 127 + "a", "é" * 300]

PATHS = ["../", "..", ".", "./", "../..", "../../../etc/passwd", "/etc/passwd", "/etc", "/", "~/x", "a/../../b", "./././.", "*", "*.yaml", "..//..", "tree",
         "../tree", "../orig", "../../victim", "../../victim/file", "/dev/null", '"a\\0b"', "kustomization.yaml", "a" * 256, "a/" * 2000 + "a",
         "https://github.com/a/b", "https://github.com/a/b//c?ref=v1", "git@github.com:a/b.git", "file:///etc/passwd", "ssh://h/a", "http://[::1/a",
         "github.com/a/b?ref=--upload-pack=x", "git::https://x/y", "oci://a/b", "-x", "--help", "--upload-pack=x"]

TERMS = ["a in (b,c)", "a notin (b)", "in (", "notin ()", "a,,b", "!a", "a=,b", "a==b", "a!=b", ",", "a in (b),", "=b", "x=y,",
         "spec.template.spec.containers.[name=x].image", "spec.template.spec.containers.*.image", "metadata.annotations.[a.b/c]", "a.[b", "a.b]",
         "a.[=]", "..", "a..b", "a\\.b.c", "[a=b].[c=d]", "spec/template", "/a/b", "/-", "/0", "/-1", "/99999999999999999999", "/a?/b:before",
         "/a:after", "/a:before:next", "/a:prev:prev", "/name=x", "/name=x?/-", "/=", "/a=b=c", "/~0~1~2", "/a//b", "", "/", "/*", "/a/*/b",
         "((a))", "((!a))", "((a.b))", "((/a/b))", "(((a)))", "((a))((b))", "((", "))", "(())", "${A}", "$(A)", "$$(A)", "$(", "$(A.B)",
         "a:b", "a:b@sha256:x", "a@", ":a", "@sha256:", "a/b/c:d", "h:80/a:b", "*:x", "1Gi", "-1Gi", "1e99Ei", "1.5.5", "0.1m", "1Ki1", "Gi",
         "* * * * *", "61 * * * *", "*/0 * * * *", "1-0 * * * *", "@yearly", "1-30000", "30000-1", "50%", "101%", "-1%", "v1", "v1beta1", "apps/v1",
         "a/b/v1", "/v1", "KubernetesPod", "List", "Kustomization", "Component", "InstanceGroup", "Topology", "Secret", "ConfigMap", "zonal/v1alpha1",
         "PatchTransformer", "builtin", "StatefulSet", "kustomize.config.k8s.io/v1beta1", "delete", "replace", "merge", "add", "remove", "create", "append",
         "behavior", "test", "move", "copy"]

KEYS = ["<<", "? a", '""', "null", "1", "true", "$patch", "$setElementOrder/containers", "$deleteFromPrimitiveList/a", "$retainKeys", "$a", "~", "[a]", "{a: b}",
        "a b", '"\\0"', "é", "é", "metadata", "name", "namespace", "apiVersion", "kind", "spec", "items", "resources", "components",
        "bases", "patches", "generators", "transformers", "validators", "replacements", "vars", "configurations", "openapi", "crds",
        "helmCharts", "configMapGenerator", "secretGenerator", "images", "replicas", "labels", "commonLabels", "commonAnnotations", "nameSuffix",
        "options", "target", "path", "patch", "op", "value", "from", "variables", "instance_groups", "jobs", "azs", "update"]

BY_KIND = {"numbers": NUMBERS, "expressions": EXPRESSIONS, "scalars": SCALARS, "paths": PATHS, "terms": TERMS}


def bomb(depth, width=9):
    lines = ["a0: &a0 [x, x]"]
    lines += [f"a{i}: &a{i} [{', '.join([f'*a{i - 1}'] * width)}]" for i in range(1, depth)]
    return "\n".join(lines) + "\n"


def merges(depth):
    lines = ["m0: &m0 {a: 1}"]
    lines += [f"m{i}: &m{i} {{<<: [*m{i - 1}, *m{i - 1}], k{i}: *m{i - 1}}}" for i in range(1, depth)]
    return "\n".join(lines) + "\n"


def stairs(depth, step=" "):
    return "".join(f"{step * i}a:\n" for i in range(depth))


DOCUMENTS = [
    lambda: bomb(5), lambda: bomb(12), lambda: bomb(40), lambda: merges(6), lambda: merges(26), lambda: stairs(100), lambda: stairs(900),
    lambda: "[" * 100, lambda: "[" * 20000, lambda: "[" * 90 + "]" * 90, lambda: "[" * 3000 + "]" * 3000, lambda: "{a: " * 500 + "}" * 500,
    lambda: "{" * 20000, lambda: "- " * 3000, lambda: "? " * 3000, lambda: "a: " * 3000, lambda: "'" + "a\n" * 3000, lambda: "a: |\n" + " x\n" * 3000,
    lambda: "\t", lambda: "a:\n\tb: c", lambda: "\ufeff\ufeff", lambda: "---\n" * 3000, lambda: "...\n---\n%YAML 9.9\n---\n", lambda: "%TAG ! a\n---\n!b c\n",
    lambda: "&a [*a]\n", lambda: "&a {a: *a}\n", lambda: "a: &a\n  b: *a\n", lambda: "{a: 1, a: 2}\n" * 2, lambda: "".join(f"k{i}: v\n" for i in range(3000)),
    lambda: "a: 1\n" * 2000, lambda: "# c\n" * 3000, lambda: "- &a b\n" * 2000, lambda: "\x00", lambda: "a: \x07", lambda: "\u0085\u2028"]
