// The call page: words that are wrong are chosen in the transcript, by pointer or keyboard, and written anew.
"use strict";
(() => {
  const box = () => document.querySelector("[data-correct]");
  const part = (name) => document.querySelector(`[data-correct-${name}]`);
  const turnOf = (word) => word.closest("[data-utterance]");
  const wordsOf = (turn) => Array.from(turn.querySelectorAll(".word"));
  let anchor = null; // the word from which shift takes more

  const on = () => Boolean(box() && box().open);

  // One word at a time is reached by the tab key; arrows go on from there.
  function mode() {
    const transcript = document.querySelector("[data-transcript]");
    if (!transcript) return;
    transcript.toggleAttribute("data-correcting", on());
    const words = transcript.querySelectorAll(".word");
    words.forEach((word) => {
      word.removeAttribute("tabindex");
      word.classList.remove("chosen-word");
      if (on()) word.tabIndex = -1;
      if (on()) word.setAttribute("role", "button"); else word.removeAttribute("role");
    });
    anchor = null;
    if (on() && words.length > 0) (transcript.querySelector(".word.now") || words[0]).tabIndex = 0;
  }

  function rove(word) {
    document.querySelectorAll(".word[tabindex]").forEach((other) => { other.tabIndex = -1; });
    word.tabIndex = 0;
    word.focus({ preventScroll: false });
  }

  function choose(turn, first, last) {
    const words = wordsOf(turn);
    document.querySelectorAll(".chosen-word").forEach((word) => word.classList.remove("chosen-word"));
    const run = words.slice(first, last + 1);
    run.forEach((word) => word.classList.add("chosen-word"));
    const text = run.map((word) => word.textContent).join(" ");
    part("list").value = turn.dataset.utterance;
    part("first").value = String(first);
    part("last").value = String(last);
    part("was").value = text;
    part("words").value = text;
    part("chosen").textContent = `Instead of “${text}”`;
  }

  function take(word, more) {
    const turn = turnOf(word);
    const words = wordsOf(turn);
    if (!more || !anchor || !words.includes(anchor)) anchor = word;
    const ends = [words.indexOf(anchor), words.indexOf(word)].sort((a, b) => a - b);
    choose(turn, ends[0], ends[1]);
  }

  function write() {
    part("words").focus();
    part("words").select();
  }

  function selected() {
    const selection = window.getSelection();
    if (!selection || selection.isCollapsed || selection.rangeCount === 0) return false;
    const range = selection.getRangeAt(0);
    const start = range.startContainer.parentElement;
    const turn = start && start.closest("[data-transcript] [data-utterance]");
    if (!turn) return false;
    const inside = wordsOf(turn).map((word, index) => (range.intersectsNode(word) ? index : -1)).filter((index) => index >= 0);
    if (inside.length === 0) return false;
    choose(turn, inside[0], inside[inside.length - 1]);
    return true;
  }

  document.addEventListener("toggle", (event) => {
    if (!event.target.matches || !event.target.matches("[data-correct]")) return;
    mode();
    const first = document.querySelector("[data-correcting] .word[tabindex]");
    if (first) first.focus({ preventScroll: true });
  }, true);

  document.addEventListener("mouseup", (event) => {
    if (on() && event.target.closest && event.target.closest("[data-transcript]") && selected()) write();
  });

  document.addEventListener("click", (event) => {
    const word = on() && event.target.closest("[data-correcting] .word");
    if (!word || String(window.getSelection()) !== "") return;
    take(word, event.shiftKey);
    rove(word);
    write();
  });

  // Before the player's own keys: in this mode the arrows go from word to word.
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "e" && box() && !event.target.closest("input:not([type=range]):not([type=checkbox]), select, textarea")) {
      box().open = true;
      event.preventDefault();
      return;
    }
    if (!on()) return;
    if (event.key === "Escape") {
      box().open = false;
      box().querySelector("summary").focus();
      event.preventDefault();
      return;
    }
    const word = event.target.closest("[data-correcting] .word");
    if (!word) return;
    const all = Array.from(document.querySelectorAll("[data-transcript] .word"));
    const step = event.key === "ArrowRight" ? 1 : event.key === "ArrowLeft" ? -1 : 0;
    if (step !== 0) {
      const next = all[all.indexOf(word) + step];
      const same = next && turnOf(next) === turnOf(word);
      if (event.shiftKey && !anchor) take(word, false);
      if (next && (!event.shiftKey || same)) {
        take(next, event.shiftKey);
        rove(next);
      }
    } else if (event.key === "Enter") {
      if (!word.classList.contains("chosen-word")) take(word, false);
      write();
    } else return;
    event.preventDefault();
  }, true);

  document.addEventListener("change", (event) => {
    if (!event.target.matches("[data-correct-list]")) return;
    const turn = document.querySelector(`[data-transcript] [data-utterance="${event.target.value}"]`);
    if (turn) choose(turn, 0, wordsOf(turn).length - 1);
  });

  document.addEventListener("htmx:afterSettle", mode);
})();
