// Fills forms with pdf.js, the engine of Firefox: node pdfjs_fill.mjs PDFJS JOBS
// JOBS is a JSON file: [{"blank": PATH, "filled": PATH, "texts": {BOX: TEXT}}, ...]; a tick's text
// is "yes" or empty, that of a list or of radio buttons the option's value.
import { readFile, writeFile } from "node:fs/promises";
import { pathToFileURL } from "node:url";

const [library, jobs] = process.argv.slice(2);
globalThis.DOMMatrix ??= class {}; // pdf.js draws with it; here nothing is drawn
const { getDocument } = await import(pathToFileURL(library).href);

for (const { blank, filled, texts } of JSON.parse(await readFile(jobs, "utf-8"))) {
  const data = new Uint8Array(await readFile(blank));
  const pdf = await getDocument({ data, useSystemFonts: false, verbosity: 0 }).promise;
  const boxes = await pdf.getFieldObjects();
  for (const [name, text] of Object.entries(texts)) {
    for (const box of boxes[name]) {
      const button = box.type === "checkbox" || box.type === "radiobutton";
      const value = button ? box.exportValues === text : text;
      pdf.annotationStorage.setValue(box.id, { value });
    }
  }
  await writeFile(filled, await pdf.saveDocument());
  await pdf.destroy();
}
