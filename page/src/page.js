// The page itself: takes files, shows how far the work has come, what came of it, and gives the results back.
const by = (name) => document.getElementById(name);
const STATES = {
  preparing: "正在准备，约需几秒钟；文件可以先拖进来。", cancelled: "已取消。正在重新准备，约需几秒钟；文件可以先拖进来。", ready: "准备好了，可以拖入文件。",
  broken: "这个网页在您的浏览器里启动不了：", failed: "处理中断了，没有结果：",
};
const NEEDED = {
  DecompressionStream: "DecompressionStream" in window, WebAssembly: "WebAssembly" in window, Worker: "Worker" in window,
};

const WORKBOOK = /\.(xlsx|xlsm|xls|et|xlsb|ods|csv|zip)$/i, REPORT = /\.docx$/i;

let worker, waiting, results = [], written = [], total = 0, received = 0;
let isToKeep = false;  // reports were made and not yet downloaded

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
  by("state").className = { failed: "broken" }[state] || state;
}

async function startWorker(state = "preparing") {
  tell(state);
  const source = new Blob([by("worker").textContent], { type: "text/javascript" });
  worker = new Worker(URL.createObjectURL(source));
  worker.onmessage = ({ data }) => HANDLERS[data.kind](data);
  worker.onerror = (event) => HANDLERS.broken({ message: event.message || "" });
  const names = ["loader", "module", "wasm", "library", "lock", "packages"];
  const parts = Object.fromEntries(await Promise.all(names.map(async (name) => [name, await part(name)])));
  worker.postMessage({ action: "start", ...parts }, names.map((name) => parts[name].buffer));
}

