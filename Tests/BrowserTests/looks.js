// What a reader would see of a page or picture: texts that stick out of their boxes, and texts that can hardly be read.
(() => {
  const channels = (text) => {
    const found = text.match(/rgba?\(([^)]+)\)/);
    if (!found) return null;
    const numbers = found[1].split(/[ ,/]+/).map(Number);
    return { rgb: numbers.slice(0, 3), alpha: numbers.length > 3 ? numbers[3] : 1 };
  };
  const light = (rgb) => rgb.map((value) => value / 255)
    .map((value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4))
    .reduce((sum, value, index) => sum + value * [0.2126, 0.7152, 0.0722][index], 0);
  const contrast = (a, b) => {
    const [low, high] = [light(a), light(b)].sort((x, y) => x - y);
    return (high + 0.05) / (low + 0.05);
  };
  const problems = [];
  const note = (kind, element, detail) => problems.push(`${kind}: ${element.textContent.trim().slice(0, 60)} (${element.getAttribute("class")}) ${detail}`);
  const isShown = (element) => element.getClientRects().length > 0;
  let texts = 0;

  function backgroundOf(element) {
    for (let place = element; place; place = place.parentElement) {
      const colour = channels(getComputedStyle(place).backgroundColor);
      if (colour && colour.alpha === 1) return colour.rgb;
    }
    return null;
  }

  function lookAtPage() {
    for (const element of document.querySelectorAll("body *")) {
      const own = [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.data.trim());
      if (!isShown(element)) continue;
      if (element.scrollWidth > element.clientWidth + 1 && element.clientWidth > 0 && !element.matches(".zg-scroll, input")) {
        note("sticks out", element, `${element.scrollWidth} > ${element.clientWidth}`);
      }
      if (!own) continue;
      texts += 1;
      const range = document.createRange();
      range.selectNodeContents(element);
      const box = element.closest("button, td, th, p, li, .zg-set, .zg-status, summary, h1, h2, div").getBoundingClientRect();
      for (const line of range.getClientRects()) {
        if (line.right > box.right + 1 || line.left < box.left - 1) note("sticks out", element, `${line.right} > ${box.right}`);
      }
      const colour = channels(getComputedStyle(element).color);
      const background = backgroundOf(element);
      if (!background) note("no background", element, "");
      else if (contrast(colour.rgb, background) < 4.5) note("contrast", element, contrast(colour.rgb, background).toFixed(2));
    }
    for (const field of document.querySelectorAll("input[placeholder]")) {
      const colour = channels(getComputedStyle(field, "::placeholder").color);
      if (contrast(colour.rgb, backgroundOf(field)) < 4.5) note("contrast", field, "of its placeholder");
    }
  }

  function lookAtPicture(picture) {
    const width = picture.viewBox.baseVal.width;
    const boxes = [...picture.querySelectorAll("rect")].map((rect) => ({ rect, box: rect.getBBox() }));
    for (const text of picture.querySelectorAll("text")) {
      texts += 1;
      const own = text.getBBox();
      const around = boxes.filter(({ rect, box }) => box.height > 8 && box.width > 8 && getComputedStyle(rect).fill !== "none"
        && own.x + own.width / 2 >= box.x && own.x + own.width / 2 <= box.x + box.width
        && own.y + own.height / 2 >= box.y && own.y + own.height / 2 <= box.y + box.height);
      if (own.x < 0 || own.x + own.width > width) note("sticks out", text, "of the picture");
      const { rect, box } = around[around.length - 1];
      if (own.x < box.x - 0.5 || own.x + own.width > box.x + box.width + 0.5) note("sticks out", text, "of its box");
      // A column ends where the next one's line is.
      const line = [...picture.querySelectorAll(".line")].map((other) => other.getBBox()).find((other) => other.width === 1
        && other.x > own.x + 1 && other.x < own.x + own.width - 1 && other.y <= own.y && other.y + other.height >= own.y + own.height);
      if (line) note("sticks out", text, "of its column");
      const value = contrast(channels(getComputedStyle(text).fill).rgb, channels(getComputedStyle(rect).fill).rgb);
      if (value < 4.5) note("contrast", text, value.toFixed(2));
    }
    // No two texts of a line stand on each other.
    const all = [...picture.querySelectorAll("text")].map((text) => ({ text, box: text.getBBox() }));
    all.sort((a, b) => a.box.y - b.box.y || a.box.x - b.box.x);
    all.forEach((one, index) => {
      for (const other of all.slice(index + 1, index + 40)) {
        const [a, b] = [one.box, other.box];
        if (a.x < b.x + b.width - 1 && b.x < a.x + a.width - 1 && a.y < b.y + b.height - 4 && b.y < a.y + a.height - 4) {
          note("overlaps", one.text, other.text.textContent);
        }
      }
    });
  }

  const picture = document.documentElement.tagName === "svg" ? document.documentElement : null;
  if (picture) lookAtPicture(picture); else lookAtPage();
  return { texts, problems: problems.slice(0, 20), count: problems.length };
})()
