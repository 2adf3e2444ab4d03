"use strict";
// What a graph holds, and what is left of it when zones, nodes or pods are taken away.

function zonalGraphState(data) {
  const keyOf = (kind, namespace, name) => kind + " " + namespace + "/" + name;
  const sets = new Map();
  const columns = data.zones.map((zone) => ({ name: zone.name, nodes: [], isAway: false }));
  const outside = { name: "no zone", nodes: [], isAway: false, isOutside: true };
  const byZone = new Map(columns.map((column) => [column.name, column]));
  const pods = [];

  for (const group of data.groups) {
    group.pods = [];
    for (const set of group.sets) {
      set.group = group;
      set.column = set.zone === undefined ? outside : byZone.get(set.zone);
      sets.set(keyOf(set.kind, group.namespace, set.name), set);
      for (const pod of set.pods) {
        pod.set = set;
        const nodes = set.column.nodes;
        while (nodes.length < pod.node) {
          nodes.push({ number: nodes.length + 1, column: set.column, pods: [], isAway: false });
        }
        pod.place = nodes[pod.node - 1];
        pod.place.pods.push(pod);
        pod.isAway = false;
        group.pods.push(pod);
        pods.push(pod);
      }
    }
  }
  if (outside.nodes.length || !columns.length || data.groups.some((g) => g.sets.some((s) => s.column === outside))) {
    columns.push(outside);
  }
  const allNodes = columns.flatMap((column) => column.nodes);

  // The pods of a group in the order in which they stand.
  for (const group of data.groups) {
    group.pods.sort((a, b) => columns.indexOf(a.set.column) - columns.indexOf(b.set.column));
  }

  function selected(object, selections) {
    return selections.flatMap((selection) => {
      const set = sets.get(keyOf(selection.kind, object.namespace, selection.name));
      return selection.pod === undefined ? set.pods : set.pods.filter((pod) => pod.name === selection.pod);
    }).filter((pod) => pod.change !== "removed");
  }
  for (const service of data.services) {
    service.pods = selected(service, service.selects);
    service.groups = [...new Set(service.pods.map((pod) => pod.set.group))];
  }
  for (const budget of data.budgets) {
    budget.pods = selected(budget, budget.covers);
    for (const pod of budget.pods) (pod.budgets = pod.budgets || []).push(budget);
  }

  // MARK: The steps of a rollout

  const steps = data.plan ? data.plan.steps : [];
  for (const step of steps) {
    step.events = step.pods.flatMap((change) => {
      const set = sets.get(keyOf(change.kind, change.namespace, change.name));
      if (!set) return [];
      const named = new Map(set.pods.map((pod) => [pod.name, pod]));
      const found = change.pods.length ? change.pods.map((name) => named.get(name)).filter(Boolean) : set.pods;
      return found.map((pod) => ({ pod, event: change.event }));
    });
  }
  steps.forEach((step, index) => {
    for (const { pod, event } of step.events) if (event !== "restarts") pod.step = index;
  });
  // Before the first step 0, in the steps 1 and on; null when all is done.
  let current = null;

  function exists(pod) {
    if (current === null) return pod.change !== "removed";
    if (pod.change === "added") return pod.step === undefined ? current > 0 : pod.step < current - 1;
    if (pod.change === "removed") return pod.step === undefined || pod.step >= current;
    return true;
  }
  // What happens to the pods of the step.
  let busy = new Map();
  function go(step) {
    current = step;
    busy = new Map(step ? steps[step - 1].events.map((found) => [found.pod, found.event]) : []);
  }

  // MARK: What is left

  const isGone = (pod) => pod.isAway || pod.place.isAway || pod.set.column.isAway;
  const isUp = (pod) => exists(pod) && !isGone(pod) && !busy.has(pod);
  // Whether it leads to none of its pods any more.
  const isMute = (service) => service.change !== "removed" && service.pods.length > 0 && !service.pods.some(isUp);

  function share(text, total) {
    const number = parseInt(text, 10);
    return String(text).endsWith("%") ? Math.ceil((total * number) / 100) : number;
  }

  // How many more pods of a zone a budget lets go.
  function allowance(budget, column) {
    const up = budget.pods.filter(isUp);
    const down = budget.pods.filter((pod) => exists(pod) && !isUp(pod));
    const expected = up.length + down.length;
    if (budget.zoneAware) {
      if (budget.partitions) return null;
      if (down.some((pod) => pod.set.column !== column)) return 0;
      const own = budget.pods.filter((pod) => pod.set.column === column);
      return Math.max(0, share(budget.maxUnavailable || "1", own.length) - down.length);
    }
    if (budget.maxUnavailable !== undefined) {
      return Math.max(0, share(budget.maxUnavailable, expected) - down.length);
    }
    return Math.max(0, up.length - share(budget.minAvailable === undefined ? "0" : budget.minAvailable, expected));
  }

  // What evicting all pods of a node comes to.
  function drain(node) {
    const up = node.pods.filter(isUp);
    if (node.isAway || node.column.isAway) return { word: "away", why: "the node is taken away" };
    if (!up.length) return { word: "empty", why: "no pods are on it" };
    const doubled = up.find((pod) => (pod.budgets || []).length > 1);
    if (doubled) return { word: "blocked", why: doubled.name + " is under two budgets, so that it can't be evicted" };
    const waiting = [];
    for (const budget of new Set(up.flatMap((pod) => pod.budgets || []))) {
      const own = up.filter((pod) => pod.budgets.includes(budget)).length;
      const allowed = allowance(budget, node.column);
      if (allowed === 0) return { word: "blocked", why: "the budget " + budget.name + " lets no pod go" };
      if (allowed === null) waiting.push(budget.name + " goes by partitions");
      else if (allowed < own) waiting.push("of " + own + " pods the budget " + budget.name + " lets " + allowed + " go at a time");
    }
    if (waiting.length) return { word: "in turns", why: waiting.join("; ") };
    const bare = up.filter((pod) => !pod.budgets).length;
    return { word: "at once", why: zonalText.counted(up.length, "pod") + (bare ? ", " + bare + " of them under no budget" : "") };
  }

  function judge(group) {
    const there = group.pods.filter(exists);
    const left = there.filter(isUp);
    const spare = left.length - group.needed;
    // Before its first pod and after its last, a group has nothing to lose.
    const result = { total: there.length, left: left.length, isKept: spare >= 0 || !there.length, critical: [] };
    for (const column of columns) {
      const own = left.filter((pod) => pod.set.column === column).length;
      if (!column.isOutside && own > spare && own) result.critical.push(column.name);
    }
    const lost = columns.filter((column) => column.isAway && group.sets.some((set) => set.column === column)).length;
    const others = there.some((pod) => isGone(pod) && !pod.set.column.isAway);
    if (group.promise) result.promise = lost <= group.promise.zones && !others ? (result.isKept ? "kept" : "broken") : "beyond";
    return result;
  }

  return {
    columns, pods, allNodes, steps, exists, isGone, isUp, isMute, allowance, drain, judge, go,
    eventOf: (pod) => busy.get(pod),
    get current() { return current; },
  };
}
