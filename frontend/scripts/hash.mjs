// Writes the hash of the sources beside the built files; FrontendIsBuiltTest computes the same in Java and compares.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

const frontend = join(dirname(fileURLToPath(import.meta.url)), '..');
const built = join(frontend, '../src/main/resources/static/islands');

const sources = readdirSync(frontend, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => relative(frontend, join(entry.parentPath, entry.name)).split(sep).join('/'))
  .filter((path) => !path.startsWith('node_modules/') && !path.endsWith('.md') && !path.split('/').some((part) => part.startsWith('.')))
  .sort((a, b) => (a < b ? -1 : 1));

const hash = createHash('sha256');
for (const path of sources) {
  const text = readFileSync(join(frontend, path), 'utf8').replaceAll('\r\n', '\n');
  hash.update(`${path}\n${Buffer.byteLength(text)}\n${text}\n`);
}
writeFileSync(join(built, 'SOURCES.sha256'), `${hash.digest('hex')}\n`);
console.log(`hashed ${sources.length} sources`);