const HANDLERS = {
  ready() {
    tell("ready");
    by("blank").disabled = false;
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
  given({ name, data }) { give(name, data); },
  broken({ message }) {
    const started = "ready" in document.documentElement.dataset;
    again();
    tell(started ? "failed" : "broken", message);
    document.documentElement.dataset.broken = "";
  },
};

// Reports without any workbook are there to be checked; else, documents are what a department wrote.
function isToCheck(files) {
  return files.some(({ path }) => REPORT.test(path)) && !files.some(({ path }) => WORKBOOK.test(path));
}

function begin(files, checking = isToCheck(files)) {
  waiting = undefined;
  const year = Number(by("year").value) || 0;
  [results, written, total, received, isToKeep] = [[], [], 0, files.length, false];
  by("summary").textContent = "";
  turnTo("running");
  showProgress();
  by("forms").hidden = checking;
  worker.postMessage(checking ? { action: "verify", ...parted(files) } : { action: "convert", files, year });
}

// What reports are held against is given with them.
function parted(files) {
  const isData = ({ path }) => WORKBOOK.test(path);
  return { reports: files.filter((file) => !isData(file)), data: files.filter(isData) };
}

async function take(named, checking) {
  if (!named.length) return;
  by("state").textContent = `收到 ${named.length} 个文件，${"ready" in document.documentElement.dataset ? "正在读入……" : "准备好就开始处理……"}`;
  const files = await Promise.all(named.map(async ({ path, file }) => ({ path, data: new Uint8Array(await file.arrayBuffer()) })));
  if ("ready" in document.documentElement.dataset) begin(files, checking);
  else waiting = [files, checking];
}

function tellNoFile() {
  again();
  by("state").textContent = "没有收到文件，请用“选择文件”。";
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
  if ("ready" in document.documentElement.dataset) tell("ready");
}

function turnTo(view) {
  for (const each of ["start", "running", "done"]) by(each).hidden = each !== view;
  scrollTo(0, 0);
}

function showProgress() {
  by("progress").max = total || 1;
  by("progress").value = results.length;
  by("progress-words").textContent = total ? `已处理 ${results.length} / ${total}` : `正在读入 ${received} 个文件……`;
}

function showResults() {
  turnTo("done");
  const order = ["pending", "to-supply", "ready", undefined];  // what could not be read is no department: last
  results.sort((one, other) => order.indexOf(one.readiness) - order.indexOf(other.readiness));
  by("departments").replaceChildren(...results.map(entryOf));
  isToKeep = results.some(({ report }) => report);
  const isAnything = results.some(({ report, page }) => report || page);
  by("outcome").hidden = by("fleeting").hidden = !isAnything;
  advise(results.filter(({ readiness }) => readiness));
  by("departments").firstElementChild?.click();
}

// What to do first: the button that does it stands first, and is the only one that is filled.
function advise(departments) {
  const has = (kind) => departments.some(({ parts = [] }) => parts.some(({ part: each }) => each === kind));
  const isLacking = !by("forms").hidden && has("supply");
  const whose = departments.length > 1 ? "有的部门还缺内容" : "还缺内容";
  const step = has("error") ? "先照“要办的事”改正错误，再" : "请";
  by("advice").hidden = !isLacking;
  by("advice").textContent = `${whose}：${step}下载预填好的补充资料，填好黄色的格，和公开表一起再拖进来。`;
  const first = by(isLacking ? "forms" : "download");
  for (const each of [by("forms"), by("download")]) each.classList.toggle("quiet", each !== first);
  by("outcome").prepend(first);
}

function entryOf(result) {
  const entry = make("button", "", result.department || result.name);
  entry.type = "button";
  entry.className = result.readiness || "failed";
  const score = result.score && ` · 自评 ${result.score} 分（${result.grade}）`;
  entry.append(make("small", "", result.verdict ? result.verdict + score : ["未处理", result.place].filter(Boolean).join(" · ")));
  entry.onclick = () => {
    for (const each of by("departments").children) each.toggleAttribute("aria-current", each === entry);
    show(result);
  };
  return entry;
}

function show(result) {
  const parts = (result.parts || []).flatMap(({ part: kind, heading, entries }) =>
    [make("h3", kind, `${heading}（${entries.length}）`), list(entries)]);
  const failure = result.failure ? [make("p", "failure", result.failure)] : [];
  const isChecked = result.page && !result.report;
  const heading = isChecked ? "怎样核对的" : `收到的文件（${result.files.length}）`;
  const files = result.files.length ? [make("h3", "", heading), list(result.files.map((text) => ({ text })))] : [];
  const toDo = make("div", "", "");
  toDo.append(...failure, ...standing(result), ...parts, ...files);
  const [report, page] = [result.report, result.page].map((path) => path && written.find((file) => file.path === path));
  const buttons = make("p", "buttons", "");
  if (page) buttons.append(tabs({ 要办的事: toDo, [isChecked ? "报告里的数" : "报告和原表"]: framed(page) }), openingOf(page));
  if (report) buttons.append(downloadOf(report));
  const title = result.title || result.department || result.name;
  const year = result.year && !title.startsWith(result.year) ? `${result.year}年度　` : "";
  by("shown").replaceChildren(make("h2", "", year + title), make("p", "aside", result.pack || (result.title && result.department) || ""), ...(page ? [buttons] : []), toDo);
}

// That a report may be submitted as it is, with nothing below that has to be done.
function standing({ report, readiness, parts }) {
  if (!report || readiness !== "ready" || parts.some(({ part: kind }) => kind === "warning")) return [];
  const count = parts.reduce((all, { entries }) => all + entries.length, 0);
  return [make("p", "standing", `没有必须办的事，可以报送${count ? `；下面 ${count} 条请看一眼` : ""}。`)];
}

// Buttons of which the one pressed last says what is shown.
function tabs(views) {
  const bar = make("span", "tabs", "");
  bar.setAttribute("role", "tablist");
  for (const [name, view] of Object.entries(views)) {
    const tab = make("button", "", name);
    tab.setAttribute("role", "tab");
    tab.onclick = () => {
      Object.values(views).forEach((each) => { each.hidden = each !== view; });
      for (const each of bar.children) each.setAttribute("aria-selected", each === tab);
      by("shown").append(view);
    };
    bar.append(tab);
  }
  bar.children[0].click();
  return bar;
}

function downloadOf(report) {
  const button = make("button", "quiet", "下载这份报告（.docx）");
  button.onclick = () => {
    give(report.path.split("/").at(-1), report.data);
    if (results.filter((each) => each.report).length === 1) isToKeep = false;
  };
  return button;
}

// A page of our own: each number of a report with where it is from, or what it was held to.
function framed(page) {
  const frame = make("iframe", "", "");
  frame.srcdoc = new TextDecoder().decode(page.data);
  return frame;
}

function openingOf(page) {
  const button = make("button", "quiet", "在新窗口打开");
  button.onclick = () => window.open(URL.createObjectURL(new Blob([page.data], { type: "text/html" })));
  return button;
}

function make(tag, className, text) {
  const element = document.createElement(tag);
  if (className) element.className = className;
  element.textContent = text;
  return element;
}

function list(entries) {
  const shown = make("ol", "", "");
  for (const { text, hint } of entries) {
    const line = make("li", "", text);
    if (hint) line.append(make("span", "hint", hint));
    shown.append(line);
  }
  return shown;
}

function give(name, data) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([data]));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60000);
}

