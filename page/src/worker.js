// Python in a worker: it is given files, and answers what became of them. Ended by whoever made it.
const INBOX = "/inbox", OUTBOX = "/outbox", FORMS = "/forms", REPORTS = "/reports";

let python, inbox = INBOX;

// Nothing is fetched but what came with the page: the interpreter asks for its own file by this name.
function serveInterpreter(wasm) {
  self.fetch = async () => new Response(wasm, { headers: { "Content-Type": "application/wasm" } });
}

// The loader tries whether it may load scripts here. It needs none, and none are to be had.
self.importScripts = () => { throw new Error("no scripts"); };

async function start({ loader, module, wasm, library, lock, packages }) {
  serveInterpreter(wasm);
  const address = (data, type) => URL.createObjectURL(new Blob([data], { type }));
  const { loadPyodide } = await import(address(loader, "text/javascript"));
  const createPyodideModule = (await import(address(module, "text/javascript"))).default;
  const stdLibURL = address(library, "application/zip");
  const served = self.fetch;
  self.fetch = (what) => (String(what) === stdLibURL ? new Response(library) : served(what));
  python = await loadPyodide({
    createPyodideModule, stdLibURL, indexURL: "https://jixiao.invalid/", lockFileContents: new TextDecoder().decode(lock), packages: [],
    env: { HOME: "/home", PYTHONDONTWRITEBYTECODE: "1" },
  });
  const site = python.runPython("import site; site.getsitepackages()[0]");
  python.unpackArchive(packages, "zip", { extractDir: site });
  python.runPython("import converter.browser");
  postMessage({ kind: "ready", packs: JSON.parse(session().packs()) });
}

// One folder alone is the inbox, as it would be on the command line.
function inboxOf(files) {
  const tops = new Set(files.map(({ path }) => (path.includes("/") ? path.slice(0, path.indexOf("/")) : "")));
  return tops.size === 1 && !tops.has("") ? `${INBOX}/${[...tops][0]}` : INBOX;
}

const session = () => python.pyimport("converter.browser");

function convert({ files, year, pack }) {
  clear(OUTBOX);
  fill(INBOX, files);
  inbox = inboxOf(files);
  answer(session().convert(inbox, OUTBOX, year, pack));
}

function verify({ reports, data }) {
  clear(OUTBOX);
  fill(REPORTS, reports);
  fill(INBOX, data);
  answer(session().verify(REPORTS, INBOX, OUTBOX));
}

function fill(folder, files) {
  clear(folder);
  for (const { path, data } of files) {
    const target = `${folder}/${path}`;
    python.FS.mkdirTree(target.slice(0, target.lastIndexOf("/")));
    python.FS.writeFile(target, data);
  }
}

function answer(answers) {
  for (const each of answers) postMessage({ kind: "answer", answer: JSON.parse(each) });
  const written = read(OUTBOX, session().for_people(OUTBOX).toJs());
  postMessage({ kind: "done", files: written }, written.map((file) => file.data.buffer));
}

function blank({ pack }) {
  clear(FORMS);
  giveOne(session().blank_supplement(FORMS, pack));
}

function forms({ year, pack }) {
  clear(FORMS);
  const paths = session().prefilled_supplements(inbox, FORMS, year, pack).toJs();
  if (paths.length === 1) giveOne(paths[0]);
  else zipped("补充资料.zip", FORMS, paths);
}

function zip({ name }) { zipped(name, OUTBOX, session().for_people(OUTBOX), true); }

function giveOne(path) {
  const [{ data }] = read(FORMS, [path]);
  postMessage({ kind: "given", name: path.split("/").at(-1), data }, [data.buffer]);
}

function zipped(name, folder, paths, isAll = false) {
  const data = session().packed(folder, paths).toJs();
  postMessage({ kind: "given", name, data, isAll }, [data.buffer]);
}

function clear(folder) {
  if (python.FS.analyzePath(folder).exists) python.pyimport("shutil").rmtree(folder);
  python.FS.mkdirTree(folder);
}

const read = (folder, paths) => paths.map((path) => ({ path, data: python.FS.readFile(`${folder}/${path}`) }));

const ACTIONS = { start, convert, verify, forms, blank, zip };
self.onmessage = async ({ data: { action, ...rest } }) => {
  try {
    await ACTIONS[action](rest);
  } catch (error) {
    postMessage({ kind: "broken", message: error.message || error.name || String(error) });
  }
};
