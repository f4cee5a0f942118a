// What came of it: the departments, and of the one chosen what there is to do and its pages.

function showResults() {
  turnTo("done");
  const order = ["pending", "to-supply", "ready", undefined];  // what could not be read is no department: last
  results.sort((one, other) => order.indexOf(one.readiness) - order.indexOf(other.readiness));
  by("departments").replaceChildren(...results.map(entryOf));
  isToKeep = results.some(({ report }) => report);
  const isAnything = results.some(({ report, page }) => report || page);
  by("download").textContent = latest.checking ? "下载全部核对结果（.zip）" : "下载全部报告和清单（.zip）";
  by("outcome").hidden = by("fleeting").hidden = !isAnything;
  advise(results.filter(({ readiness }) => readiness));
  by("departments").firstElementChild?.click();
}

// What to do first: the button that does it stands first, and is the only one that is filled.
function advise(departments) {
  const has = (kind) => departments.some(({ parts = [] }) => parts.some(({ part: each }) => each === kind));
  const isLacking = !by("forms").hidden && has("supply");
  const steps = [
    departments.some((each) => each.lacks_tables) && "补齐缺少的公开表", has("error") && "照“要办的事”改正错误",
  ].filter(Boolean);
  by("advice").hidden = !isLacking;
  by("advice").textContent = `${departments.length > 1 ? "有的部门还缺内容" : "还缺内容"}：${stepsInWords(departments, steps)}`;
  const next = by(isLacking && !steps.length ? "forms" : "download");
  for (const each of [by("forms"), by("download")]) each.classList.toggle("quiet", each !== next);
  by("outcome").prepend(next);
}

function stepsInWords(departments, steps) {
  const again = "和公开表一起再拖进来";
  if (departments.some((each) => each.has_supplement && each.lacks_supplement)) {
    return "补充资料里没有这个评价办法要的表，像是照另一个评价办法填的。请先看评价办法选得对不对，不对的在“改用”里另选。";
  }
  if (departments.every((each) => each.has_supplement)) {
    return `请${[...steps, "补写您的补充资料（也可以下载预填好的，已填的都在里面）"].join("，")}，${again}。`;
  }
  const fill = `下载预填好的补充资料，填好黄色的格，${again}。`;
  return steps.length ? `先${steps.join("，")}，一起再拖进来；表齐了、没有错误了，再${fill}` : `请${fill}`;
}

function entryOf(result) {
  const entry = make("button", "", result.department || result.name);
  entry.type = "button";
  entry.className = result.readiness || "failed";
  const score = result.score && ` · 自评 ${result.score} 分（${result.grade}）`;
  const isOneOfSeveral = results.some((other) => other !== result && other.department === result.department);
  const year = result.year && isOneOfSeveral ? `${result.year}年度 · ` : "";
  entry.append(make("small", "", result.verdict ? year + result.verdict + score : ["未处理", result.place].filter(Boolean).join(" · ")));
  entry.onclick = () => {
    for (const each of by("departments").children) each.toggleAttribute("aria-current", each === entry);
    show(result);
  };
  return entry;
}

function show(result) {
  const isChecked = result.page && !result.report;
  const [report, checklist, page] = [result.report, result.checklist, result.page].map((path) => path && written.find((file) => file.path === path));
  const toDo = make("div", "", ""), buttons = make("p", "buttons", "");
  const frame = page && framed(page);
  if (page) buttons.append(tabs({ 要办的事: toDo, [isChecked ? "报告里的数" : "报告和原表"]: frame }), openingOf(page));
  if (report) buttons.append(downloadOf(report, "下载这份报告"));
  if (checklist) buttons.append(downloadOf(checklist, "下载核对清单"));
  const leading = (kind, text) => (page && ["error", "warning"].includes(kind) ? () => leadTo(text, frame, buttons) : undefined);
  const parts = (result.parts || []).flatMap(({ part: kind, heading, entries }) =>
    sectionOf(kind, `${heading}（${entries.length}）`, list(entries, (text) => leading(kind, text))));
  const failure = result.failure ? [make("p", "failure", result.failure)] : [];
  const heading = isChecked ? "怎样核对的" : `收到的文件（${result.files.length}）`;
  const files = result.files.length ? [make("h3", "", heading), list(result.files.map((text) => ({ text })))] : [];
  toDo.append(...failure, ...standing(result), ...parts, ...files);
  const title = result.title || result.department || result.name;
  const year = result.year && !title.startsWith(result.year) ? `${result.year}年度　` : "";
  by("shown").replaceChildren(make("h2", "", year + title), result.pack ? standardOf(result) : make("p", "aside", (result.title && result.department) || ""), ...(page ? [buttons] : []), toDo);
}

// A heading and its lines, folded where nobody has to act on them.
function sectionOf(kind, heading, lines) {
  if (kind !== "rounding") return [make("h3", kind, heading), lines];
  const folded = make("details", "", "");
  folded.append(make("summary", kind, heading), lines);
  return [folded];
}

// From a finding to the cell and the number it is about, where the report stands beside the sheets.
function leadTo(text, frame, buttons) {
  frame.onload = () => {
    frame.onload = null;
    const found = [...frame.contentDocument.querySelectorAll("#findings .finding")];
    found.find((each) => each.lastElementChild.textContent === text)?.click();
  };
  buttons.querySelectorAll("[role=tab]")[1].click();
}

// That a report may be submitted as it is, with nothing below that has to be done.
function standing({ report, readiness, parts }) {
  if (!report || readiness !== "ready" || parts.some(({ part: kind }) => kind === "warning")) return [];
  const count = parts.filter(({ part: kind }) => kind !== "rounding").reduce((all, { entries }) => all + entries.length, 0);
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

function downloadOf(file, words) {
  const name = file.path.split("/").at(-1);
  const button = make("button", "quiet", `${words}（${name.slice(name.lastIndexOf("."))}）`);
  button.onclick = () => {
    give(name, file.data);
    if (results.filter(({ report }) => report).every(({ report }) => report === file.path)) isToKeep = false;
  };
  return button;
}

// By which standard the report is made, and the others it may be made by: choosing one does these files anew.
function standardOf(result) {
  const year = latest.asked.year ? `报告年度：${latest.asked.year}（您写的）　` : "";
  const line = make("p", "aside", `${year}${result.pack}${latest.asked.pack ? "（您选的）" : ""}　`);
  const label = make("label", "", results.length > 1 ? "这些部门都改用 " : "改用 ");
  const choice = by("pack").cloneNode(true);
  choice.id = "";
  choice.value = latest.asked.pack;
  choice.onchange = () => begin(latest.files, latest.checking, choice.value);
  label.append(choice);
  line.append(label);
  return line;
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

// Lines, those as buttons that lead somewhere.
function list(entries, leading = () => undefined) {
  const shown = make("ol", "", "");
  for (const { text, hint } of entries) {
    const onclick = leading(text);
    const line = make("li", "", "");
    line.append(onclick ? Object.assign(make("button", "link", text), { onclick, title: "看报告和原表" }) : text);
    if (hint) line.append(make("span", "hint", hint));
    shown.append(line);
  }
  return shown;
}
