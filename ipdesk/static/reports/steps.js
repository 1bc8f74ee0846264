/* Saving by hand waits for a save that is under way by itself, so that one window is never in its own way. */
(() => {
  "use strict";

  const form = document.querySelector("form[data-autosave]");
  if (!form) return;
  let saving = false;
  let leaving = false;

  form.addEventListener("htmx:beforeRequest", (event) => {
    if (event.target !== form) return;
    if (leaving) event.preventDefault();
    else saving = true;
  });
  form.addEventListener("htmx:afterRequest", (event) => {
    if (event.target !== form) return;
    saving = false;
    if (leaving) setTimeout(() => form.submit(), 50); // the new version number is put in place first
  });
  form.addEventListener("submit", (event) => {
    leaving = true;
    if (saving) event.preventDefault();
  });
  window.addEventListener("pageshow", () => { leaving = false; });
})();
