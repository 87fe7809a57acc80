
"use strict";
(() => {
  const FIELDS = ["outlet", "country", "speaker", "kind", "tag"];
  const SLICE = 12; // ms of work before the page may paint
  const MARKED = 400; // rows in which the words found are marked
  const controls = document.getElementById("controls");
  const search = document.getElementById("search");
  const shown = document.getElementById("shown");
  const rows = Array.from(document.getElementsByTagName("article"));
  const groups = Array.from(document.querySelectorAll("section.group"), (element) => ({
    element, section: element.parentNode, outlet: element.dataset.outlet || "", rows: [] }));
  const groupOf = new Map(groups.map((group) => [group.element, group]));
  const owners = rows.map((row, number) => {
    const group = groupOf.get(row.parentNode);
    group.rows.push(number);
    return group;
  });
  const texts = new Array(rows.length); // what is searched in, made when it is wanted
  const hidden = new Uint8Array(rows.length);
  const index = Object.fromEntries(FIELDS.map((field) => [field, new Map()]));
  let run = 0;

  const fold = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replace(/\s+/g, " ");
  // without the titles of the articles cited, which have words that the row itself has not
  const without = (element, head) => element.textContent.slice(head?.textContent.length);
  const saidIn = (part) => part.className === "columns"
    ? Array.from(part.children, (figure) => without(figure, figure.firstChild)).join(" ")
    : without(part, part.querySelector("cite"));
  const textOf = (number) => (texts[number] ??= fold(Array.from(rows[number].children, saidIn).join(" ")));

  rows.forEach((row, number) => {
    for (const field of FIELDS) {
      const said = row.getAttribute(`data-${field}`) || (field === "outlet" ? owners[number].outlet : "");
      if (said) for (const value of said.split("\n")) {
        const found = index[field].get(value);
        if (found) found.push(number);
        else index[field].set(value, [number]);
      }
    }
  });
  for (const field of FIELDS) {
    const names = [...index[field].keys()].sort((a, b) => a.localeCompare(b));
    const options = names.map((name) => new Option(`${name} (${index[field].get(name).length})`, name));
    controls.elements[field].append(...options);
    controls.elements[field].disabled = !options.length;
  }

  const wanted = (text) => Array.from(fold(text).matchAll(/"([^"]+)"?|(\S+)/g), (m) => (m[1] ?? m[2]).trim()).filter(Boolean);

  function chosen() {
    const left = new Uint8Array(rows.length).fill(1);
    for (const field of FIELDS) {
      const value = controls.elements[field].value;
      if (!value) continue;
      const has = new Uint8Array(rows.length);
      for (const number of index[field].get(value)) has[number] = 1;
      for (let n = 0; n < left.length; n++) left[n] &= has[n];
    }
    return left;
  }

  async function find() {
    const mine = ++run;
    const words = wanted(search.value);
    const left = chosen();
    let since = performance.now();
    for (let n = 0; words.length && n < left.length; n++) {
      if (!left[n]) continue;
      const text = textOf(n);
      if (!words.every((word) => text.includes(word))) left[n] = 0;
      if (performance.now() - since > SLICE) {
        shown.textContent = "searching …";
        await new Promise((then) => setTimeout(then));
        if (mine !== run) return;
        since = performance.now();
      }
    }
    show(left);
    mark(words, left);
  }

  function show(left) {
    const sections = new Map();
    let total = 0;
    for (const group of groups) {
      let some = 0;
      for (const n of group.rows) {
        some += left[n];
        if (hidden[n] === left[n]) rows[n].hidden = Boolean(hidden[n] = 1 - left[n]);
      }
      group.element.hidden = !some;
      sections.set(group.section, (sections.get(group.section) || 0) + some);
      total += some;
    }
    for (const [section, some] of sections) {
      section.querySelector("h2 small").textContent = some.toLocaleString("en");
      section.hidden = !some;
    }
    shown.textContent = total === rows.length ? "" : `${total.toLocaleString("en")} of ${rows.length.toLocaleString("en")}`;
  }

  function mark(words, left) {
    if (!CSS.highlights) return;
    CSS.highlights.delete("found");
    if (!words.length) return;
    const ranges = [];
    let seen = 0;
    for (let n = 0; n < left.length && seen < MARKED; n++) {
      if (!left[n]) continue;
      seen++;
      const walker = document.createTreeWalker(rows[n], NodeFilter.SHOW_TEXT);
      while (walker.nextNode()) {
        const text = walker.currentNode.data.toLowerCase();
        if (text.length !== walker.currentNode.length) continue;
        for (const word of words) for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length)) {
          const range = new Range();
          range.setStart(walker.currentNode, at);
          range.setEnd(walker.currentNode, at + word.length);
          ranges.push(range);
        }
      }
    }
    CSS.highlights.set("found", new Highlight(...ranges));
  }

  function follow() { // a link within the page leads to its row also where a filter hides that
    const target = document.getElementById(location.hash.slice(1));
    if (target?.tagName === "ARTICLE" && target.hidden) {
      controls.reset();
      find().then(() => target.scrollIntoView());
    }
  }

  let waiting = 0;
  search.addEventListener("input", () => { clearTimeout(waiting); waiting = setTimeout(find, 120); });
  controls.addEventListener("change", (event) => { if (event.target !== search) find(); });
  controls.addEventListener("submit", (event) => event.preventDefault());
  controls.addEventListener("reset", () => setTimeout(find));
  addEventListener("hashchange", follow);
  addEventListener("keydown", (event) => {
    if (event.key === "/" && !event.target.closest("input, select")) { event.preventDefault(); search.focus(); }
    if (event.key === "Escape" && event.target === search) controls.reset();
  });
  controls.hidden = false;
})();