async function save() {
  const folder = await window.showDirectoryPicker({ mode: "readwrite" }).catch(() => undefined);
  if (!folder) return;
  for (const { path, data } of written) {
    const names = path.split("/");
    let place = folder;
    for (const name of names.slice(0, -1)) place = await place.getDirectoryHandle(name, { create: true });
    const target = await (await place.getFileHandle(names.at(-1), { create: true })).createWritable();
    await target.write(data);
    await target.close();
  }
  isToKeep = false;
  by("summary").textContent += `已存到“${folder.name}”。`;
}

// The files of what was dropped, those in folders with their paths.
async function dropped(items) {
  const entries = [...items].map((item) => item.webkitGetAsEntry()).filter(Boolean);
  return (await Promise.all(entries.map((entry) => filesIn(entry)))).flat();
}

async function filesIn(entry, below = "") {
  if (entry.isFile) return [{ path: below + entry.name, file: await new Promise((done, fail) => entry.file(done, fail)) }];
  const reader = entry.createReader(), found = [];
  for (;;) { // a reader gives some hundred entries at a time
    const some = await new Promise((done, fail) => reader.readEntries(done, fail));
    if (!some.length) break;
    found.push(...some);
  }
  return (await Promise.all(found.map((each) => filesIn(each, `${below}${entry.name}/`)))).flat();
}

// The files chosen. The input is emptied: it tells nothing when the same are chosen again, mended meanwhile.
function chosen(input) {
  const named = [...input.files].map((file) => ({ path: file.webkitRelativePath || file.name, file }));
  input.value = "";
  return named;
}

function listen() {
  const over = (isOver) => document.body.classList.toggle("over", isOver && by("running").hidden);
  document.addEventListener("dragover", (event) => { event.preventDefault(); over(true); });
  document.addEventListener("dragleave", (event) => { if (!event.relatedTarget) over(false); });
  document.addEventListener("drop", async (event) => {
    event.preventDefault();
    over(false);
    if (!by("running").hidden) return;
    const named = await dropped(event.dataTransfer.items);
    if (named.length) take(named);
    else tellNoFile();
  });
  for (const name of ["folder", "files"]) {
    by(`choose-${name}`).onclick = () => by(name).click();
    by(name).onchange = () => { take(chosen(by(name))); };
  }
  by("choose-reports").onclick = () => by("reports").click();
  by("reports").onchange = () => { take(chosen(by("reports")), true); };
  by("forms").onclick = () => worker.postMessage({ action: "forms", year: Number(by("year").value) || 0 });
  by("cancel").onclick = cancel;
  by("again").onclick = again;
  by("download").onclick = () => { worker.postMessage({ action: "zip" }); isToKeep = false; };
  addEventListener("beforeunload", (event) => { if (isToKeep) event.preventDefault(); });
  by("blank").onclick = () => worker.postMessage({ action: "blank" });
  by("save").hidden = !("showDirectoryPicker" in window);
  by("save").onclick = save;
  by("licences-link").onclick = (event) => { event.preventDefault(); by("licences").hidden = !by("licences").hidden; };
}

const missing = Object.keys(NEEDED).filter((name) => !NEEDED[name]);
if (missing.length) tell("broken", `缺少 ${missing.join("、")}。请换用较新的浏览器（在 Chrome 156 里试过），双核浏览器请切换到极速模式。`);
else { listen(); startWorker(); }
