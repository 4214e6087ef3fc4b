// Saved searches and alerts: a call that was opened from an alert has been seen. Without this script a button says so.
"use strict";
document.addEventListener("click", (event) => {
  const link = event.target.closest("[data-seen]");
  if (link) navigator.sendBeacon(link.dataset.seen);
});
// The field comes to whoever opens the form.
document.addEventListener("toggle", (event) => {
  if (event.target.open && event.target.matches(".keep details, .saved-change")) {
    event.target.querySelector("input[type=text]")?.focus();
  }
}, true);
