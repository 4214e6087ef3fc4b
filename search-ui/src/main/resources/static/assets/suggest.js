// Suggestions under the search field: a combobox as WAI-ARIA describes it. Without this script the field works as before.
"use strict";
(() => {
  const PAUSE_MS = 120;
  let answer = null;
  let active = -1;
  let timer = 0;
  let asked = 0;

  const field = () => document.querySelector("#q[role=combobox]");
  const list = () => document.getElementById("suggestions");

  function close() {
    clearTimeout(timer);
    asked++;
    answer = null;
    active = -1;
    const input = field();
    if (!input) return;
    list().hidden = true;
    list().replaceChildren();
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
  }

  function part(kind, text) {
    const span = document.createElement("span");
    span.className = kind;
    span.textContent = text;
    return span;
  }

  function option(suggestion, index) {
    const item = document.createElement("li");
    item.id = "suggestion-" + index;
    item.setAttribute("role", "option");
    item.setAttribute("aria-selected", "false");
    item.dataset.index = index;
    if (suggestion.kind === "saved") {
      item.append(part("saved-name", suggestion.title), part("title insert", suggestion.insert), part("calls", "saved"));
      return item;
    }
    item.append(part("insert", suggestion.insert));
    if (suggestion.title) item.append(part("title", suggestion.title));
    if (suggestion.calls > 0) item.append(part("calls", suggestion.calls === 1 ? "1 call" : suggestion.calls + " calls"));
    return item;
  }

  function show(found) {
    if (found.suggestions.length === 0) { close(); return; }
    answer = found;
    active = -1;
    list().replaceChildren(...found.suggestions.map(option));
    list().hidden = false;
    field().setAttribute("aria-expanded", "true");
    field().removeAttribute("aria-activedescendant");
  }

  async function ask(input) {
    const mine = ++asked;
    const address = "/api/suggest?" + new URLSearchParams({ q: input.value, at: input.selectionStart });
    try {
      const response = await fetch(address);
      const found = response.ok ? await response.json() : null;
      if (mine === asked && found && document.activeElement === input) show(found);
    } catch (away) {
      // Suggestions are a help, not a need; that the server is away is said when the search itself fails.
      close();
    }
  }

  // A saved search is a whole one.
  function replace(input, text) {
    input.value = text;
    close();
    input.focus();
    input.dispatchEvent(new Event("input", { bubbles: true }));
  }

  function choose(index) {
    const input = field();
    const text = answer.suggestions[index].insert;
    if (answer.suggestions[index].kind === "saved") { replace(input, text); return; }
    const before = input.value.slice(0, answer.start) + text;
    const ready = text.endsWith(":");
    const after = input.value.slice(answer.end);
    input.value = before + (ready || after.startsWith(" ") ? "" : " ") + after;
    const cursor = before.length + (ready ? 0 : 1);
    input.setSelectionRange(cursor, cursor);
    close();
    input.focus();
    input.dispatchEvent(new Event("input", { bubbles: true }));
  }

  function mark(next) {
    const items = list().children;
    active = (next + items.length) % items.length;
    Array.from(items).forEach((item, index) => item.setAttribute("aria-selected", String(index === active)));
    items[active].scrollIntoView({ block: "nearest" });
    field().setAttribute("aria-activedescendant", items[active].id);
  }

  document.addEventListener("input", (event) => {
    if (event.target !== field()) return;
    clearTimeout(timer);
    timer = setTimeout(() => ask(event.target), PAUSE_MS);
  });

  document.addEventListener("keydown", (event) => {
    if (event.target !== field()) return;
    if (event.key === "Enter" && active < 0) { close(); return; }
    if (!answer) return;
    if (event.key === "ArrowDown") mark(active + 1);
    else if (event.key === "ArrowUp") mark(active < 0 ? -1 : active - 1);
    else if (event.key === "Enter") choose(active);
    else if (event.key === "Escape") close();
    else if (event.key === "Tab") { close(); return; }
    else return;
    event.preventDefault();
  }, true);

  // Before the field loses the focus to the list.
  document.addEventListener("mousedown", (event) => {
    const item = event.target.closest("#suggestions [role=option]");
    if (!item) return;
    event.preventDefault();
    choose(Number(item.dataset.index));
  });
  document.addEventListener("focusout", (event) => { if (event.target === field()) close(); });
})();
