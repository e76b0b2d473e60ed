"use strict";
(() => {
  const raw = document.getElementById("raw");
  const read = document.getElementById("read");
  const status = document.getElementById("status");
  const hint = status.textContent;
  const passages = new Map();
  for (const element of document.querySelectorAll("[data-id]")) {
    const known = passages.get(element.dataset.id);
    if (known) known.push(element);
    else passages.set(element.dataset.id, [element]);
  }

  // Neighbours of one kind differ in lightness, so that their border shows.
  let before = null;
  let alternate = false;
  for (const element of raw.querySelectorAll("[data-id]")) {
    if (before && before.dataset.id !== element.dataset.id)
      alternate = before.className === element.className ? !alternate : false;
    before = { dataset: { id: element.dataset.id }, className: element.className };
    if (alternate) element.classList.add("alt");
  }

  const paneOf = (element) => (raw.contains(element) ? raw : read);
  const kindOf = (element) =>
    [...element.classList].find((name) => !["k", "alt", "lit", "kept", "off"].includes(name));
  let lit = null;
  let kept = null;

  const mark = (id, name, on) => {
    for (const element of passages.get(id) || []) element.classList.toggle(name, on);
  };
  const light = (id) => {
    if (id === lit) return;
    if (lit) mark(lit, "lit", false);
    lit = id;
    if (lit) mark(lit, "lit", true);
    status.textContent = lit ? describe(lit) : hint;
  };
  const keep = (id) => {
    if (kept) mark(kept, "kept", false);
    kept = id;
    if (kept) mark(kept, "kept", true);
    light(kept);
  };
  const describe = (id) => {
    const there = passages.get(id).filter((element) => raw.contains(element));
    const first = there[0] || passages.get(id)[0];
    const told = [kindOf(first).replaceAll("-", " ")];
    if (first.dataset.reason) told.push("by the rule “" + first.dataset.reason + "”");
    const article = /^a(\d+)-/.exec(id);
    if (article) told.push("article " + article[1]);
    if (there.length) told.push("characters " + there.map((one) => one.dataset.at).join(", "));
    return told.join(" · ");
  };
  const scrollTo = (pane, element) => {
    const box = element.getBoundingClientRect();
    const view = pane.getBoundingClientRect();
    const top = Math.max(view.top, 0);
    if (box.top < top + 30 || box.bottom > Math.min(view.bottom, innerHeight) - 30)
      element.scrollIntoView({ block: "center" });
  };
  const showCounterpart = (element) => {
    const other = paneOf(element) === raw ? read : raw;
    const there = passages.get(element.dataset.id).find((one) => other.contains(one));
    if (!there) return;
    const folded = there.closest("details:not([open])");
    if (folded) folded.open = true;
    scrollTo(other, there);
  };

  // The pointer: passing lights up, pressing keeps.
  const target = (event) => event.target.closest && event.target.closest("main [data-id]");
  document.addEventListener("mouseover", (event) => {
    const element = target(event);
    light(element ? element.dataset.id : kept);
  });
  document.addEventListener("click", (event) => {
    const element = target(event);
    if (!element || String(getSelection())) return;
    keep(element.dataset.id);
    showCounterpart(element);
    visit(element);
  });

  // The keyboard: one stop for each pane, arrows inside.
  const stops = new Map();
  for (const pane of [raw, read]) {
    const first = pane.querySelector("[data-id]");
    if (first) {
      first.tabIndex = 0;
      stops.set(pane, first);
    }
  }
  const visit = (element) => {
    const pane = paneOf(element);
    const old = stops.get(pane);
    if (old) old.tabIndex = -1;
    element.tabIndex = 0;
    stops.set(pane, element);
  };
  document.addEventListener("focusin", (event) => {
    const element = target(event);
    if (!element) return;
    visit(element);
    light(element.dataset.id);
  });
  const visible = (element) => element.offsetParent !== null || element.getClientRects().length > 0;
  const move = (element, step) => {
    const all = [...paneOf(element).querySelectorAll("[data-id]")].filter(visible);
    let at = all.indexOf(element) + step;
    while (all[at] && all[at].dataset.id === element.dataset.id) at += step;
    if (all[at]) all[at].focus();
  };
  const moveArticle = (step) => {
    const articles = [...read.querySelectorAll("article")];
    const id = lit && /^a(\d+)-/.exec(lit);
    const now = id ? Number(id[1]) : step > 0 ? 0 : articles.length + 1;
    const next = articles[now - 1 + step];
    const first = next && next.querySelector("[data-id]");
    if (!first) return;
    first.focus();
    showCounterpart(first);
  };
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "Escape") keep(null);
    else if (event.key === "n") moveArticle(1);
    else if (event.key === "p") moveArticle(-1);
    else {
      const element = target(event);
      if (!element) return;
      if (event.key === "ArrowDown") move(element, 1);
      else if (event.key === "ArrowUp") move(element, -1);
      else if (event.key === "Enter" || event.key === " ") {
        keep(element.dataset.id);
        showCounterpart(element);
      } else return;
      event.preventDefault();
    }
  });

  // The legend: each switch hides the colour of one kind or one rule.
  for (const button of document.querySelectorAll(".legend button")) {
    button.addEventListener("click", () => {
      const on = button.getAttribute("aria-pressed") !== "true";
      button.setAttribute("aria-pressed", String(on));
      if (button.id === "only") {
        document.body.classList.toggle("only", on);
        return;
      }
      const { kind, rule } = button.dataset;
      const chosen = kind ? "main ." + kind : 'main .dropped[data-rule="' + rule + '"]';
      for (const element of document.querySelectorAll(chosen)) element.classList.toggle("off", !on);
      const list = rule && read.querySelector('details[data-rule="' + rule + '"]');
      if (list) list.hidden = !on;
    });
  }
})();
