// A bundle of one file holds every page; this shows one of them at a time, by the place in the address.
"use strict";

(function () {
  const title = document.title;
  const leaves = [...document.querySelectorAll("main > .leaf")];
  let shown = null;

  // Every picture stands in the file where it is shown; the list of all gets copies of them.
  function showPictures(leaf) {
    for (const list of leaf.querySelectorAll(".entries.columns")) {
      list.classList.replace("columns", "cards");
      for (const item of list.children) {
        const whole = document.querySelector(item.querySelector("a").hash + " img");
        if (whole) item.prepend(FW.element("img", { src: whole.src, alt: "", loading: "lazy" }));
      }
    }
  }

  function show() {
    const place = decodeURIComponent(window.location.hash.slice(1).split("?")[0]);
    const target = place ? FW.at(place) || document.getElementById("not-found") : leaves[0];
    const leaf = target.closest(".leaf");
    if (!leaf) return; // such as the link past the head: the page stays
    if (leaf !== shown) {
      for (const other of leaves) other.classList.toggle("current", other === leaf);
      const name = leaf.querySelector(".reading.shown h1") || leaf.querySelector("h1");
      document.title = name && leaf !== leaves[0] ? name.textContent + " · " + title : title;
      shown = leaf;
    }
    if (leaf.id === "pictures") showPictures(leaf);
    if (leaf.id === "search") FW.searchPage(document.getElementById("search-results"));
    else if (target === leaf) window.scrollTo({ top: 0, behavior: "instant" });
    else target.scrollIntoView({ behavior: "instant" });
  }

  window.addEventListener("hashchange", show);
  show();
})();
