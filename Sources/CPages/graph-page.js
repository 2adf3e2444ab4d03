"use strict";
// Draws the graph and keeps it up to date with what is left.

function zonalGraphPage(root, data, state) {
  const { counted, make, say } = zonalText;
  const { columns, pods, allNodes, steps, exists, isGone, isUp, isMute, allowance, drain, judge, eventOf } = state;
  const status = root.querySelector(".zg-status");
  const folded = data.groups.length > 12;
  const updates = [];
  if (folded) root.classList.add("is-folded");
  const press = (button, isOn) => button.setAttribute("aria-pressed", isOn ? "true" : "false");

  function toggle(object) {
    return () => { object.isAway = !object.isAway; update(); };
  }

  function drawHead() {
    const head = make("tr", null, make("th", { scope: "col" }, "group"));
    for (const column of columns) {
      const cell = make("th", { scope: "col" });
      if (column.isOutside) {
        cell.append(make("span", { class: "zg-zone" }, column.name));
      } else {
        const zone = make("button", { type: "button", class: "zg-zone", "aria-pressed": "false", "aria-label": "zone " + column.name, onclick: toggle(column) }, column.name);
        updates.push(() => press(zone, column.isAway));
        cell.append(zone);
      }
      cell.append(make("div", { class: "zg-nodes" }, folded && column.nodes.length ? "nodes" : null, column.nodes.map((node) => drawNode(node))));
      head.append(cell);
    }
    head.append(make("th", { scope: "col" }, "Services and budgets"));
    return head;
  }

  const titleOf = (node) => "node " + node.number + (node.column.isOutside ? "" : " of " + node.column.name);

  function drawNode(node) {
    const button = make("button", { type: "button", class: "zg-node", "aria-pressed": "false", "aria-label": titleOf(node), onclick: toggle(node) }, folded ? node.number : "node " + node.number);
    updates.push(() => press(button, node.isAway));
    return button;
  }

  function drawPod(pod) {
    const label = pod.name + ", " + titleOf(pod.place) + (pod.change ? ", " + pod.change : "");
    const button = make("button", { type: "button", class: "zg-pod" + (pod.change ? " is-" + pod.change : ""), "aria-pressed": "false", "aria-label": label, title: label, tabindex: "-1", onclick: toggle(pod) }, pod.ordinal);
    pod.button = button;
    updates.push(() => {
      press(button, pod.isAway);
      button.classList.toggle("is-down", !exists(pod) || isGone(pod));
      button.classList.toggle("is-step", eventOf(pod) !== undefined);
    });
    return button;
  }

  function drawGroup(group) {
    const quorum = make("div", { class: "zg-quorum" });
    const promise = make("div", { class: "zg-promise" });
    const row = make("tr", { class: "zg-group" }, make("th", { scope: "row" },
      make("div", { class: "zg-name" }, group.name, group.change ? make("span", { class: "zg-change is-" + group.change }, group.change) : null),
      make("div", { class: "zg-namespace" }, group.namespace), quorum, promise));
    for (const column of columns) {
      const own = group.sets.filter((set) => set.column === column);
      row.append(make("td", { class: "zg-cell" }, own.map((set) =>
        make("div", { class: "zg-set" + (set.change ? " is-" + set.change : ""), title: set.kind + " " + set.name },
          make("div", { class: "zg-setname" }, set.name),
          make("div", { class: "zg-pods" }, set.pods.map(drawPod), set.pods.length ? null : "no pods")))));
    }
    row.append(drawSide(group));
    group.row = row;
    row.words = [group.name, group.namespace, ...group.sets.map((set) => set.name), ...group.pods.map((pod) => pod.name)];
    for (const service of data.services) if (service.groups.includes(group)) row.words.push(service.name);
    for (const budget of data.budgets) if (budget.pods.some((pod) => pod.set.group === group)) row.words.push(budget.name);
    updates.push(() => {
      const result = judge(group);
      group.result = result;
      row.classList.toggle("is-lost", !result.isKept);
      if (!result.total) return say(quorum, "no pods");
      say(quorum, (result.isKept ? "✓ " : "✗ quorum lost: ") + result.left + " of " + result.total + " left, " + group.needed + " must stay"
        + (result.isKept && result.critical.length && columns.length > 1 ? "; not without " + result.critical.join(" or ") : ""));
      if (!group.promise) return;
      const words = { kept: "✓ survives ", broken: "✗ does not survive ", beyond: "more is gone than the promised " };
      say(promise, words[result.promise] + counted(group.promise.zones, "zone") + ", " + group.promise.quorum);
      promise.classList.toggle("is-broken", result.promise === "broken");
    });
    return row;
  }

  // Pointed at, it marks its pods; pressed, it keeps them marked.
  let pinned = null;
  function mark(object) {
    for (const pod of pods) pod.button.classList.remove("is-marked");
    for (const pod of (object || pinned || { pods: [] }).pods) pod.button.classList.add("is-marked");
  }
  function drawLine(object, describe) {
    const words = make("span", { class: "zg-state" });
    const line = make("button", { type: "button", class: "zg-line", "aria-pressed": "false" },
      make("span", { class: "zg-linename" }, object.name), object.change ? make("span", { class: "zg-change is-" + object.change }, object.change) : null, " ", words);
    line.addEventListener("click", () => {
      pinned = pinned === object ? null : object;
      for (const other of root.querySelectorAll(".zg-line")) press(other, false);
      press(line, pinned === object);
      mark(null);
    });
    line.addEventListener("mouseenter", () => mark(object));
    line.addEventListener("focus", () => mark(object));
    line.addEventListener("mouseleave", () => mark(null));
    line.addEventListener("blur", () => mark(null));
    const refresh = () => {
      const [text, isWrong] = describe(object);
      say(words, text);
      line.classList.toggle("is-lost", isWrong);
    };
    updates.push(refresh);
    refresh();
    return line;
  }

  function describeService(service) {
    const words = service.headless ? ["headless"] : service.type === "ClusterIP" ? [] : [service.type];
    if (service.governing) words.push("names its pods");
    if (service.some) words.push("those that the program marks");
    if (service.change === "removed") return [words.join(", "), false];
    const left = service.pods.filter(isUp).length;
    words.push(!service.pods.length ? "selects none of these pods" : left ? counted(left, "endpoint") : "✗ no endpoint");
    return [words.join(", "), isMute(service)];
  }

  function describeBudget(budget) {
    const words = [];
    if (budget.maxUnavailable !== undefined) words.push("maxUnavailable " + budget.maxUnavailable);
    if (budget.minAvailable !== undefined) words.push("minAvailable " + budget.minAvailable);
    if (budget.zoneAware) return ["budget, " + words.concat("in one zone at a time").join(", "), false];
    const allowed = allowance(budget, null);
    if (budget.pods.length) words.push(allowed ? counted(allowed, "pod") + " may go" : "✗ no pod may go");
    return ["budget, " + words.join(", "), !!budget.pods.length && !allowed];
  }

  // Services of which there are many are drawn when somebody wants to see them.
  function drawMany(services, what) {
    const title = make("summary");
    const list = make("details", { class: "zg-many" }, title);
    list.addEventListener("toggle", () => {
      if (list.open && list.children.length === 1) list.append(...services.map((service) => drawLine(service, describeService)));
    });
    updates.push(() => {
      const lost = services.filter(isMute).length;
      const isWrong = lost > 0 && what !== "pod";
      say(title, services.length + " of one " + what + (services.length > 1 ? " each" : "") + ": " + (lost ? (isWrong ? "✗ " : "") + lost + " without an endpoint" : "all with an endpoint"));
      list.classList.toggle("is-lost", isWrong);
    });
    return list;
  }

  function drawSide(group) {
    const own = data.services.filter((service) => service.groups.length === 1 && service.groups[0] === group);
    const budgets = data.budgets.filter((budget) => budget.pods.some((pod) => pod.set.group === group));
    const of = (role) => own.filter((service) => service.role === role);
    function fill(place) {
      place.append(...of("group").map((service) => drawLine(service, describeService)));
      if (of("zone").length) place.append(drawMany(of("zone"), "zone"));
      if (of("instance").length) place.append(drawMany(of("instance"), "pod"));
      place.append(...budgets.map((budget) => drawLine(budget, describeBudget)));
    }
    const cell = make("td", { class: "zg-side" });
    if (!folded) fill(cell);
    else if (own.length + budgets.length) cell.append(drawFold(own, budgets, fill));
    return cell;
  }

  // All of a group in one line, as long as nobody wants to see more.
  function drawFold(own, budgets, fill) {
    const title = make("summary");
    const fold = make("details", { class: "zg-many" }, title);
    fold.addEventListener("toggle", () => {
      if (fold.open && fold.children.length === 1) { fill(fold); update(); }
    });
    updates.push(() => {
      const lost = own.filter((service) => service.role !== "instance" && isMute(service)).length;
      const stuck = budgets.filter((budget) => describeBudget(budget)[1]).length;
      say(title, counted(own.length, "Service") + (lost ? ", ✗ " + lost + " without an endpoint" : "")
        + (budgets.length ? "; " + counted(budgets.length, "budget") + (stuck ? ", ✗ no pod may go" : "") : ""));
      fold.classList.toggle("is-lost", lost + stuck > 0);
    });
    return fold;
  }

  function drawOthers() {
    const place = root.querySelector(".zg-others");
    for (const [title, services] of [
      ["Services of several groups", data.services.filter((service) => service.groups.length > 1)],
      ["Services that go", data.services.filter((service) => service.change === "removed")],
      ["Services that select none of these pods", data.services.filter((service) => !service.groups.length && service.change !== "removed")],
    ]) {
      if (services.length) place.append(make("h2", null, title), ...services.map((service) => drawLine(service, describeService)));
    }
    const gone = data.budgets.filter((budget) => budget.change === "removed");
    if (gone.length) place.append(make("h2", null, "Budgets that go"), ...gone.map((budget) => drawLine(budget, describeBudget)));
    const idle = data.budgets.filter((budget) => !budget.pods.length && budget.change !== "removed");
    if (idle.length) place.append(make("h2", null, "Budgets that select none of these pods"), ...idle.map((budget) => drawLine(budget, describeBudget)));
  }

  function drawDrains() {
    const body = root.querySelector(".zg-drains tbody");
    for (const node of allNodes) {
      const [word, why] = [make("td"), make("td")];
      body.append(make("tr", null, make("th", { scope: "row" }, titleOf(node)), make("td", null, node.pods.length), word, why));
      updates.push(() => {
        const result = drain(node);
        node.drain = result;
        say(word, (result.word === "blocked" ? "✗ " : "") + result.word);
        word.classList.toggle("is-wrong", result.word === "blocked");
        say(why, result.why);
      });
    }
  }

  function told() {
    const entries = make("ul", { class: "zg-entries" });
    for (const entry of data.plan.entries) {
      const sign = entry.level === "error" ? "✗ error: " : entry.level === "disruptive" ? "! " : "";
      const more = [...entry.notes.map((note) => make("p", null, note)), ...entry.commands.map((command) => make("pre", null, command))];
      const text = make(more.length ? "summary" : "span", { class: "is-" + entry.level }, sign + entry.summary);
      entries.append(make("li", null, more.length ? make("details", null, text, more) : text));
    }
    return [make("h2", null, "What applying it does"), make("p", null, data.plan.summary), entries];
  }

  function drawPlan() {
    if (!data.plan) return;
    const place = root.querySelector(".zg-plan");
    place.hidden = false;
    // A page of more parts has told the plan before.
    if (!document.getElementById("plan")) place.append(...told());
    if (!steps.length) return;
    const to = (step) => { state.go(step); update(); };
    const text = make("p", { class: "zg-step", "aria-live": "polite" });
    const back = make("button", { type: "button", onclick: () => to(state.current === null ? steps.length : Math.max(0, state.current - 1)) }, "◀ back");
    const next = make("button", { type: "button", onclick: () => to(state.current === null || state.current === steps.length ? null : state.current + 1) }, "next ▶");
    place.append(make("h2", null, "The rollout, step by step"), make("div", { class: "zg-buttons" },
      make("button", { type: "button", onclick: () => to(0) }, "before"), back, next, make("button", { type: "button", onclick: () => to(null) }, "after")), text);
    updates.push(() => {
      const { current } = state;
      back.disabled = current === 0;
      next.disabled = current === null;
      if (current === null) return say(text, "After all " + counted(steps.length, "step") + ".");
      if (current === 0) return say(text, "Before the first of " + counted(steps.length, "step") + ".");
      const words = { added: "added", removed: "removed", restarts: "restarting" };
      const parts = Object.keys(words).map((event) => {
        const names = steps[current - 1].events.filter((found) => found.event === event).map((found) => found.pod.name);
        return names.length ? words[event] + ": " + (names.length > 12 ? names.slice(0, 6).join(", ") + " … (" + names.length + ")" : names.join(", ")) : "";
      });
      const wave = steps[current - 1].wave;
      say(text, "Step " + current + " of " + steps.length + (wave ? ", apply " + wave : "") + ". " + parts.filter(Boolean).join("; "));
    });
  }

  function summarize() {
    const away = [
      ...columns.filter((column) => column.isAway).map((column) => "zone " + column.name),
      ...allNodes.filter((node) => node.isAway).map(titleOf),
      ...pods.filter((pod) => pod.isAway).map((pod) => pod.name),
    ];
    const few = (names) => (names.length > 8 ? names.slice(0, 6).join(", ") + " and " + (names.length - 6) + " more" : names.join(", "));
    const lost = data.groups.filter((group) => !group.result.isKept);
    const broken = data.groups.filter((group) => group.result.promise === "broken");
    // A Service of one pod goes with its pod, which is no finding.
    const mute = data.services.filter((service) => isMute(service) && service.role !== "instance");
    const single = data.services.filter((service) => isMute(service) && service.role === "instance").length;
    const rest = single ? "; " + single + " of one pod " + (single === 1 ? "has" : "each have") + " none" : "";
    const blocked = allNodes.filter((node) => node.drain.word === "blocked");
    const lines = [
      away.length ? "Taken away: " + few(away) + "." : "Nothing is taken away.",
      lost.length ? "✗ " + counted(lost.length, "group") + " without a quorum: " + few(lost.map((group) => group.name)) + "." : "✓ All groups keep their quorum.",
      (mute.length ? "✗ " + counted(mute.length, "Service") + " without an endpoint: " + few(mute.map((service) => service.name)) : single ? "✓ All Services of several pods keep an endpoint" : "✓ All Services keep an endpoint") + rest + ".",
    ];
    if (data.groups.some((group) => group.promise)) {
      lines.push(broken.length ? "✗ Promises of survive that are broken: " + few(broken.map((group) => group.name)) + "." : "✓ No promise of survive is broken.");
    }
    lines.push(blocked.length ? "✗ Drains that are blocked: " + few(blocked.map(titleOf)) + "." : "✓ No drain is blocked.");
    while (status.children.length < lines.length) status.append(make("p"));
    lines.forEach((line, index) => {
      say(status.children[index], line);
      status.children[index].classList.toggle("is-wrong", line.startsWith("✗"));
    });
  }

  function update() {
    for (const change of updates) change();
    summarize();
  }

  root.querySelector(".zg-table thead").append(drawHead());
  root.querySelector(".zg-table tbody").append(...data.groups.map(drawGroup));
  drawOthers();
  drawDrains();
  drawPlan();
  return update;
}
