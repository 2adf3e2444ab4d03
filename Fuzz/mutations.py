"""Changes of a tree of files that keep most of its structure, so that what is wrong gets far into the program."""

import hashlib
import re

import hostile
from cases import Link, Pipe

KEY = re.compile(r"^(?P<indent>[ -]*)(?P<key>[^\s:#\"'{\[][^:#\n]*?|\"[^\"]*\"):(?= |$)(?P<value>.*)$")
WORD = re.compile(r"[^\s,{}\[\]:\"'#]+")
ITEM = re.compile(r"^(?P<indent> *)- (?P<value>.*)$")
TEXTS = (".yaml", ".yml", ".json", ".env", ".MF", ".erb", ".properties", ".txt", ".conf")


def indentation(line):
    return len(line) - len(line.lstrip(" "))


def node(lines, start):
    """The end of what begins on a line: what is indented more, or items at the same depth as their key."""
    depth, end = indentation(lines[start]), start + 1
    is_item = lines[start].lstrip(" ").startswith("- ")
    while end < len(lines) and (
        not lines[end].strip()
        or indentation(lines[end]) > depth
        or (not is_item and indentation(lines[end]) == depth and lines[end].lstrip(" ").startswith("- "))
    ):
        end += 1
    return end


def moved(lines, depth):
    by = depth - indentation(lines[0])
    return [" " * by + line if by > 0 else line[min(-by, indentation(line)) :] for line in lines]


class Pool:
    """What the cases are made of: keys, values and nodes, to be put where they do not belong."""

    def __init__(self, cases):
        keys, values, self.entries, self.items = set(hostile.KEYS), set(), [], []
        for case in cases:
            for path, content in sorted(case.files.items()):
                if not isinstance(content, bytes) or not path.endswith(TEXTS) or len(content) > 20_000:
                    continue
                lines = content.decode("utf-8", "replace").split("\n")
                for number, line in enumerate(lines):
                    found = KEY.match(line)
                    if found:
                        keys.add(found["key"])
                        values.add(found["value"].strip())
                    if number % 3 == 0 and (found or ITEM.match(line)):
                        nodes = self.items if ITEM.match(line) else self.entries
                        nodes.append(lines[number : node(lines, number)][:40])
        self.keys, self.values = sorted(keys), sorted(values)


