"""What was found: made smaller, and kept with what shows it again."""

import os
import shutil
import time

import program


def keep(folder, trial, problem, seconds, attempt, again):
    """Writes a trial that failed below `folder`, with as little in it as `seconds` allow."""
    trees = smaller(trial, problem, seconds, attempt)
    shutil.rmtree(folder, ignore_errors=True)
    os.makedirs(folder)
    for name, files in trees.items():
        for path, content in files.items():
            program.lay(f"{folder}/{name}/{path}", content)
    run = problem.run
    with open(f"{folder}/command", "w") as file:
        file.write(" ".join(["zonal", *trial.arguments]) + "\n")
    with open(f"{folder}/problem", "w") as file:
        file.write(f"{problem.kind} in {trial.case.name}: {again}\n{problem.ran}\n")
        if run:
            file.write(f"zonal {' '.join(run.arguments)}\nexit code {run.code}, signal {run.signal}, ")
            file.write(f"{run.cpu:.1f} s, {run.memory >> 20} MB\n{run.messages()[:5000]}\n")


def smaller(trial, problem, seconds, attempt):
    end = time.monotonic() + seconds
    files = trial.trees["tree"]

    def still(tried):
        if time.monotonic() > end:
            return False
        found = attempt(trial.with_tree(tried))
        return found is not None and found.kind == problem.kind

    for path in sorted(files):
        rest = {other: content for other, content in files.items() if other != path}
        if rest and still(rest):
            files = rest
    for path in sorted(files):
        if isinstance(files[path], bytes):
            content = fewer_lines(files[path], lambda content: still({**files, path: content}))
            files = {**files, path: content}
    return {**trial.trees, "tree": files}


def fewer_lines(content, still):
    """Leaves out halves, quarters and so on of the lines, as long as what is left will do."""
    lines = content.split(b"\n")
    size = max(1, len(lines) // 2)
    while size:
        place = 0
        while place < len(lines):
            fewer = lines[:place] + lines[place + size :]
            if still(b"\n".join(fewer)):
                lines = fewer
            else:
                place += size
        size //= 2
    return b"\n".join(lines)
