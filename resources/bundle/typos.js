// What somebody meant who misspelt a name: the nearest words of names.
"use strict";

FW.typos = (function () {
  const MOST = 6;

  // How many letters have to be added, left out, changed or swapped; more than `most` is told as most + 1.
  function distance(one, other, most) {
    if (Math.abs(one.length - other.length) > most) return most + 1;
    let before = [];
    let above = Array.from({ length: other.length + 1 }, (_, index) => index);
    for (let row = 1; row <= one.length; row += 1) {
      const line = [row];
      let least = row;
      for (let column = 1; column <= other.length; column += 1) {
        const same = one[row - 1] === other[column - 1];
        let cost = Math.min(above[column] + 1, line[column - 1] + 1, above[column - 1] + (same ? 0 : 1));
        const swapped = row > 1 && column > 1 && one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1];
        if (swapped) cost = Math.min(cost, before[column - 2] + 1);
        line.push(cost);
        least = Math.min(least, cost);
      }
      if (least > most) return most + 1;
      before = above;
      above = line;
    }
    return above[other.length];
  }

  const allowed = (word) => (word.length < 3 ? 0 : word.length < 5 ? 1 : word.length < 9 ? 2 : 3);

  // Words that sound alike begin alike more often than not: a wrong first letter counts for more.
  function cost(word, other, most) {
    const letters = distance(word, other, most);
    return letters > most ? Infinity : letters + (word[0] === other[0] ? 0 : 0.5);
  }

  // The words of names that are nearest to a word that no page has; the nearest first.
  const known = new Map();
  async function nearest(word, begins) {
    const key = `${word} ${begins}`;
    if (!known.has(key)) known.set(key, await look(word, begins));
    return known.get(key);
  }

  async function look(word, begins) {
    const most = allowed(word);
    if (!most) return [];
    const found = [];
    for (const other of await FW.index.nameWords()) {
      let near = cost(word, other, most);
      if (begins && other.length > word.length) {
        near = Math.min(near, cost(word, other.slice(0, word.length), most) + 0.25);
        near = Math.min(near, cost(word, other.slice(0, word.length + 1), most) + 0.25);
      }
      if (near < Infinity) found.push({ word: other, near });
    }
    found.sort((one, other) => one.near - other.near || (one.word < other.word ? -1 : 1));
    return found.filter(({ near }) => near <= found[0].near + 0.5).slice(0, MOST).map((entry) => entry.word);
  }

  return { distance, nearest };
})();
