"""A page of the manual for each command, written from what the program says of itself (`--experimental-dump-help`)."""
import itertools
import json
import time

# What each page ends with, where a reader of manuals looks for it.
EXIT_STATUS = (
    ("0", "Done; nothing differs."),
    ("1", "Something differs, was found, or is disruptive."),
    ("2", "The input or the command line is wrong."),
    ("3", "A file or another program is missing, or refused something."),
)

ESCAPES = str.maketrans({"\\": "\\e", "-": "\\-", "'": "\\(aq", "`": "\\(ga", "^": "\\(ha", "~": "\\(ti"})


def pages(release):
    """All pages by their names."""
    root = json.loads(release.ask("--experimental-dump-help"))["command"]
    made = {"-".join(path): page(path, command, release) for path, command in commands(root)}
    made["zonal-review"] = script_page("zonal-review", release.review, release)
    return {f"{name}.1": content.encode() for name, content in made.items()}


def commands(command, above=()):
    """A command and those below it, each with the words that call it."""
    path = (*above, command["commandName"])
    yield path, command
    for below in shown(command.get("subcommands")):
        if below["commandName"] != "help":
            yield from commands(below, path)


def shown(items):
    return [item for item in items or () if item["shouldDisplay"]]


def page(path, command, release):
    arguments, subcommands = shown(command.get("arguments")), list(commands(command, path[:-1]))[1:]
    sections = [
        ("NAME", [f"{text('-'.join(path))} \\- {text(command['abstract'].rstrip('.'))}"]),
        ("SYNOPSIS", synopsis(path, arguments, subcommands)),
        ("DESCRIPTION", paragraphs(command.get("discussion") or command["abstract"])),
        ("COMMANDS", entries((bold(" ".join(below)), known["abstract"]) for below, known in subcommands)),
        ("ARGUMENTS", entries((italic(argument["valueName"]), argument.get("abstract", ""))
                              for argument in arguments if argument["kind"] == "positional")),
        ("OPTIONS", entries((", ".join(map(flag, same)), said(same[0])) for same in options(arguments))),
        ("EXIT STATUS", entries((bold(code), meaning) for code, meaning in EXIT_STATUS)),
        ("SEE ALSO", see_also(path, subcommands)),
    ]
    return written("-".join(path), sections, release)


def script_page(name, script, release):
    """The page of a script, which says what it does in the comment that it begins with."""
    comment = itertools.takewhile(lambda line: line.startswith("#"), script.splitlines()[1:])
    blocks = "\n".join(line[2:] for line in comment).split("\n\n")
    description = []
    for block in blocks:
        lines = [text(line.strip()) for line in block.splitlines()]
        description += [".PP", *([".nf", *lines, ".fi"] if block.startswith(" ") else lines)]
    summary = " ".join(blocks[0].split()).split(":")[0]
    sections = [("NAME", [f"{text(name)} \\- {text(summary[0].lower() + summary[1:])}"]),
                ("DESCRIPTION", description[1:]), ("SEE ALSO", [f"{bold('zonal')}(1)"])]
    return written(name, sections, release)


def written(name, sections, release):
    date = time.strftime("%Y-%m-%d", time.gmtime(release.epoch))
    lines = [f'.TH {text(name.upper())} 1 {date} "zonal {release.version}"', ".nh", ".ad l"]
    for title, content in sections:
        if content:
            lines += [f".SH {title}", *content]
    return "\n".join(lines) + "\n"


def synopsis(path, arguments, subcommands):
    words = [bold(" ".join(path))]
    if subcommands:
        words.append(italic("command"))
    if any(argument["kind"] != "positional" for argument in arguments):
        words.append("[" + italic("options") + "]")
    for argument in arguments:
        if argument["kind"] == "positional":
            word = italic(argument["valueName"]) + (" ..." if argument["isRepeating"] else "")
            words.append(f"[{word}]" if argument["isOptional"] else word)
    return [" ".join(words)]


def options(arguments):
    """What is not an argument by its place; a switch and its opposite are one entry."""
    named = [argument for argument in arguments if argument["kind"] != "positional"]
    return [list(same) for _, same in itertools.groupby(
        named, key=lambda argument: (argument["kind"], argument.get("abstract") or argument["valueName"]))]


def flag(argument):
    """`-o`, `--output` output"""
    names = [bold(("-" if name["kind"] == "short" else "--") + name["name"]) for name in argument["names"]]
    return ", ".join(names) + (" " + italic(argument["valueName"]) if argument["kind"] == "option" else "")


def said(argument):
    """The help of an option, with the values that it takes where the help does not name them."""
    help_text = argument.get("abstract", "")
    unsaid = [value for value in argument.get("allValues", ()) if value not in help_text]
    values = f" Values: {', '.join(argument['allValues'])}." if unsaid else ""
    default = f" Default: {argument['defaultValue']}." if argument.get("defaultValue") else ""
    return help_text + values + default


def see_also(path, subcommands):
    """Those below, and those beside it through the one above."""
    others = ["-".join(below) for below, _ in subcommands] or ["-".join(path[:-1])]
    return [", ".join(f"{bold(other)}(1)" for other in others if other)]


def entries(pairs):
    lines = []
    for term, meaning in pairs:
        first, *rest = paragraphs(meaning) or [""]
        lines += [".TP", term, first, *(line if line != ".PP" else ".IP" for line in rest)]
    return lines


def paragraphs(words):
    """A line break begins a paragraph."""
    lines = []
    for line in filter(None, (line.strip() for line in words.splitlines())):
        lines += [".PP", text(line)]
    return lines[1:]


def bold(words):
    return f"\\fB{text(words)}\\fR"


def italic(words):
    return f"\\fI{text(words)}\\fR"


def text(words):
    """As roff takes it for what it is: hyphens that can be copied, and no requests at the beginning of a line."""
    return ("\\&" if words[:1] == "." else "") + words.translate(ESCAPES)
