/* Keys of the library's pages: / to the search box, arrows over the hits, Enter opens, c copies the citation. */
(() => {
  "use strict";

  const box = document.querySelector("[data-law-box]");
  const hits = [...document.querySelectorAll("[data-hit]")];
  let at = -1;

  const typing = (element) => element.closest("input, textarea, select, [contenteditable]");

  const move = (step) => {
    if (!hits.length) return;
    hits[at]?.closest("li")?.classList.remove("at");
    at = Math.min(hits.length - 1, Math.max(0, at + step));
    const item = hits[at].closest("li");
    item.classList.add("at");
    hits[at].focus({ preventScroll: true });
    item.scrollIntoView({ block: "nearest" });
  };

  const copy = () => {
    const near = hits[at]?.closest("li") ?? document;
    near.querySelector("[data-copy]")?.click();
  };

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    if (event.key === "ArrowDown" && event.target === box && hits.length) { event.preventDefault(); at = -1; move(1); return; }
    if (typing(event.target)) return;
    const keys = { "/": () => { box?.focus(); box?.select(); }, ArrowDown: () => move(1), ArrowUp: () => move(-1), c: copy };
    const act = keys[event.key];
    if (!act || (event.key.startsWith("Arrow") && !hits.length)) return;
    event.preventDefault();
    act();
  });
})();
