// The page itself: a worker that runs the converter, what it is given, and how far it has come.
const by = (name) => document.getElementById(name);
const LOWEST = "试过能用的最低是内核 Chrome 103（Windows 7 上最后的 Chrome 109 也可以）";
const STATES = {
  preparing: "正在准备，约需几秒钟；文件可以先拖进来。", cancelled: "已取消。正在重新准备，约需几秒钟；文件可以先拖进来。", ready: "准备好了，可以拖入文件。",
  slow: "准备了一分钟还没有好，可以再等等；一直这样的，请换一个浏览器。", broken: "这个网页在您的浏览器里启动不了：", failed: "处理中断了，没有结果：",
};
const PATIENCE = 60_000;  // in ms, until it is said that the start takes long

const WORKBOOK = /\.(xlsx|xlsm|xls|et|xlsb|ods|csv|zip)$/i, REPORT = /\.docx$/i;

let worker, waiting, latest, results = [], written = [], total = 0;
let isToKeep = false;  // reports were made and not yet downloaded
const isReady = () => "ready" in document.documentElement.dataset;

// A part of the program that the page carries, unpacked.
async function part(name) {
  const text = by(`part-${name}`).textContent.trim();
  const letters = atob(text), packed = new Uint8Array(letters.length);
  for (let at = 0; at < letters.length; at += 1) packed[at] = letters.charCodeAt(at);
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

function tell(state, more = "") {
  by("state").textContent = STATES[state] + more;
  by("state").className = { failed: "broken", slow: "broken" }[state] || state;
}

async function startWorker(state = "preparing") {
  tell(state);
  setTimeout(() => { if (!isReady() && by("state").className !== "broken") tell("slow"); }, PATIENCE);
  const source = new Blob([by("worker").textContent], { type: "text/javascript" });
  worker = new Worker(URL.createObjectURL(source));
  worker.onmessage = ({ data }) => HANDLERS[data.kind](data);
  worker.onerror = (event) => HANDLERS.broken({ message: event.message || "" });
  const names = ["loader", "module", "wasm", "library", "lock", "packages"];
  const parts = Object.fromEntries(await Promise.all(names.map(async (name) => [name, await part(name)])));
  worker.postMessage({ action: "start", ...parts }, names.map((name) => parts[name].buffer));
}

const HANDLERS = {
  ready({ packs }) {
    tell("ready");
    by("blank").disabled = false;
    if (by("pack").length === 1) for (const { name, title } of packs) by("pack").add(new Option(title, name));
    document.documentElement.dataset.ready = "";
    if (waiting) begin(...waiting);
  },
  answer({ answer }) {
    if ("total" in answer) total = answer.total;
    else if ("summary" in answer) by("summary").textContent = answer.summary;
    else if ("refusal" in answer) results.push({ name: "没有可处理的材料", failure: answer.refusal, files: [] });
    else results.push(answer);
    showProgress();
  },
  done({ files }) {
    written = files;
    showResults();
  },
  given({ name, data, isAll }) {
    give(name, data);
    if (isAll) isToKeep = false;
  },
  broken({ message }) {
    const started = isReady();
    again();
    tell(started ? "failed" : "broken", started ? message : `${message}。${advice()}`);
    document.documentElement.dataset.broken = "";
  },
};

// Reports without any workbook are there to be checked; else, documents are what a department wrote.
function isToCheck(files) {
  return files.some(({ path }) => REPORT.test(path)) && !files.some(({ path }) => WORKBOOK.test(path));
}

// The year that is written, 0 for none, NaN for words that are no year.
function yearAsked() {
  const written = by("year").value.normalize("NFKC").trim();
  return written ? Number(/^((?:19|20)\d\d)\s*(?:年度?)?$/.exec(written)?.[1]) : 0;
}

async function take(named, checking) {
  if (!named.length) return refuse("没有收到文件：文件夹是空的，或是从压缩包、微信等窗口里直接拖来的。请先存到电脑上再拖，或用“选择文件”。");
  if (Number.isNaN(yearAsked())) return refuse(`“报告年度”一栏写的“${by("year").value}”认不出是哪一年，没有处理。请写四位数字，如 2024，或者清空，再重新拖入。`);
  by("state").textContent = `收到 ${named.length} 个文件，${isReady() ? "正在读入……" : "准备好就开始处理……"}`;
  const files = await contents(named);
  if (isReady()) begin(files, checking);
  else waiting = [files, checking];
}

// Files without contents could not be read: each is a result of its own. A standard chosen beside results is for
// these files alone; that of the start, which stands there, is for all that are given.
function begin(files, checking = isToCheck(files.filter(({ data }) => data)), pack = by("pack").value) {
  waiting = undefined;
  latest = { files, checking, asked: { year: yearAsked() || 0, pack } };
  const lost = files.filter(({ data }) => !data), whole = files.filter(({ data }) => data);
  results = lost.map(({ path }) => ({ name: path, failure: "读不了，没有处理。正用别的程序打开着的，请关掉；在网盘、U 盘、压缩包里的，请先存到电脑上；再重新拖入。", files: [] }));
  [written, total, isToKeep] = [[], 0, false];
  by("summary").textContent = by("outcome-words").textContent = by("outcome-words").className = "";
  turnTo("running");
  by("progress-words").textContent = `正在读入 ${files.length} 个文件……`;
  by("forms").hidden = checking;
  worker.postMessage(checking ? { action: "verify", ...parted(whole) } : { action: "convert", files: whole, ...latest.asked });
}

const nameOfAll = () => (latest.checking ? "核对结果" : "绩效评价报告");

// What reports are held against is given with them.
function parted(files) {
  const isData = ({ path }) => WORKBOOK.test(path);
  return { reports: files.filter((file) => !isData(file)), data: files.filter(isData) };
}

function refuse(why) {
  const place = by(by("done").hidden ? "state" : "outcome-words");
  place.textContent = why;
  place.className = "broken";
}

// Ending the worker is the only way to stop what it does; a new one starts at once.
function cancel() {
  worker.terminate();
  delete document.documentElement.dataset.ready;
  again();
  startWorker("cancelled");
}

function again() {
  turnTo("start");
  if (isReady()) tell("ready");
}

function turnTo(view) {
  for (const each of ["start", "running", "done"]) by(each).hidden = each !== view;
  scrollTo(0, 0);
}

function showProgress() {
  by("progress").max = total || 1;
  by("progress").value = results.length;
  if (total) by("progress-words").textContent = `已处理 ${Math.min(results.length, total)} / ${total}`;
}

function listen() {
  const isBusy = () => !by("running").hidden;
  const over = (isOver) => document.body.classList.toggle("over", isOver && !isBusy());
  document.addEventListener("dragover", (event) => {
    event.preventDefault();
    event.dataTransfer.dropEffect = isBusy() ? "none" : "copy";
    over(true);
  });
  document.addEventListener("dragleave", (event) => { if (!event.relatedTarget) over(false); });
  document.addEventListener("drop", async (event) => {
    event.preventDefault();
    over(false);
    if (!isBusy()) take(await dropped(event.dataTransfer.items));
  });
  for (const [name, checking] of [["folder"], ["files"], ["reports", true]]) {
    by(`choose-${name}`).onclick = () => by(name).click();
    by(name).onchange = () => take(chosen(by(name)), checking);
  }
  by("forms").onclick = () => worker.postMessage({ action: "forms", ...latest.asked });
  by("cancel").onclick = cancel;
  by("again").onclick = again;
  by("download").onclick = () => worker.postMessage({ action: "zip", name: `${nameOfAll()}.zip` });
  addEventListener("beforeunload", (event) => { if (isToKeep) event.preventDefault(); });
  by("blank").onclick = () => worker.postMessage({ action: "blank", pack: by("pack").value });
  by("save").hidden = !("showDirectoryPicker" in window);
  by("save").onclick = save;
  by("licences-link").onclick = (event) => { event.preventDefault(); by("licences").hidden = !by("licences").hidden; by("licences").scrollIntoView(); };
}

const missing = lacking();
if (missing.length) tell("broken", `缺少${missing.join("、")}。${advice()}`);
else { listen(); startWorker(); }
