// Compile the packages to bytecode by the very Python that will run them, and zip them without their sources.
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";

const [pyodide, site, target] = process.argv.slice(2).map((path) => resolve(path));
const { loadPyodide } = await import(pathToFileURL(join(pyodide, "pyodide.mjs")));
const python = await loadPyodide({ packages: [] });

function copy(from, to) {
  python.FS.mkdirTree(to);
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const [source, copied] = [join(from, entry.name), `${to}/${entry.name}`];
    if (entry.isDirectory()) copy(source, copied);
    else python.FS.writeFile(copied, new Uint8Array(readFileSync(source)));
  }
}

copy(site, "/site");
python.runPython(`
import compileall, pathlib, py_compile, shutil
unchecked = py_compile.PycInvalidationMode.UNCHECKED_HASH
compileall.compile_dir("/site", quiet=2, legacy=True, optimize=2, stripdir="/site", invalidation_mode=unchecked)
for source in pathlib.Path("/site").rglob("*.py"):
    if source.with_suffix(".pyc").exists():
        source.unlink()
shutil.make_archive("/packages", "zip", "/site")
`);
writeFileSync(target, python.FS.readFile("/packages.zip"));
