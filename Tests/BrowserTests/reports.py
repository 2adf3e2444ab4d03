"""What zonal report writes, looked at and used in the browser of a check."""

import os
import subprocess

import trees

SHOWN = """[...document.querySelectorAll("[data-kinds]")].filter((e) => !e.hidden)"""


def write(check, name, old, new):
    path = f"{check.directory}/{name}"
    subprocess.run([check.binary, "report", old, new, "-o", path], check=True)
    return path


def choose(check, name, value):
    check.browser.run(f"""(() => {{
      const select = document.querySelector('#filters [name="{name}"]');
      select.value = "{value}";
      select.dispatchEvent(new Event("input", {{ bubbles: true }}));
    }})()""")


def run(check):
    old, new = trees.change(check.directory)
    path = write(check, "report.html", old, new)
    unfold = lambda: check.browser.run("document.querySelectorAll('details').forEach((e) => { e.open = true; })")
    check.looks(path, least=100)
    check.looks(path, least=150, width=800, prepare=unfold)
    filters(check, path)
    keyboard(check, path)
    check.looks(write(check, "hostile-report.html", "/dev/null", trees.hostile(f"{check.directory}/harm.yaml")), least=60,
                prepare=unfold)
    check.expect(check.browser.run("window.hit === undefined && document.querySelectorAll('img').length === 0"),
                 "no name becomes a script or an element")
    check.looks(write(check, "nothing.html", old, old), least=5)
    check.expect(check.browser.run("document.getElementById('filters').hidden"), "nothing to choose from")


def filters(check, path):
    check.browser.open(path)
    every = check.browser.run(f"{SHOWN}.length")
    choose(check, "zones", "z1")
    zones = check.browser.run(f"{SHOWN}.map((e) => e.dataset.zones ?? '')")
    check.expect(zones and len(zones) < every and all("z1" in zone.split(",") for zone in zones), zones)
    count = check.browser.run("document.querySelector('#filters output').value")
    check.expect(count == f"{len(zones)} of {every} shown", count)
    choose(check, "zones", "")
    choose(check, "kinds", "StatefulSet")
    kinds = check.browser.run(f"{SHOWN}.map((e) => e.dataset.kinds)")
    check.expect(kinds and all("StatefulSet" in kind.split(",") for kind in kinds), kinds)
    choose(check, "kinds", "")
    check.expect(check.browser.run(f"{SHOWN}.length") == every, "all of it is shown again")
    check.shoot("report-filtered")
    check.quiet("filters")


def keyboard(check, path):
    check.browser.open(path)
    check.browser.run("document.querySelector('#filters [name=words]').focus()")
    check.browser.type("registry/nats")
    shown = check.browser.run(f"{SHOWN}.map((e) => e.textContent).join()")
    check.expect("nats" in shown and "router" not in shown, shown[:200])
    check.browser.run("document.querySelector('#filters [name=words]').value = ''")
    check.browser.press("Tab")
    check.browser.press("Enter")
    closed = check.browser.run("document.querySelectorAll('details.change:not([open])').length")
    check.expect(closed == 0, f"{closed} objects are folded after Unfold all")
    # The picture of a report works as it does alone, and says nothing twice.
    check.zone("z1")
    check.expect(check.state()["down"] > 0, "a zone is taken away")
    check.expect(check.browser.run("document.querySelector('.zg-entries') === null"), "the plan is told once")
    check.quiet("keys of a report")
