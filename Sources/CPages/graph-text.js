"use strict";
// How texts of the input get into a page: as text or an attribute, never as markup, and with hidden characters shown.

const zonalText = (() => {
  const hidden = /[\u0000-\u0008\u000a-\u001f\u007f-\u009f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2028-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb\u{1d173}-\u{1d17a}\u{e0000}-\u{e0fff}]/gu;
  const shown = (text) => String(text).replace(hidden, (c) =>
    "<U+" + c.codePointAt(0).toString(16).toUpperCase().padStart(4, "0") + ">");
  const counted = (count, noun) => count + " " + noun + (count === 1 ? "" : "s");

  function make(tag, attributes, ...children) {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes || {})) {
      if (name === "onclick") element.addEventListener("click", value);
      else if (value !== undefined && value !== null) element.setAttribute(name, shown(value));
    }
    for (const child of children.flat()) {
      if (child !== null && child !== undefined) element.append(child instanceof Node ? child : shown(child));
    }
    return element;
  }
  // A text is only touched where it changes: a screen reader would read all of it again.
  function say(element, text) {
    if (element.textContent !== shown(text)) element.textContent = shown(text);
  }

  return { counted, make, say };
})();
