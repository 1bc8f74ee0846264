/* Small conveniences; every page works without them. Nothing here evaluates text as code. */
(() => {
  "use strict";

  const token = document.querySelector('meta[name="csrf-token"]');
  document.addEventListener("htmx:configRequest", (event) => {
    if (token && event.detail.verb !== "get") event.detail.headers["X-CSRFToken"] = token.content;
  });

  const say = (text) => {
    const place = document.getElementById("messages");
    const note = document.createElement("p");
    note.className = "notice danger";
    note.textContent = text;
    place.replaceChildren(note);
  };
  document.addEventListener("htmx:sendError", () => say("网络没有连通，刚才的操作没有送达。请检查网络后再试一次。"));
  document.addEventListener("htmx:timeout", () => say("等候时间过长，请稍后再试一次。"));

  const prepare = (root) => {
    for (const button of root.querySelectorAll("[data-copy]")) button.hidden = !navigator.clipboard;
    root.querySelector("[data-focus]")?.focus();
  };
  document.addEventListener("DOMContentLoaded", () => prepare(document));
  document.addEventListener("htmx:load", (event) => prepare(event.detail.elt));

  const copy = async (button) => {
    const label = button.textContent;
    await navigator.clipboard.writeText(button.dataset.copy);
    button.textContent = button.dataset.copied;
    setTimeout(() => { button.textContent = label; }, 2000);
  };
  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-copy], [data-open-dialog], [data-print]");
    if (!button) return;
    if ("copy" in button.dataset) copy(button);
    if ("openDialog" in button.dataset) document.getElementById(button.dataset.openDialog).showModal();
    if ("print" in button.dataset) window.print();
  });

  // The account menu closes when the reader turns elsewhere.
  document.addEventListener("click", (event) => {
    for (const menu of document.querySelectorAll("details.account[open]")) if (!menu.contains(event.target)) menu.open = false;
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    for (const menu of document.querySelectorAll("details.account[open]")) { menu.open = false; menu.querySelector("summary").focus(); }
  });

  // Files dropped on a zone land in its file field, which then tells of the change itself.
  const zoneOf = (event) => event.target.closest?.("[data-drop-zone]");
  document.addEventListener("dragover", (event) => { const zone = zoneOf(event); if (zone) { event.preventDefault(); zone.classList.add("over"); } });
  document.addEventListener("dragleave", (event) => zoneOf(event)?.classList.remove("over"));
  document.addEventListener("drop", (event) => {
    const zone = zoneOf(event);
    if (!zone) return;
    event.preventDefault();
    zone.classList.remove("over");
    const field = zone.querySelector('input[type="file"]');
    field.files = event.dataTransfer.files;
    field.dispatchEvent(new Event("change", { bubbles: true }));
  });
})();
