// The queue: keys to go through it, and news of changes. The page works without this script; it is then as new as its last loading.
"use strict";
(() => {
  const items = () => [...document.querySelectorAll(".queue-item")];
  const LEFT = "callsift.queue";
  let events = null;

  const listen = () => {
    const queue = document.querySelector("#queue[data-live]");
    if (!queue) { events?.close(); events = null; return; }
    if (events) return;
    events = new EventSource(queue.dataset.live);
    events.addEventListener("changed", refresh);
  };

  // From an item back to the list as it was chosen, in this tab.
  const remember = () => {
    const queue = document.querySelector("#queue");
    if (queue) { sessionStorage.setItem(LEFT, queue.dataset.self); return; }
    document.querySelector("a[data-queue]")?.setAttribute("href", sessionStorage.getItem(LEFT) ?? "/queue");
  };

  // Where the keyboard is: which item, and which of its controls.
  const CONTROLS = "a, button, input";
  const item = (row) => row.querySelector("h2 a").getAttribute("href");
  const place = (element) => {
    const row = element.closest(".queue-item");
    return row && { item: item(row), control: [...row.querySelectorAll(CONTROLS)].indexOf(element), kind: element.tagName };
  };
  const find = (held) => {
    const row = items().find((each) => item(each) === held.item);
    const control = row?.querySelectorAll(CONTROLS)[held.control];
    return control?.tagName === held.kind ? control : row;
  };

  const keepChosen = (old, fresh) => {
    const chosen = new Set([...old.querySelectorAll("input:checked")].map((box) => box.value));
    fresh.querySelectorAll("input[type=checkbox]").forEach((box) => { box.checked = chosen.has(box.value); });
  };

  // What somebody has chosen or typed stays as it is.
  const refresh = async () => {
    const answer = await fetch(document.querySelector("#queue").dataset.self, { headers: { Accept: "text/html" } });
    if (!answer.ok) return;
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const old = document.querySelector(".queue-items");
    const fresh = page.querySelector(".queue-items");
    if (old && fresh) keepChosen(old, fresh);
    // The first item comes, or the last one goes: then also the form around them does.
    const [gone, come] = old && fresh ? [old, fresh] : [document.querySelector("#queue"), page.querySelector("#queue")];
    if (!gone || !come) return;
    const held = gone.contains(document.activeElement) ? place(document.activeElement) : null;
    gone.replaceWith(document.adoptNode(come));
    if (held) find(held)?.focus({ preventScroll: true });
    document.querySelector(".list-head").replaceWith(document.adoptNode(page.querySelector(".list-head")));
    document.dispatchEvent(new Event("callsift:drawn"));
  };

  // One name for all that can be done on a page.
  document.addEventListener("input", (event) => {
    if (!event.target.matches("input[name=who]")) return;
    document.querySelectorAll("input[name=who]").forEach((field) => { field.value = event.target.value; });
  });

  document.addEventListener("keydown", (event) => {
    if (!document.querySelector("#queue") || event.target.matches("input, select, textarea") || event.ctrlKey || event.metaKey || event.altKey) return;
    const all = items();
    const at = all.indexOf(document.activeElement);
    if (event.key === "j") all[Math.min(at + 1, all.length - 1)]?.focus();
    else if (event.key === "k") all[Math.max(at - 1, 0)]?.focus();
    else if (event.key === "x" && at >= 0) all[at].querySelector("input")?.click();
    else if (event.key === "p" && at >= 0) all[at].querySelector("[data-preview]")?.click();
    else if (event.key === "Enter" && at >= 0 && event.target === all[at]) all[at].querySelector("h2 a").click();
    else return;
    event.preventDefault();
  });
  const shown = () => { listen(); remember(); };
  document.addEventListener("htmx:afterSettle", shown);
  shown();
})();
