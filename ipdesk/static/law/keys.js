/* Keys of the library's pages. Hits are looked up at each key, for htmx may have swapped them. Never acts while someone types. */
(() => {
  "use strict";

  const hits = () => [...document.querySelectorAll("[data-hit]")];
  const current = () => document.querySelector(".at [data-hit]");
  const item = (hit) => hit?.closest("li, tr");
  const box = () => document.querySelector("[data-law-box]");
  const typing = (element) => element.closest("input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable], dialog");

  const say = (text) => { const place = document.getElementById("law-said"); if (place) place.textContent = text; };

  const move = (step) => {
    const all = hits();
    if (!all.length) return false;
    const now = all.indexOf(current());
    const next = all[Math.min(all.length - 1, Math.max(0, now < 0 ? (step > 0 ? 0 : all.length - 1) : now + step))];
    item(current())?.classList.remove("at");
    item(next).classList.add("at");
    next.focus({ preventScroll: true });
    item(next).scrollIntoView({ block: "nearest" });
    return true;
  };

  const copy = () => {
    const button = (item(current()) ?? document).querySelector("[data-copy]") ?? document.querySelector(".law-cite [data-copy]");
    if (!button) return false;
    button.click();
    say(button.dataset.copied);
    return true;
  };

  const pick = () => {
    const tick = item(current())?.querySelector('input[type="checkbox"]');
    if (!tick) return false;
    tick.checked = !tick.checked;
    return true;
  };

  const turn = (relation) => {
    const link = document.querySelector(`.law-neighbours [rel=${relation}]`);
    link?.click();
    return Boolean(link);
  };

  const search = () => { box()?.focus(); box()?.select(); return Boolean(box()); };
  const help = () => { const dialog = document.getElementById("law-keys"); dialog?.showModal(); return Boolean(dialog); };

  const keys = {
    "/": search, "?": help, c: copy, x: pick,
    ArrowDown: () => move(1), j: () => move(1), ArrowUp: () => move(-1), k: () => move(-1),
    ArrowLeft: () => turn("prev"), ArrowRight: () => turn("next"),
  };

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || event.defaultPrevented) return;
    const inBox = event.target === box();
    const fromBox = inBox && ((event.key === "ArrowDown" && hits().length) || (event.key === "/" && !box().value));
    if (typing(event.target) && !fromBox) return;
    if (Object.hasOwn(keys, event.key) && keys[event.key]()) event.preventDefault();
  });

  // A choice of order is sent at once; without scripts the button beside it does that.
  document.addEventListener("change", (event) => {
    if (event.target.matches("[data-sends]")) event.target.form.requestSubmit();
  });
})();
