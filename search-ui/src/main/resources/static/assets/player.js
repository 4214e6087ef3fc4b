// The call page: a player that starts at the hit and a transcript that follows it. Times in the page are milliseconds.
"use strict";
(() => {
  const STEP_SECONDS = 5;
  const SILENCE_MS = 1500; // what is worth skipping
  const LEAD_MS = 300; // so that the first word after a silence is not cut
  const HAND_MS = 4000; // how long the transcript stays where a person scrolled it
  let current = null;

  function clock(seconds) {
    const whole = Math.max(0, Math.floor(seconds));
    const pad = (n) => String(n).padStart(2, "0");
    const hours = Math.floor(whole / 3600);
    return hours > 0
      ? `${hours}:${pad(Math.floor(whole / 60) % 60)}:${pad(whole % 60)}`
      : `${Math.floor(whole / 60)}:${pad(whole % 60)}`;
  }

  class Player {
    constructor(section) {
      this.section = section;
      this.audio = section.querySelector("audio");
      this.durationMs = Number(section.dataset.duration);
      this.readWords();
      this.handAt = -HAND_MS;
      this.wanted = null; // where to go as soon as the browser knows the recording
      this.useOwnControls();
      this.listen();
      this.placeMarkers();
      this.begin();
    }

    // Again when the transcript was replaced: a reviewer corrected words.
    readWords() {
      this.words = Array.from(document.querySelectorAll(".word"), (element) => ({
        element, start: Number(element.dataset.start), end: Number(element.dataset.end),
      })).sort((a, b) => a.start - b.start);
      this.lit = new Set();
    }

    part(name) { return this.section.querySelector(`[data-${name}]`); }

    useOwnControls() {
      this.audio.removeAttribute("controls");
      this.audio.hidden = true;
      this.part("controls").hidden = false;
      this.part("under").hidden = false;
      this.part("seek").max = String(this.durationMs);
    }

    listen() {
      const { audio } = this;
      audio.addEventListener("play", () => this.playing(true));
      audio.addEventListener("pause", () => this.playing(false));
      audio.addEventListener("ended", () => this.playing(false));
      audio.addEventListener("loadedmetadata", () => this.known());
      audio.addEventListener("timeupdate", () => this.show());
      audio.addEventListener("seeked", () => this.show());
      audio.addEventListener("error", () => this.explain());
      // It may have failed before this script ran.
      if (audio.error) this.explain();
      this.part("toggle").addEventListener("click", () => this.toggle());
      this.part("back").addEventListener("click", () => this.move(-STEP_SECONDS));
      this.part("ahead").addEventListener("click", () => this.move(STEP_SECONDS));
      this.part("seek").addEventListener("input", (event) => this.seek(Number(event.target.value)));
      this.part("speed").addEventListener("change", (event) => { audio.playbackRate = Number(event.target.value); });
      const lanes = this.part("lanes");
      if (lanes) lanes.addEventListener("click", (event) => this.seekTo(lanes, event));
      this.part("go").addEventListener("click", () => this.play());
      this.part("permalink").addEventListener("click", (event) => this.copyLink(event));
    }

    placeMarkers() {
      for (const marker of this.section.querySelectorAll("[data-at]")) {
        marker.style.left = `${(100 * Number(marker.dataset.at)) / Math.max(1, this.durationMs)}%`;
      }
    }

    begin() {
      const start = this.section.dataset.start;
      if (this.audio.readyState >= HTMLMediaElement.HAVE_METADATA || start) this.seek(Number(start || 0));
      else this.show();
      if (start) {
        this.reveal(this.wordAt(Number(start)), "auto");
        this.play();
      }
    }

    // A browser refuses sound until the person has clicked somewhere in this document. A click in the results counts, an
    // address typed or shared does not: then one large button asks for that click.
    async play() {
      try {
        await this.audio.play();
        this.part("invite").hidden = true;
      } catch (refused) {
        if (refused.name === "NotAllowedError") this.part("invite").hidden = false;
      }
    }

    toggle() { if (this.audio.paused) this.play(); else this.audio.pause(); }

    now() { return this.wanted ?? this.audio.currentTime * 1000; }

    // Chromium can hang when it is sent to several places before it has read the recording's header.
    seek(ms) {
      const to = Math.min(Math.max(0, ms), this.durationMs);
      if (this.audio.readyState < HTMLMediaElement.HAVE_METADATA) this.wanted = to;
      else this.audio.currentTime = to / 1000;
      this.show();
    }

    known() {
      if (this.wanted === null) return;
      const to = this.wanted;
      this.wanted = null;
      this.seek(to);
    }

    move(seconds) { this.seek(this.now() + seconds * 1000); }

    seekTo(lanes, event) {
      const box = lanes.getBoundingClientRect();
      this.seek((this.durationMs * (event.clientX - box.left)) / Math.max(1, box.width));
    }

    // Of the tags that the waveform shows.
    toTag(step) {
      const now = this.now();
      const marks = Array.from(this.section.querySelectorAll("[data-mark]"), (mark) => [Number(mark.dataset.mark), mark.dataset.title]);
      const found = step > 0 ? marks.find(([at]) => at > now + 50) : marks.findLast(([at]) => at < now - 1000);
      if (!found) return;
      this.handAt = -HAND_MS;
      this.seek(found[0]);
      this.reveal(this.wordAt(found[0]), "smooth");
      this.part("said").textContent = found[1];
    }

    faster(steps) {
      const speed = this.part("speed");
      speed.selectedIndex = Math.min(Math.max(0, speed.selectedIndex + steps), speed.options.length - 1);
      this.audio.playbackRate = Number(speed.value);
      this.part("said").textContent = `Speed ${speed.value}×`;
    }

    // Silence is where no word was recognized, from now on to the next word.
    skipSilence() {
      if (!this.part("skip").checked || this.audio.seeking) return;
      const now = this.now();
      const last = this.lastBegun(now);
      for (let i = last, seen = 0; i >= 0 && seen < 12; i--, seen++) if (now < this.words[i].end) return;
      const next = this.words[last + 1];
      if (next && next.start - now > SILENCE_MS) this.seek(next.start - LEAD_MS);
    }

    playing(yes) {
      const button = this.part("toggle");
      button.toggleAttribute("data-playing", yes);
      button.setAttribute("aria-label", yes ? "Pause" : "Play");
      if (yes) {
        this.part("invite").hidden = true;
        this.part("trouble").hidden = true;
        requestAnimationFrame(() => this.frame());
      }
    }

    frame() {
      if (this.audio.paused || !this.audio.isConnected) return;
      this.light();
      this.skipSilence();
      requestAnimationFrame(() => this.frame());
    }

    show() {
      const now = this.now();
      const seek = this.part("seek");
      seek.value = String(Math.round(now));
      seek.setAttribute("aria-valuetext", `${clock(now / 1000)} of ${clock(this.durationMs / 1000)}`);
      this.part("clock").textContent = `${clock(now / 1000)} / ${clock(this.durationMs / 1000)}`;
      const needle = this.part("needle");
      if (needle) {
        const x = String((1000 * now) / Math.max(1, this.durationMs));
        needle.setAttribute("x1", x);
        needle.setAttribute("x2", x);
      }
      const link = this.part("permalink");
      link.href = this.address(now);
      link.textContent = `Link to ${clock(now / 1000)}`;
      this.light();
    }

    address(ms) {
      const address = new URL(window.location.href);
      address.searchParams.set("t", String(Math.floor(ms / 1000)));
      return address.pathname + address.search;
    }

    async copyLink(event) {
      event.preventDefault();
      const address = this.part("permalink").href;
      window.history.replaceState(window.history.state, "", address);
      try {
        await navigator.clipboard.writeText(address);
        this.part("said").textContent = "Copied";
      } catch {
        this.part("said").textContent = "The address bar now holds the link";
      }
    }

    // The index of the last word that has begun, or -1.
    lastBegun(ms) {
      let low = 0;
      let high = this.words.length;
      while (low < high) {
        const middle = (low + high) >> 1;
        if (this.words[middle].start <= ms) low = middle + 1; else high = middle;
      }
      return low - 1;
    }

    wordAt(ms) { return this.words[Math.max(0, this.lastBegun(ms))]; }

    // Both may speak at once, so more than one word can be the current one.
    light() {
      const now = this.now();
      const next = new Set();
      for (let i = this.lastBegun(now), seen = 0; i >= 0 && seen < 12; i--, seen++) {
        if (now < this.words[i].end) next.add(this.words[i]);
      }
      for (const word of this.lit) if (!next.has(word)) word.element.classList.remove("now");
      for (const word of next) if (!this.lit.has(word)) this.enter(word);
      this.lit = next;
    }

    enter(word) {
      word.element.classList.add("now");
      const free = performance.now() - this.handAt > HAND_MS;
      if (!this.audio.paused && free && this.part("follow").checked) this.reveal(word, "smooth");
    }

    reveal(word, behavior) {
      if (!word) return;
      const box = word.element.getBoundingClientRect();
      const top = this.section.getBoundingClientRect().bottom + 8;
      if (box.top >= top && box.bottom <= window.innerHeight - 48) return;
      const calm = window.matchMedia("(prefers-reduced-motion: reduce)").matches;
      word.element.scrollIntoView({ block: "center", behavior: calm ? "auto" : behavior });
    }

    async explain() {
      const trouble = this.part("trouble");
      this.part("invite").hidden = true;
      trouble.hidden = false;
      trouble.textContent = "The recording cannot be played by this browser. Download it to hear it.";
      try {
        const answer = await fetch(this.audio.src, { headers: { Range: "bytes=0-0", Accept: "application/problem+json" } });
        if (answer.ok) return;
        const problem = await answer.json();
        trouble.textContent = `${problem.title}. ${problem.detail} (${problem.id})`;
      } catch {
        trouble.textContent = "callsift does not answer. Is it still running? Start it with: callsift serve";
      }
    }
  }

  function start() {
    const section = document.querySelector("[data-player]");
    if (!section) current = null;
    else if (!current || current.section !== section) current = new Player(section);
    else if (current.words.length > 0 && !current.words[0].element.isConnected) current.readWords();
  }

  document.addEventListener("click", (event) => {
    if (!current || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const word = event.target.closest(".word");
    const jump = event.target.closest("[data-jump]");
    if (!word && !jump) return;
    if (word && word.closest("[data-correcting]")) return; // its click chooses what is corrected
    if (word && String(window.getSelection()) !== "") return;
    event.preventDefault();
    const to = Number(word ? word.dataset.start : jump.dataset.jump);
    current.handAt = -HAND_MS;
    current.seek(to);
    if (jump) current.reveal(current.wordAt(to), "smooth");
    current.play();
  });

  document.addEventListener("keydown", (event) => {
    if (!current || event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target.closest("input:not([type=range]):not([type=checkbox]), select, textarea")) return;
    if (event.key === "?") {
      const keys = current.part("keys");
      keys.open = !keys.open;
      event.preventDefault();
      return;
    }
    if (event.shiftKey) return;
    const to = document.querySelector(event.key === "n" ? "a[rel=next]" : event.key === "p" ? "a[rel=prev]" : "nothing");
    if (event.key === " " && !event.target.closest("button, summary, a, input[type=checkbox]")) current.toggle();
    else if (event.key === "[") current.faster(-1);
    else if (event.key === "]") current.faster(1);
    else if (event.key === ",") current.toTag(-1);
    else if (event.key === ".") current.toTag(1);
    else if (event.key === "s") current.part("skip").click();
    else if (to) to.click();
    else if (event.key === "ArrowLeft") current.move(-STEP_SECONDS);
    else if (event.key === "ArrowRight") current.move(STEP_SECONDS);
    else return;
    event.preventDefault();
  });

  for (const hand of ["wheel", "touchmove"]) {
    document.addEventListener(hand, () => { if (current) current.handAt = performance.now(); }, { passive: true });
  }
  document.addEventListener("DOMContentLoaded", start);
  document.addEventListener("htmx:afterSettle", start);
  if (document.readyState !== "loading") start();
})();
