// What every page needs: previews of moments, a word when the server is away, focus after a page was swapped in.
"use strict";
(() => {
  const preview = new Audio();
  const PREVIEW_SECONDS = 10;
  let pressed = null;
  let stopAt = Infinity;

  function release() {
    preview.pause();
    if (pressed) pressed.setAttribute("aria-pressed", "false");
    pressed = null;
  }

  function say(text) {
    const toast = document.querySelector("[data-toast]");
    if (!toast) return;
    toast.textContent = text;
    toast.hidden = text === "";
  }

  async function play(button) {
    release();
    pressed = button;
    button.setAttribute("aria-pressed", "true");
    const start = Number(button.dataset.start) / 1000;
    stopAt = button.dataset.end ? Number(button.dataset.end) / 1000 : start + PREVIEW_SECONDS;
    if (!preview.src.endsWith(button.dataset.preview)) preview.src = button.dataset.preview;
    preview.currentTime = start;
    try {
      await preview.play();
    } catch (refused) {
      if (refused.name === "AbortError") return;
      release();
      say("This recording cannot be played. Open the call to see why.");
    }
  }

  preview.addEventListener("timeupdate", () => { if (preview.currentTime >= stopAt) release(); });
  preview.addEventListener("ended", release);

  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-preview]");
    if (!button) return;
    if (button === pressed) release(); else play(button);
  });

  // A list that was drawn anew under what is played: its button is another one, or gone.
  document.addEventListener("callsift:drawn", () => {
    if (!pressed || pressed.isConnected) return;
    const { preview: address, start } = pressed.dataset;
    const again = [...document.querySelectorAll("[data-preview]")].find((each) => each.dataset.preview === address && each.dataset.start === start);
    if (!again) { release(); return; }
    pressed = again;
    again.setAttribute("aria-pressed", "true");
  });

  document.addEventListener("keydown", (event) => {
    if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target.closest("input, select, textarea")) return;
    const field = document.querySelector("input[type=search]");
    if (!field) return;
    event.preventDefault();
    field.focus();
    field.select();
  });

  document.addEventListener("htmx:beforeSwap", (event) => {
    if (pressed && !preview.paused) release();
    say("");
    // A new page begins at its heading, for the eye and for a screen reader alike; results that follow the typing do not.
    if (event.detail.target === document.body) {
      document.addEventListener("htmx:afterSettle", () => document.querySelector("#main")?.focus({ preventScroll: true }), { once: true });
    }
  });
  // Going back shows the list where it was left. Kept in memory only, like everything else about calls.
  const scrolled = new Map();
  document.addEventListener("htmx:beforeHistorySave", (event) => scrolled.set(event.detail.path, window.scrollY));
  document.addEventListener("htmx:historyRestore", (event) => window.scrollTo(0, scrolled.get(event.detail.path) ?? 0));
  document.addEventListener("htmx:sendError", () => say("callsift does not answer. Is it still running? Start it with: callsift serve"));
})();
