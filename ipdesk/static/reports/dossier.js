/* Brings the marked place of a page into view; keeps opened materials and the page shown when the dossier is fetched anew. */
(() => {
  "use strict";

  const showMark = (pane) => {
    const mark = pane.querySelector(".page-marks rect, .lines .marked");
    if (!mark) { pane.scrollTop = 0; return; }
    const place = mark.getBoundingClientRect();
    pane.scrollTop += place.top - pane.getBoundingClientRect().top - pane.clientHeight / 3;
  };

  document.addEventListener("htmx:afterSwap", (event) => {
    if (event.target.id !== "pane") return;
    const pane = event.target;
    const picture = pane.querySelector("img");
    if (picture && !picture.complete) picture.addEventListener("load", () => showMark(pane), { once: true });
    else showMark(pane);
    if (event.detail.requestConfig.elt === pane) return; // the page shown first, which nobody asked for
    if (window.matchMedia("(max-width: 64rem)").matches) pane.scrollIntoView({ block: "start" });
    pane.focus({ preventScroll: true });
  });

  let open = [];
  let shown;
  document.addEventListener("htmx:beforeSwap", (event) => {
    if (event.target.id !== "dossier") return;
    open = [...event.target.querySelectorAll("details.material[open]")].map((one) => one.id);
    shown = event.target.querySelector("[data-sight]")?.dataset.sight;
  });
  document.addEventListener("htmx:configRequest", (event) => {
    if (event.target.id !== "pane" || !shown) return;
    event.detail.path = shown;
    shown = undefined;
  });
  document.addEventListener("htmx:afterSettle", (event) => {
    if (event.target.id !== "dossier") return;
    for (const id of open) document.getElementById(id)?.setAttribute("open", "");
    open = [];
  });
})();
