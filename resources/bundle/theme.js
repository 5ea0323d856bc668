// Runs before anything is drawn, so that no page flashes in colours that its reader did not choose.
// Storage may be refused or shared by all pages that are opened from disk: it is only ever asked, never relied on.
"use strict";

window.FW = Object.create(null);

FW.themes = ["system", "light", "dark", "contrast"];
FW.made = document.documentElement.dataset.theme || "system";

FW.remembered = function (key) {
  try {
    return window.localStorage.getItem("fanwiki." + key);
  } catch {
    return null;
  }
};

FW.remember = function (key, value) {
  try {
    window.localStorage.setItem("fanwiki." + key, value);
  } catch {
    // Then it holds for this page only.
  }
};

FW.theme = FW.themes.includes(FW.remembered("theme")) ? FW.remembered("theme") : FW.made;

FW.showTheme = function (theme) {
  FW.theme = theme;
  if (theme === "system") delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
};

FW.showTheme(FW.theme);
document.documentElement.classList.add("scripted");
