// The call page: evidence is shown in the transcript when it is pointed at, and words selected there become those of a missed tag.
"use strict";
(() => {
  const wordsOf = (utterance) => Array.from(document.querySelectorAll(`[data-utterance="${utterance}"] .word`));

  function point(event, on) {
    const quote = event.target.closest && event.target.closest("[data-shows]");
    if (!quote) return;
    const [utterance, first, last] = quote.dataset.shows.split("-").map(Number);
    wordsOf(utterance).slice(first, last + 1).forEach((word) => word.classList.toggle("pointed", on));
  }

  // Only words of one utterance: evidence is what one person says.
  function choose() {
    const selection = window.getSelection();
    const list = document.querySelector("[data-utterance-list]");
    if (!list || !selection || selection.isCollapsed || selection.rangeCount === 0) return;
    const range = selection.getRangeAt(0);
    const start = range.startContainer.parentElement;
    const turn = start && start.closest("[data-utterance]");
    if (!turn) return;
    const words = wordsOf(turn.dataset.utterance);
    const chosen = words.map((word, index) => (range.intersectsNode(word) ? index : -1)).filter((index) => index >= 0);
    if (chosen.length === 0) return;
    const first = chosen[0];
    const last = chosen[chosen.length - 1];
    list.value = turn.dataset.utterance;
    set(first, last);
    const text = words.slice(first, last + 1).map((word) => word.textContent).join(" ");
    document.querySelector("[data-chosen]").textContent = `Selected: “${text}”`;
  }

  function set(first, last) {
    document.querySelector("[data-first]").value = String(first);
    document.querySelector("[data-last]").value = String(last);
  }

  document.addEventListener("mouseover", (event) => point(event, true));
  document.addEventListener("mouseout", (event) => point(event, false));
  document.addEventListener("focusin", (event) => point(event, true));
  document.addEventListener("focusout", (event) => point(event, false));
  document.addEventListener("mouseup", choose);
  document.addEventListener("keyup", (event) => { if (event.shiftKey) choose(); });
  document.addEventListener("change", (event) => {
    if (event.target.matches("[data-utterance-list]")) {
      set(0, 10000);
      document.querySelector("[data-chosen]").textContent = "";
    }
    // One name for both forms.
    if (event.target.matches("[name=reviewer]")) {
      document.querySelectorAll("[name=reviewer]").forEach((field) => { field.value = event.target.value; });
    }
  });
})();
