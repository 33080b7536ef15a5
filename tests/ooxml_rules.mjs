// Prints, as JSON, what the Open XML SDK's rules say of each Word file: node ooxml_rules.mjs PACKAGE FILE...
import { readFile } from "node:fs/promises";
import { pathToFileURL } from "node:url";

const [rules, ...files] = process.argv.slice(2);
const { default: validate } = await import(pathToFileURL(rules).href);
const told = {};
for (const file of files) {
  const errors = await validate(new Uint8Array(await readFile(file)), "docx", "Microsoft365");
  told[file] = errors.map((error) => `${error.path.partUri} ${error.path.xpath}: ${error.description}`);
}
process.stdout.write(JSON.stringify(told), () => process.exit(0));
