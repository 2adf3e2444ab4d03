// Filters what a page lists, by kind, namespace, zone and words.
(() => {
  const form = document.getElementById("filters");
  const items = [...document.querySelectorAll("[data-kinds]")];
  const values = (item, name) => item.dataset[name]?.split(",") ?? [];
  const selects = ["kinds", "namespaces", "zones"].map((name) => form.elements[name]);

  for (const select of selects) {
    const all = [...new Set(items.flatMap((item) => values(item, select.name)))].sort();
    select.append(new Option("all", ""), ...all.map((value) => new Option(value)));
    select.parentElement.hidden = all.length < 2;
  }
  form.hidden = items.length < 2;

  const apply = () => {
    const words = form.elements.words.value.toLowerCase().split(/\s+/).filter((word) => word !== "");
    let shown = 0;
    for (const item of items) {
      const text = words.length > 0 ? item.textContent.toLowerCase() : "";
      item.hidden =
        !selects.every((select) => select.value === "" || values(item, select.name).includes(select.value)) ||
        !words.every((word) => text.includes(word));
      if (!item.hidden) shown += 1;
    }
    form.elements.count.value = shown < items.length ? `${shown} of ${items.length} shown` : "";
  };
  form.addEventListener("input", apply);
  form.addEventListener("submit", (event) => event.preventDefault());

  form.elements.unfold.addEventListener("click", ({ currentTarget: button }) => {
    const isOpen = button.getAttribute("aria-pressed") !== "true";
    button.setAttribute("aria-pressed", isOpen);
    for (const change of document.querySelectorAll("details.change")) change.open = isOpen;
  });
})();
