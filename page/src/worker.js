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
  python.runPython("import converter.browser; converter.browser.speak_of_the_page()");
  postMessage({ kind: "ready" });
}

// One folder alone is the inbox, as it would be on the command line.
function inboxOf(files) {
  const tops = new Set(files.map(({ path }) => (path.includes("/") ? path.slice(0, path.indexOf("/")) : "")));
  return tops.size === 1 && !tops.has("") ? `${INBOX}/${[...tops][0]}` : INBOX;
}

function convert({ files, year }) {
  clear(OUTBOX);
  fill(INBOX, files);
  inbox = inboxOf(files);
  answer(python.pyimport("converter.browser").convert(inbox, OUTBOX, year));
}

function verify({ reports, data }) {
  clear(OUTBOX);
  fill(REPORTS, reports);
  fill(INBOX, data);
  answer(python.pyimport("converter.browser").verify(REPORTS, INBOX, OUTBOX));
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
  const written = list(OUTBOX);
  postMessage({ kind: "done", files: written }, written.map((file) => file.data.buffer));
}

function blank() {
  python.FS.mkdirTree("/blank");
  const path = python.pyimport("converter.browser").blank_supplement("/blank");
  const data = python.FS.readFile(path);
  postMessage({ kind: "given", name: path.slice(path.lastIndexOf("/") + 1), data }, [data.buffer]);
}

function forms({ year }) {
  clear(FORMS);
  python.pyimport("converter.browser").prefilled_supplements(inbox, FORMS, year);
  const [made, ...more] = list(FORMS);
  if (made && !more.length) postMessage({ kind: "given", name: made.path.split("/").at(-1), data: made.data });
  else zipped("补充资料.zip", FORMS);
}

function zip() { zipped("绩效评价报告.zip", OUTBOX); }

function zipped(name, folder) {
  const data = python.pyimport("converter.browser").packed(folder).toJs();
  postMessage({ kind: "given", name, data }, [data.buffer]);
}

function clear(folder) {
  if (python.FS.analyzePath(folder).exists) python.pyimport("shutil").rmtree(folder);
  python.FS.mkdirTree(folder);
}

// The files below a folder, without what the converter keeps for itself.
function list(folder, below = "") {
  return python.FS.readdir(folder).filter((name) => !name.startsWith(".")).flatMap((name) => {
    const path = `${folder}/${name}`;
    return python.FS.isDir(python.FS.stat(path).mode)
      ? list(path, `${below}${name}/`)
      : [{ path: below + name, data: python.FS.readFile(path) }];
  });
}

const ACTIONS = { start, convert, verify, forms, blank, zip };
self.onmessage = async ({ data: { action, ...rest } }) => {
  try {
    await ACTIONS[action](rest);
  } catch (error) {
    postMessage({ kind: "broken", message: String(error.message || error) });
  }
};
