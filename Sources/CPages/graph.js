"use strict";
// Search, keys and buttons of the page.

for (const root of document.querySelectorAll(".zg")) {
  const data = JSON.parse(root.querySelector("script").textContent);
  const state = zonalGraphState(data);
  zonalGraphControls(root, data, state, zonalGraphPage(root, data, state));
}

function zonalGraphControls(root, data, state, update) {
  const { counted, say } = zonalText;
  const { columns, pods, allNodes } = state;

  function search(text) {
    const word = text.trim().toLowerCase();
    let count = 0;
    for (const group of data.groups) {
      const isFound = !word || group.row.words.some((other) => other.toLowerCase().includes(word));
      group.row.hidden = !isFound;
      if (isFound) count += 1;
    }
    say(root.querySelector(".zg-found"), word ? count + " of " + counted(data.groups.length, "group") : "");
    rove();
  }

  // One stop for the tabulator, arrows for the rest: there may be a thousand pods.
  function visible() {
    return data.groups.filter((group) => !group.row.hidden && group.pods.length).map((group) => group.pods);
  }
  function rove(pod) {
    for (const other of pods) other.button.tabIndex = -1;
    const stop = pod || (visible()[0] || [])[0];
    if (stop) stop.button.tabIndex = 0;
  }
  function move(event) {
    const pod = pods.find((other) => other.button === event.target);
    const rows = visible();
    const row = pod ? rows.findIndex((own) => own.includes(pod)) : -1;
    if (row < 0) return;
    const place = rows[row].indexOf(pod);
    const targets = {
      ArrowRight: () => rows[row][place + 1], ArrowLeft: () => rows[row][place - 1],
      Home: () => rows[row][0], End: () => rows[row][rows[row].length - 1],
      ArrowDown: () => rows[row + 1] && (rows[row + 1].find((other) => other.set.column === pod.set.column) || rows[row + 1][0]),
      ArrowUp: () => rows[row - 1] && (rows[row - 1].find((other) => other.set.column === pod.set.column) || rows[row - 1][0]),
    };
    const target = targets[event.key] && targets[event.key]();
    if (!target) return;
    event.preventDefault();
    rove(target);
    target.button.focus();
  }

  root.querySelector(".zg-table").addEventListener("keydown", move);
  root.querySelector(".zg-table").addEventListener("focusin", (event) => {
    const pod = pods.find((other) => other.button === event.target);
    if (pod) rove(pod);
  });
  const field = root.querySelector(".zg-search");
  field.addEventListener("input", () => search(field.value));
  field.addEventListener("keydown", (event) => {
    if (event.key === "Escape") { field.value = ""; search(""); }
  });
  root.querySelector(".zg-reset").addEventListener("click", () => {
    for (const object of [...columns, ...allNodes, ...pods]) object.isAway = false;
    update();
  });
  const scheme = root.querySelector(".zg-scheme");
  scheme.addEventListener("click", () => {
    const isDark = getComputedStyle(document.documentElement).colorScheme.trim() === "dark";
    document.documentElement.dataset.scheme = isDark ? "light" : "dark";
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "/" || event.target.closest("input, textarea")) return;
    event.preventDefault();
    field.focus();
  });
  search("");
  update();
}
