// A bundle of one file holds every page; this shows one of them at a time, by the place in the address.
"use strict";

(function () {
  const title = document.title;
  const leaves = [...document.querySelectorAll("main > .leaf")];
  let shown = null;

  function show() {
    const place = decodeURIComponent(window.location.hash.slice(1).split("?")[0]);
    const target = (place && document.getElementById(place)) || leaves[0];
    const leaf = target.closest(".leaf");
    if (!leaf) return; // such as the link past the head: the page stays
    if (leaf !== shown) {
      for (const other of leaves) other.classList.toggle("current", other === leaf);
      const name = leaf.querySelector("h1");
      document.title = name && leaf !== leaves[0] ? name.textContent + " · " + title : title;
      shown = leaf;
    }
    if (leaf.id === "search") FW.searchPage(document.getElementById("search-results"));
    else if (target === leaf) window.scrollTo({ top: 0, behavior: "instant" });
    else target.scrollIntoView({ behavior: "instant" });
  }

  window.addEventListener("hashchange", show);
  show();
})();
