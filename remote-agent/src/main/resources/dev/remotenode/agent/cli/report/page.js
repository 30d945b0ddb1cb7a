"use strict";
(() => {
  const PAGE = 50;
  const all = JSON.parse(document.getElementById("data").textContent).operations;
  for (const one of all) {
    one.text = [one.n, one.r, one.a, one.x, one.c || "", one.d].join(" ").toLowerCase();
  }
  const section = document.getElementById("all");
  const form = section.querySelector("form");
  const table = document.getElementById("operations");
  const body = table.tBodies[0];
  const pages = section.querySelector(".pages");
  const [newer, older] = pages.querySelectorAll("button");
  let found = all, from = 0, key = "n", down = true;

  const duration = ms => ms < 1000 ? ms + " ms" : ms < 120000 ? (ms / 1000).toFixed(ms < 10000 ? 1 : 0) + " s"
    : ms < 7200000 ? Math.floor(ms / 60000) + " min" : (ms / 3600000).toFixed(1) + " h";

  function cell(row, text, name) {
    const made = row.insertCell();
    made.textContent = text;
    if (name) made.className = name;
    return made;
  }

  function details(number) {
    return document.getElementById("op" + number) || document.querySelector(`details[data-number="${number}"]`);
  }

  function reveal(number) {
    const there = details(number);
    if (there) {
      there.open = true;
      there.scrollIntoView({block: "center"});
    }
  }

  function show() {
    body.replaceChildren();
    for (const one of found.slice(from, from + PAGE)) {
      const row = body.insertRow();
      const number = cell(row, "", "number");
      if (details(one.n)) {
        const link = document.createElement("a");
        link.href = "#op" + one.n;
        link.textContent = one.n;
        link.addEventListener("click", () => reveal(one.n));
        number.append(link);
      } else {
        number.textContent = one.n;
        number.title = "remotectl op " + one.n;
      }
      cell(row, one.d, "time");
      cell(row, one.r, "action");
      cell(row, one.a, "action");
      cell(row, duration(one.t), "number").title = one.w ? "waited " + duration(one.w) : "";
      const result = cell(row, "", "result");
      const mark = document.createElement("span");
      mark.className = "mark " + one.s;
      result.append(mark, one.x + (one.m ? ", " + one.m + " times" : "") + (one.c ? ": " + one.c : ""));
    }
    form.querySelector("output").textContent = found.length + " of " + all.length;
    pages.hidden = found.length <= PAGE;
    pages.querySelector("span").textContent = (from + 1) + " to " + Math.min(from + PAGE, found.length);
    newer.disabled = from === 0;
    older.disabled = from + PAGE >= found.length;
    for (const head of table.tHead.rows[0].cells) {
      if (head.dataset.key === key) head.setAttribute("aria-sort", down ? "descending" : "ascending");
      else head.removeAttribute("aria-sort");
    }
  }

  function find() {
    const words = form.elements.text.value.toLowerCase().split(/\s+/).filter(word => word);
    const shades = form.elements.shade.value.split(" ").filter(shade => shade);
    found = all.filter(one => (!shades.length || shades.includes(one.s)) && words.every(word => one.text.includes(word)));
    const order = (a, b) => a[key] < b[key] ? -1 : a[key] > b[key] ? 1 : a.n - b.n;
    found.sort(down ? (a, b) => order(b, a) : order);
    from = 0;
    show();
  }

  form.addEventListener("input", find);
  form.addEventListener("submit", event => event.preventDefault());
  newer.addEventListener("click", () => { from = Math.max(0, from - PAGE); show(); });
  older.addEventListener("click", () => { from += PAGE; show(); });
  table.tHead.addEventListener("click", event => {
    const chosen = event.target.dataset.key;
    if (!chosen) return;
    down = chosen === key ? !down : true;
    key = chosen;
    find();
  });
  if (location.hash.startsWith("#op")) reveal(location.hash.slice(3));
  form.hidden = table.hidden = false;
  find();
})();
