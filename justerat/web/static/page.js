// What a page can do besides being read: a chosen value and its box are marked together, and keys lead on.
"use strict";

(() => {
  const MARK = "chosen";

  function choose() {
    document.querySelectorAll("." + MARK).forEach((one) => one.classList.remove(MARK));
    const found = /^#([bv])-([a-z_]+-\d+)$/.exec(location.hash);
    if (!found) return;
    const value = document.getElementById("v-" + found[2]);
    const box = document.getElementById("b-" + found[2]);
    [value, box].forEach((one) => one && one.classList.add(MARK));
    const other = found[1] === "b" ? box : value;
    if (other) other.scrollIntoView({ block: "center", inline: "nearest" });
  }

  function step(by) {
    const links = [...document.querySelectorAll("a.value")];
    if (!links.length) return;
    const at = links.findIndex((link) => link.closest("li").classList.contains(MARK));
    const next = links[(at + by + links.length) % links.length] || links[0];
    next.focus();
    location.hash = next.getAttribute("href");
  }

  function follow(relation) {
    const link = document.querySelector("a[rel=" + relation + "]");
    if (link) link.click();
  }

  const KEYS = { j: () => step(1), k: () => step(-1), n: () => follow("next"), p: () => follow("prev") };

  document.addEventListener("keydown", (event) => {
    const typing = /^(INPUT|SELECT|TEXTAREA)$/.test(event.target.tagName);
    if (typing || event.ctrlKey || event.altKey || event.metaKey || !KEYS[event.key]) return;
    event.preventDefault();
    KEYS[event.key]();
  });
  addEventListener("hashchange", choose);
  choose();
})();
