// What somebody meant who misspelt a name: the nearest words of names.
"use strict";

FW.typos = (function () {
  const MOST = 6;

  // Three rows of a table of distances, used again for every pair of words.
  const LONGEST = 64;
  let [before, above, line] = [0, 1, 2].map(() => new Uint8Array(LONGEST + 1));

  // How many letters have to be added, left out, changed or swapped; more than `most` is told as most + 1.
  function distance(one, other, most) {
    const width = other.length;
    if (Math.abs(one.length - width) > most || one.length > LONGEST || width > LONGEST) return most + 1;
    for (let column = 0; column <= width; column += 1) above[column] = column;
    for (let row = 1; row <= one.length; row += 1) {
      const letter = one.charCodeAt(row - 1);
      const letterBefore = row > 1 ? one.charCodeAt(row - 2) : -1;
      let least = (line[0] = row);
      for (let column = 1; column <= width; column += 1) {
        const compared = other.charCodeAt(column - 1);
        let cost = Math.min(above[column] + 1, line[column - 1] + 1, above[column - 1] + (letter === compared ? 0 : 1));
        const swapped = column > 1 && letterBefore === compared && letter === other.charCodeAt(column - 2);
        if (swapped) cost = Math.min(cost, before[column - 2] + 1);
        line[column] = cost;
        if (cost < least) least = cost;
      }
      if (least > most) return most + 1;
      [before, above, line] = [above, line, before];
    }
    return above[width];
  }

  // Which letters a word has, as bits; some letters share one.
  function lettersOf(word) {
    let bits = 0;
    for (let place = 0; place < word.length; place += 1) bits |= 1 << word.charCodeAt(place);
    return bits;
  }

  function countOf(bits) {
    let count = 0;
    for (let left = bits; left; left &= left - 1) count += 1;
    return count;
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
    const letters = lettersOf(word);
    for (const other of await FW.index.nameWords()) {
      // Each letter that the other one lacks takes a step at least, so most words are passed over at once.
      if (other.length < word.length - most || countOf(letters & ~lettersOf(other)) > most) continue;
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
