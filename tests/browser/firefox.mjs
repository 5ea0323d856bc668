// Opens pages of a bundle in Firefox from disk, types into the search, and prints what it found as JSON.
// Arguments: the folder of puppeteer-core, the program, the addresses of a page and of the control, whether to be strict about files as every
// reader's Firefox is ("strict" or "lax"), then what to type, one an argument.
import { createRequire } from "node:module";
import { join } from "node:path";

const [library, program, address, control, rule, ...queries] = process.argv.slice(2);
const puppeteer = createRequire(join(library, "package.json"))(library);
const browser = await puppeteer.launch({
  browser: "firefox",
  executablePath: program,
  headless: true,
  // The driver's own profile lets pages read files, which no reader's Firefox does: a test would lie.
  extraPrefsFirefox: { "security.fileuri.strict_origin_policy": rule === "strict" },
});
// The pages forbid scripts made of text, which is what the driver waits with; so what is waited for is asked again and again.
async function until(page, ask, ...values) {
  for (let left = 100; left; left -= 1) {
    const answer = await page.evaluate(ask, ...values).catch(() => null);
    if (answer) return answer;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error("waited in vain for " + ask);
}
const first = () => document.querySelector(".search-panel:not([hidden]) [role=option]")?.textContent;
const heading = (old) => {
  const shown = document.querySelector("h1")?.textContent;
  return shown !== old && shown;
};
// Whether a page that forbids nothing itself may read a file beside it: then a search that needs that would pass here.
const reads = () => fetch("neighbour.txt").then((answer) => answer.text(), () => "refused");
const told = { complaints: [], answers: [], heading: "", read: "" };
try {
  const other = await browser.newPage();
  await other.goto(control);
  told.read = await other.evaluate(reads);
  await other.close();
  const page = await browser.newPage();
  page.on("console", (message) => ["error", "warn"].includes(message.type()) && told.complaints.push(message.text()));
  page.on("pageerror", (error) => told.complaints.push(String(error)));
  if (queries.length) await search(page);
} finally {
  await browser.close();
}
console.log(JSON.stringify(told));

async function search(page) {
  await page.goto(address);
  for (const query of queries) {
    await page.focus(".search-box");
    await page.evaluate(() => (document.querySelector(".search-box").value = ""));
    await page.keyboard.type(query);
    told.answers.push(await until(page, first));
    await page.keyboard.press("Escape");
    await page.keyboard.press("Escape");
  }
  const home = await until(page, heading, "");
  await page.keyboard.press("/");
  await page.keyboard.type(queries.at(-1));
  await until(page, first);
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  told.heading = await until(page, heading, home);
}
