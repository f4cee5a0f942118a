// Give packages, library and compiling.py to the very Python that will run them, and take what it makes of them.
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";

const [pyodide, site, script, target] = process.argv.slice(2).map((path) => resolve(path));
const { loadPyodide } = await import(pathToFileURL(join(pyodide, "pyodide.mjs")));
// Bytecode without columns: they are shown below a line of source, and the page has none.
const python = await loadPyodide({ packages: [], env: { PYTHONNODEBUGRANGES: "1" } });

function copy(from, to) {
  python.FS.mkdirTree(to);
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const [source, copied] = [join(from, entry.name), `${to}/${entry.name}`];
    if (entry.isDirectory()) copy(source, copied);
    else python.FS.writeFile(copied, new Uint8Array(readFileSync(source)));
  }
}

copy(site, python.runPython("import site; site.getsitepackages()[0]"));
python.FS.writeFile("/python_stdlib.zip", new Uint8Array(readFileSync(join(pyodide, "python_stdlib.zip"))));
python.runPython(readFileSync(script, "utf-8"));
for (const name of ["packages.zip", "library.zip"]) writeFileSync(join(target, name), python.FS.readFile(`/${name}`));
