// How text becomes words: the same steps as fanwiki.domain.words, with its tables (FW.tables).
"use strict";

FW.words = (function () {
  const { marks, invisible, unspaced, letters, folds } = FW.tables;
  const range = ([first, last]) => `\\u{${first.toString(16)}}-\\u{${last.toString(16)}}`;
  const dropped = new RegExp(`[${[...marks, ...invisible].map(range).join("")}]`, "gu");
  const withoutSpaces = new RegExp(`[${unspaced.map(range).join("")}]+`, "gu");
  const isUnspaced = new RegExp(`[${unspaced.map(range).join("")}]`, "u");
  const word = /[\p{L}\p{N}\p{M}]+/gu;
  // Maps, since words such as "constructor" are keys that every object has.
  const folded = new Map(Object.entries(folds));
  const spelled = new Map(Object.entries(letters));
  const isAscii = /^[\x00-\x7f]*$/;

  const replaced = (text, table) => Array.from(text, (char) => table.get(char) ?? char).join("");

  function fold(text) {
    if (isAscii.test(text)) return text.toLowerCase();
    const lower = replaced(text.normalize("NFKD").toLowerCase(), folded);
    return replaced(lower.normalize("NFKD").replace(dropped, ""), spelled).normalize("NFC");
  }

  function split(run, lastAlone) {
    const parts = [];
    let place = 0;
    for (const stretch of run.matchAll(withoutSpaces)) {
      if (stretch.index > place) parts.push(run.slice(place, stretch.index));
      const chars = Array.from(stretch[0]);
      for (let index = 0; index + 1 < chars.length; index += 1) parts.push(chars[index] + chars[index + 1]);
      if (lastAlone || chars.length === 1) parts.push(chars.at(-1));
      place = stretch.index + stretch[0].length;
    }
    if (place < run.length) parts.push(run.slice(place));
    return parts;
  }

  const runs = (text) => fold(text).match(word) || [];

  const suffixes = [
    ["sses", ["ss"]], ["ches", ["ch"]], ["shes", ["sh"]], ["xes", ["x"]], ["oes", ["o"]],
    ["ies", ["y", "ie"]], ["ied", ["y"]], ["ing", ["", "e"]], ["ed", ["", "e"]], ["s", [""]],
  ];
  const doubles = /^[^aeiou]*[aeiou][bdgklmnprtv]$/;

  function stems(text) {
    if (/(ss|us|is)$/.test(text)) return [text];
    for (const [suffix, replacements] of suffixes) {
      const root = text.slice(0, -suffix.length);
      if (!text.endsWith(suffix) || root.length < 3) continue;
      const found = replacements.map((replacement) => root + replacement);
      const isDouble = root.at(-1) === root.at(-2) && !"lsz".includes(root.at(-1));
      if ((suffix === "ing" || suffix === "ed") && isDouble) found.push(root.slice(0, -1));
      return found;
    }
    return [text];
  }

  // The English forms under which a reader may mean the same word, the word itself first.
  function forms(text) {
    if (text.length < 4 || !/^[a-z]+$/.test(text)) return [text];
    const found = [text];
    for (const stem of stems(text)) {
      found.push(stem, stem + "s", stem + "ed", stem + "ing");
      if (/(s|x|z|ch|sh|o)$/.test(stem)) found.push(stem + "es");
      if (stem.endsWith("y")) found.push(stem.slice(0, -1) + "ies", stem.slice(0, -1) + "ied");
      if (stem.endsWith("e")) found.push(stem + "d", stem.slice(0, -1) + "ing");
      if (doubles.test(stem)) found.push(stem + stem.at(-1) + "ed", stem + stem.at(-1) + "ing");
    }
    return [...new Set(found)];
  }

  return {
    fold,
    forms,
    isUnspaced: (text) => isUnspaced.test(text),
    ofText: (text) => runs(text).flatMap((run) => split(run, true)),
    ofQuery: (text) =>
      runs(text)
        .flatMap((run) => split(run, false))
        .map((part) => ({ text: part, begins: Array.from(part).length === 1 && isUnspaced.test(part) })),
  };
})();
