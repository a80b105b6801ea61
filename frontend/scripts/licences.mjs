// Vite lists what it bundles; the stylesheet of form-js has Carbon's grid compiled in, which only we know.
import { appendFileSync, readFileSync } from 'node:fs';

const frontend = new URL('..', import.meta.url);
const read = (path) => readFileSync(new URL(`node_modules/@carbon/grid/${path}`, frontend), 'utf8');
const { name, version, license } = JSON.parse(read('package.json'));
const list = new URL('../src/main/resources/static/islands/LICENSES.txt', frontend);
appendFileSync(list, `\n## ${name} - ${version} (${license})\n\n${read('LICENSE').trim()}\n`);