class Mutator:
    def __init__(self, pool, random, without=()):
        self.pool, self.random = pool, random
        self.values = [values for kind, values in hostile.BY_KIND.items() if kind not in without]
        self.changes = [(self.change_text, 30), (self.change_files, 4)]
        self.has_pipes, self.has_wide_links = "pipes" not in without, "links" not in without

    def mutate(self, files):
        for _ in range(self.random.choice((1, 1, 1, 1, 1, 1, 2, 2, 3, 5))):
            changes, weights = zip(*self.changes)
            self.random.choices(changes, weights)[0](files)

    def hostile(self):
        return self.random.choice(self.random.choice(self.values))

    def text(self, files):
        paths = sorted(path for path, content in files.items() if isinstance(content, bytes) and path.endswith(TEXTS))
        return self.random.choice(paths) if paths else None

    # One file's text

    def change_text(self, files):
        path = self.text(files)
        if path is None:
            return
        lines = files[path].decode("utf-8", "surrogateescape").split("\n")
        changes = [
            (self.set_value, 45),
            (self.set_word, 20),
            (self.set_key, 6),
            (self.delete, 15),
            (self.duplicate, 5),
            (self.swap, 7),
            (self.splice, 8),
            (self.wrap, 3),
            (self.alias, 3),
            (self.grow, 1),
            (self.many, 1),
            (self.bytes, 3),
            (self.document, 1),
        ]
        change = self.random.choices([change for change, _ in changes], [weight for _, weight in changes])[0]
        changed = change(lines) or lines
        files[path] = "\n".join(changed).encode("utf-8", "surrogateescape")[:900_000]

    def line(self, lines, pattern=None):
        """The number of a line that is not empty, and its match."""
        numbers = [i for i, line in enumerate(lines) if (pattern.match(line) if pattern else line.strip())]
        return self.random.choice(numbers) if numbers else None

    def value(self):
        if self.random.random() < 0.4:
            return self.random.choice(self.pool.values)
        value = self.hostile()
        if self.random.random() < 0.85 and not re.fullmatch(r"\.?[\w+-][\w./+-]*|\[\]|\{\}|\".*\"|'.*'", value):
            return "'" + value.replace("'", "''").replace("\n", " ") + "'"
        return value

    def set_value(self, lines):
        pattern = KEY if self.random.random() < 0.8 else ITEM
        number = self.line(lines, pattern)
        if number is None:
            return
        start = pattern.match(lines[number]).start("value")
        prefix = lines[number][:start]
        end = node(lines, number) if self.random.random() < 0.5 else number + 1
        lines[number:end] = [prefix.rstrip(" ") + " " + self.value() if pattern is KEY else prefix + self.value()]

    def set_word(self, lines):
        number = self.line(lines)
        if number is None:
            return
        word = self.random.choice(list(WORD.finditer(lines[number])) or [None])
        if word:
            lines[number] = lines[number][: word.start()] + self.value() + lines[number][word.end() :]

    def set_key(self, lines):
        number = self.line(lines, KEY)
        if number is not None:
            found = KEY.match(lines[number])
            lines[number] = found["indent"] + self.random.choice(self.pool.keys) + ":" + found["value"]

    def delete(self, lines):
        number = self.line(lines)
        if number is not None:
            del lines[number : node(lines, number)]

    def duplicate(self, lines):
        number = self.line(lines)
        if number is not None:
            found = lines[number : node(lines, number)]
            if self.random.random() < 0.3:
                lines[:] = lines + ["---"] + lines
            else:
                lines[number:number] = found

    def swap(self, lines):
        pattern = self.random.choice((KEY, ITEM))
        one, other = self.line(lines, pattern), self.line(lines, pattern)
        if one is None or one == other:
            return
        one, other = min(one, other), max(one, other)
        a, b = lines[one : node(lines, one)], lines[other : node(lines, other)]
        if other < one + len(a):  # The second lies in the first: it takes its place.
            lines[one : one + len(a)] = moved(b, indentation(a[0]))
            return
        lines[other : other + len(b)] = moved(a, indentation(b[0]))
        lines[one : one + len(a)] = moved(b, indentation(a[0]))

    def splice(self, lines):
        number = self.line(lines)
        if number is None:
            return
        end = node(lines, number)
        nodes = self.pool.items if ITEM.match(lines[number]) else self.pool.entries
        found = moved(self.random.choice(nodes), indentation(lines[number]))
        if self.random.random() < 0.6:
            lines[end:end] = found
        else:
            lines[number:end] = found

    def wrap(self, lines):
        number = self.line(lines, KEY)
        if number is None:
            return
        found, end = KEY.match(lines[number]), node(lines, number)
        if self.random.random() < 0.5:
            lines[number] = found["indent"] + found["key"] + ": [" + found["value"].strip() + "]"
        else:
            inner = moved(lines[number:end], indentation(lines[number]) + 2)
            lines[number:end] = [found["indent"] + self.random.choice(self.pool.keys) + ":"] + [
                line.replace("- ", "  ", 1) for line in inner
            ]

    def alias(self, lines):
        one, other = self.line(lines, KEY), self.line(lines, KEY)
        if one is None:
            return
        a, b = KEY.match(lines[one]), KEY.match(lines[other])
        lines[one] = f"{a['indent']}{a['key']}: &x{a['value']}"
        lines[other] = b["indent"] + self.random.choice(("<<", b["key"])) + ": *x"

    def grow(self, lines):
        number = self.line(lines, KEY)
        if number is not None:
            found = KEY.match(lines[number])
            deep = self.random.choice((5, 50, 400, 3000))
            inner = self.random.choice(("[", "{a: ")) * deep + ("]" if self.random.random() < 0.5 else "") * deep
            lines[number : node(lines, number)] = [f"{found['indent']}{found['key']}: {inner}"]

    def many(self, lines):
        number = self.line(lines)
        if number is not None:
            found = lines[number : node(lines, number)]
            lines[number:number] = found * self.random.choice((10, 100, max(1, min(2000, 10_000 // len(found)))))

    def bytes(self, lines):
        text = bytearray("\n".join(lines).encode("utf-8", "surrogateescape"))
        for _ in range(self.random.choice((1, 1, 4))):
            place = self.random.randrange(len(text) + 1)
            kind = self.random.random()
            if kind < 0.3:
                text[place : place + 1] = bytes([self.random.randrange(256)])
            elif kind < 0.6:
                text[place:place] = self.random.choice(b"\n\t :-{}[]&*!|>'\"%@`#,?\r\0").to_bytes(1, "little")
            elif kind < 0.8:
                del text[place : place + self.random.choice((1, 3, 20))]
            elif kind < 0.9:
                del text[place:]
            else:
                text[:] = text.decode("utf-8", "replace").encode(
                    self.random.choice(("utf-16", "utf-16-be", "utf-8-sig", "latin-1", "utf-32")), "replace"
                )
        return bytes(text).decode("utf-8", "surrogateescape").split("\n")

    def document(self, lines):
        made = self.random.choice(hostile.DOCUMENTS)().split("\n")
        return self.random.choice((made, lines + ["---"] + made, made + ["---"] + lines, made + lines))

    # The tree

    def change_files(self, files):
        if not files:
            return
        path = self.random.choice(sorted(files))
        others = [other for other in sorted(files) if other != path] or [path]
        other = self.random.choice(others)
        kind = self.random.choice(
            ("delete", "swap", "copy", "empty", "outside", "directory", "rename", "refer", "refer", "refer")
            + (("pipe",) if self.has_pipes else ())
            + ("link", "loop")
        )
        if kind == "delete":
            del files[path]
        elif kind == "swap":
            files[path], files[other] = files[other], files[path]
        elif kind == "copy":
            files[path] = files[other]
        elif kind == "empty":
            files[path] = b""
        elif kind == "link":
            files[path] = Link(other.rsplit("/", 1)[-1])
        elif kind == "loop":
            files[path] = Link(path.rsplit("/", 1)[-1])
        elif kind == "outside":
            files[path] = Link(
                self.random.choice(
                    ("../" * path.count("/") + "../../victim/file", "/etc/passwd", "/nowhere")
                    + (("/", "..", ".") if self.has_wide_links else ())
                )
            )
        elif kind == "directory":
            files[f"{path}/kustomization.yaml"] = files.pop(path)
        elif kind == "rename":
            files[
                path.rsplit("/", 1)[0]
                + "/"
                + self.random.choice(("kustomization.yaml", "Kustomization", "a b", "é", "-x", "x\n.yaml", "‮.yaml"))
            ] = files.pop(path)
        elif kind == "pipe":
            files[path] = Pipe()
        else:
            self.refer(files)

    def refer(self, files):
        """Another entry in a list of a kustomization: a base of itself, a file of the tree, a path that is none."""
        found = [
            path for path in sorted(files) if path.endswith("kustomization.yaml") and isinstance(files[path], bytes)
        ]
        if not found:
            return
        path = self.random.choice(found)
        folder = path.count("/")
        entries = [
            ".",
            "..",
            "../",
            "./",
            "../" * folder + self.random.choice(sorted(files)),
            self.random.choice(hostile.PATHS),
            self.random.choice(sorted(files)).rsplit("/", 1)[-1],
            "../" * folder + (self.random.choice(sorted(files)).rsplit("/", 1) + [""])[0],
        ]
        field = self.random.choice(
            (
                "resources",
                "bases",
                "components",
                "patches",
                "patchesStrategicMerge",
                "generators",
                "transformers",
                "validators",
                "configurations",
                "crds",
                "replacements",
                "openapi",
                "configMapGenerator",
                "secretGenerator",
            )
        )
        entry = self.random.choice(entries)
        value = {
            "openapi": f"{{path: {entry}}}",
            "patches": f"[{{path: {entry}}}]",
            "replacements": f"[{{path: {entry}}}]",
            "configMapGenerator": f"[{{name: c, files: [{entry}], envs: [{entry}]}}]",
            "secretGenerator": f"[{{name: c, files: [{entry}], envs: [{entry}]}}]",
        }.get(field, f"[{entry}]")
        files[path] = files[path] + f"\n{field}: {value}\n".encode()

    # What lies in the output already

    def output(self, folder, victim):
        """A directory that is built into: an index that somebody edited, other things in the places of files."""
        digest = hashlib.sha256(victim).hexdigest()
        names = [
            "../../victim/file",
            "../victim/file",
            "../../../victim/file",
            "/etc/hostname",
            "manifest.yaml",
            "foreign.yaml",
            "a/../../x",
            "",
            "link/file",
            ".zonal",
            "kustomization.yaml",
            "\0",
            "x\ny",
            "..",
            "./manifest.yaml",
            "foreign.yaml/x",
            self.hostile(),
        ]
        heads = (
            "# zonal wrote these files; it removes or replaces no others",
            "# zonal was writing these files, and did not finish",
            "# written with --layout tree",
            "# written with --layout x --naming y --with-kustomization --bosh",
            "<<<<<<< HEAD",
            "",
        )
        lines = [self.random.choice(heads) for _ in range(self.random.choice((1, 1, 2)))]
        lines += [
            self.random.choice((digest, digest, "0" * 64, "x"))
            + self.random.choice(("  ", "  ", " "))
            + self.random.choice(names)
            for _ in range(self.random.randrange(5))
        ]
        files = {
            f"{folder}/.zonal": "\n".join(lines).encode() + b"\n",
            f"{folder}/foreign.yaml": victim,
            f"{folder}/link": Link("../../../victim"),
        }
        for name in self.random.sample(
            ("manifest.yaml", "kustomization.yaml", ".zonal", ".zonal.tmp", "notes.2024.tmp"), 2
        ):
            files[f"{folder}/{name}"] = self.random.choice(
                (victim, Link("../../../victim/file"), Link(name), Link("/nowhere"), Link("../../../victim"))
            )
        return files
