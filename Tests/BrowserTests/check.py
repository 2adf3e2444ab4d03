#!/usr/bin/env python3
"""Opens what zonal graph and report write in a browser: nothing sticks out of its box, all of it can be read, and it does what it says.

    check.py --binary PATH [--screenshots DIRECTORY]
"""

import argparse
import os
import subprocess
import sys
import tempfile

sys.path.insert(0, os.path.dirname(__file__))
import reports  # noqa: E402
import trees  # noqa: E402
from browser import Browser  # noqa: E402

LOOKS = open(os.path.join(os.path.dirname(__file__), "looks.js")).read()
SCHEMES = ["light", "dark"]


class Check:
    def __init__(self, binary, directory, screenshots):
        self.binary, self.directory, self.screenshots = os.path.abspath(binary), directory, screenshots
        self.browser = Browser()
        self.count = 0

    def draw(self, name, *sides):
        path = f"{self.directory}/{name}"
        subprocess.run([self.binary, "graph", *sides, "-o", path], check=True)
        return path

    def expect(self, is_so, what):
        self.count += 1
        if not is_so:
            raise AssertionError(what)

    def shoot(self, name):
        if self.screenshots:
            os.makedirs(self.screenshots, exist_ok=True)
            self.browser.screenshot(f"{self.screenshots}/{name}.png")

    def looks(self, path, *, least, width=1400, prepare=None):
        """Both schemes: no text sticks out, each has enough contrast, and the page is quiet."""
        for scheme in SCHEMES:
            self.browser.open(path, scheme, width)
            if prepare:
                prepare()
            found = self.browser.run(LOOKS)
            name = f"{os.path.basename(path)} {scheme} {width}"
            self.shoot(name.replace(" ", "-"))
            self.expect(not found["count"], f"{name}: " + "\n  ".join(found["problems"]))
            self.expect(found["texts"] >= least, f"{name}: only {found['texts']} texts")
            self.quiet(name)

    def quiet(self, name):
        complaints = self.browser.complaints()
        self.expect(not complaints, f"{name}: " + "\n  ".join(complaints))

    def state(self):
        """What a reader reads off the page."""
        return self.browser.run("""(() => {
          const texts = (selector) => [...document.querySelectorAll(selector)].map((e) => e.textContent);
          return {status: texts(".zg-status p"), lost: texts(".zg-group.is-lost .zg-name"),
            away: document.querySelectorAll('[aria-pressed="true"]').length,
            groups: [...document.querySelectorAll(".zg-group")].filter((e) => !e.hidden).map((e) => e.querySelector(".zg-name").textContent),
            focus: document.activeElement.getAttribute("aria-label") || document.activeElement.className,
            quorum: Object.fromEntries([...document.querySelectorAll(".zg-group")].map((e) => [e.querySelector(".zg-name").textContent, e.querySelector(".zg-quorum").textContent])),
            promise: Object.fromEntries([...document.querySelectorAll(".zg-group")].map((e) => [e.querySelector(".zg-name").textContent, e.querySelector(".zg-promise").textContent])),
            drains: Object.fromEntries([...document.querySelectorAll(".zg-drains tbody tr")].map((e) => [e.children[0].textContent, e.children[2].textContent])),
            down: texts(".zg-pod.is-down").length, steps: document.querySelectorAll(".zg-pod.is-step").length};
        })()""")

    def zone(self, name):
        self.browser.click(f'[aria-label="zone {name}"]')

    # MARK: What is tried

    def small(self, path):
        self.browser.open(path)
        state = self.state()
        self.expect(state["groups"] == ["etcd", "ingester", "kafka", "nats", "router"], state["groups"])
        self.expect(state["lost"] == [] and state["down"] == 0, state)
        self.expect(state["drains"]["node 1 of z1"] == "✗ blocked", state["drains"])
        self.expect(state["drains"]["node 2 of z1"] == "at once", state["drains"])
        self.zone("z1")
        state = self.state()
        self.expect(state["lost"] == [] and state["down"] == 7, state)
        self.expect(state["quorum"]["nats"].startswith("✓ 4 of 6 left, 4 must stay; not without z2 or z3"), state)
        self.expect(state["promise"]["nats"] == "✓ survives 1 zone, Majority", state["promise"])
        self.expect(state["drains"]["node 1 of z1"] == "away", state["drains"])
        self.expect(state["drains"]["node 1 of z3"] == "✗ blocked", "a zone is gone, so no budget lets more go")
        self.zone("z2")
        state = self.state()
        self.expect(state["lost"] == ["ingester", "kafka", "nats"], state["lost"])
        self.expect(state["promise"]["nats"].startswith("more is gone than the promised"), state["promise"])
        self.expect(any("✗ 3 groups without a quorum: ingester, kafka, nats." == line for line in state["status"]), state)
        self.expect(any("without an endpoint" in line and "kafka" in line for line in state["status"]), state)
        self.shoot("two-zones-away")
        self.zone("z1")
        self.zone("z2")
        self.expect(self.state()["away"] == 0, "zones come back")
        self.browser.click('[aria-label="node 1 of z1"]')
        self.expect(self.state()["down"] == 4, self.state())
        self.browser.click(".zg-reset")
        self.browser.click('[aria-label^="kafka-z0-0,"]')
        self.browser.click('[aria-label^="kafka-z1-0,"]')
        state = self.state()
        self.expect(state["lost"] == ["kafka"] and state["away"] == 2, state)
        self.browser.click(".zg-reset")
        self.expect(self.state()["away"] == 0, "everything comes back")
        self.marks()
        self.scheme()
        self.quiet("clicks")

    def marks(self):
        self.browser.click(".zg-side .zg-line")
        count = self.browser.run("document.querySelectorAll('.zg-pod.is-marked').length")
        self.expect(count == 3, f"the Service etcd marks {count} pods")
        self.browser.click(".zg-many summary")
        lines = self.browser.run(
            "new Promise((r) => setTimeout(() => r(document.querySelectorAll('.zg-many[open] .zg-line').length), 100))")
        self.expect(lines == 3, f"{lines} Services of one pod")
        self.browser.click(".zg-side .zg-line")

    def scheme(self):
        colour = "getComputedStyle(document.body).backgroundColor"
        before = self.browser.run(colour)
        self.browser.click(".zg-scheme")
        self.expect(self.browser.run(colour) != before, "the scheme changes")
        self.browser.click(".zg-scheme")
        self.expect(self.browser.run(colour) == before, "and changes back")

    def keyboard(self, path):
        self.browser.open(path)
        self.browser.press("/", "/")
        self.expect("zg-search" in self.state()["focus"], "/ searches")
        self.browser.type("kafka-z1-0")
        self.expect(self.state()["groups"] == ["kafka"], self.state()["groups"])
        self.browser.press("Escape")
        self.expect(len(self.state()["groups"]) == 5, "Escape ends the search")
        seen = []
        while "zone z1" not in seen and len(seen) < 20:
            self.browser.press("Tab")
            seen.append(self.state()["focus"])
        self.browser.press("Enter")
        self.expect(self.state()["down"] == 7, f"Enter takes a zone away: {seen}")
        self.browser.press(" ")
        self.expect(self.state()["down"] == 0, "Space puts it back")
        while not self.state()["focus"].startswith("etcd-z0-0") and len(seen) < 60:
            self.browser.press("Tab")
            seen.append(self.state()["focus"])
        for key, pod in [("ArrowRight", "etcd-z1-0"), ("ArrowDown", "ingester-z1-0"), ("ArrowLeft", "ingester-z0-2"),
                         ("ArrowUp", "etcd-z0-0")]:
            self.browser.press(key)
            self.expect(self.state()["focus"].startswith(pod), f"{key} goes to {self.state()['focus']}")
        self.browser.press("Enter")
        self.expect(self.state()["down"] == 1, "Enter takes a pod away")
        self.quiet("keys")

    def large(self, path):
        self.browser.open(path)
        self.expect(len(self.state()["groups"]) == 60, "60 groups")
        for zone in ["z1", "z2", "z3"]:
            self.zone(zone)
        state = self.state()
        # Three of six zones leave half of the pods, which is no majority; with any instance left some are content.
        expected = {name for name in state["groups"] if self.kind(name) in [0, 2, 3]}
        self.expect(set(state["lost"]) == expected, set(state["lost"]) ^ expected)
        self.browser.press("/", "/")
        self.browser.type("vault")
        self.expect(self.state()["groups"] == ["vault", "vault-x1", "vault-x2"], self.state()["groups"])
        self.shoot("search")
        self.quiet("60 groups")

    @staticmethod
    def kind(name):
        plain, _, number = name.partition("-x")
        return (trees.NAMES.index(plain) + len(trees.NAMES) * int(number or 0)) % 5

    def rollout(self, path):
        self.browser.open(path)
        steps = self.browser.run("document.querySelector('.zg-step').textContent")
        total = int(steps.split()[2])
        self.expect(total > 2, steps)
        self.browser.click(".zg-buttons button:first-child")
        self.expect("Before" in self.browser.run("document.querySelector('.zg-step').textContent"), "before")
        state = self.state()
        empty = [name for name, words in state["quorum"].items() if words == "no pods"]
        self.expect(empty and not set(empty) & set(state["lost"]), "a group that is still to come has lost nothing")
        seen = []
        for number in range(total):
            self.browser.click(".zg-buttons button:nth-child(3)")
            state = self.state()
            text = self.browser.run("document.querySelector('.zg-step').textContent")
            self.expect(text.startswith(f"Step {number + 1} of {total}") and state["steps"] > 0, text)
            if number == 0:
                self.shoot("step")
            seen.append(text)
        self.expect(any("restarting: nats-z2-1" in text or "nats-z0-1" in text for text in seen), seen)
        self.expect(any("removed: router-1, router-0" in text for text in seen), seen)
        self.expect(any("added: diego-cell-z0-0" in text and ", etcd-z0-1" in text for text in seen), seen)
        self.browser.click(".zg-buttons button:nth-child(4)")
        self.expect(self.state()["steps"] == 0, "after")
        self.quiet("steps")

    def budgets(self, path):
        self.browser.open(path)
        drains = self.state()["drains"]
        self.expect(drains == {"node 1 of a": "in turns", "node 1 of b": "in turns", "node 1 of c": "✗ blocked",
                               "node 1 of d": "in turns"}, drains)
        why = self.browser.run("[...document.querySelectorAll('.zg-drains tbody tr')].map((e) => e.children[3].textContent)")
        self.expect(why[2] == "doubled-0 is under two budgets, so that it can't be evicted", why)
        self.expect(why[3] == "of 3 pods the budget shared lets 2 go at a time", why)
        self.browser.click('[aria-label^="zoned-b-1,"]')
        drains = self.state()["drains"]
        self.expect(drains["node 1 of a"] == "✗ blocked", "a pod of another zone is away")
        self.expect(drains["node 1 of b"] == "✗ blocked", "one pod of the zone is away already")
        self.browser.click(".zg-reset")
        for pod in ["shared-0", "shared-1"]:
            self.browser.click(f'[aria-label^="{pod},"]')
        self.expect(any("All Services keep" in line for line in self.state()["status"]), "the leader may be the third pod")
        self.browser.click('[aria-label^="shared-2,"]')
        state = self.state()
        self.expect(any("✗ 1 Service without an endpoint: leader." == line for line in state["status"]), state["status"])
        self.expect(state["lost"] == ["shared"], state["lost"])
        self.quiet("budgets")

    def broken_promise(self, path):
        self.browser.open(path)
        self.zone("z2")
        self.expect(self.state()["promise"]["nats"] == "✓ survives 1 zone, Majority", self.state()["promise"])
        self.zone("z2")
        self.zone("z1")
        state = self.state()
        self.expect(state["promise"]["nats"] == "✗ does not survive 1 zone, Majority", state["promise"])
        self.expect("✗ Promises of survive that are broken: nats." in state["status"], state["status"])
        self.quiet("a broken promise")

    def harmless(self, path):
        self.browser.open(path)
        self.expect(self.browser.run("window.hit === undefined"), "no name becomes a script")
        self.expect(self.browser.run("document.querySelectorAll('img').length") == 0, "no name becomes an element")
        self.expect("<U+202E>abc" in self.state()["groups"], self.state()["groups"])
        self.quiet("hostile names")

    def run(self):
        few, many = trees.tree(f"{self.directory}/few", 3, 5), trees.tree(f"{self.directory}/many", 6, 60)
        sides, hostile = trees.change(self.directory), trees.hostile(f"{self.directory}/hostile.yaml")
        for name, of, least in [("few", [few], 80), ("many", [many], 700), ("change", sides, 80), ("hostile", [hostile], 60)]:
            self.looks(self.draw(f"{name}.html", *of), least=least)
            self.looks(self.draw(f"{name}.svg", *of), least=least // 2)
        unfold = lambda: self.browser.run("document.querySelectorAll('details').forEach((e) => { e.open = true; })")
        self.looks(f"{self.directory}/few.html", least=80, width=700, prepare=unfold)
        self.looks(f"{self.directory}/many.html", least=700, width=1000)
        two_away = lambda: self.browser.run(
            "['z1', 'z2'].forEach((z) => document.querySelector(`[aria-label='zone ${z}']`).click())")
        self.looks(f"{self.directory}/few.html", least=80, prepare=two_away)
        size = os.path.getsize(f"{self.directory}/many.svg")
        self.expect(size < 400_000, f"the picture of 60 groups has {size} bytes")
        self.small(f"{self.directory}/few.html")
        self.keyboard(f"{self.directory}/few.html")
        self.large(f"{self.directory}/many.html")
        self.rollout(f"{self.directory}/change.html")
        self.budgets(self.draw("budgets.html", trees.budgets(f"{self.directory}/budgets.yaml")))
        self.broken_promise(self.draw("broken.html", trees.broken_promise(f"{self.directory}/broken")))
        self.harmless(f"{self.directory}/hostile.html")
        reports.run(self)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--binary", required=True)
    parser.add_argument("--screenshots")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as directory:
        check = Check(arguments.binary, directory, arguments.screenshots)
        try:
            check.run()
        except AssertionError as error:
            print(f"browser: {error}", file=sys.stderr)
            return 1
        finally:
            check.browser.close()
    print(f"browser: {check.count} expectations of pages and pictures hold")
    return 0


if __name__ == "__main__":
    sys.exit(main())
