// A report as it will read: the paragraphs and tables of a .docx, without its page layout.
const W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

async function readReport(data) {
  const xml = new TextDecoder().decode(await member(data, "word/document.xml"));
  const body = new DOMParser().parseFromString(xml, "application/xml").getElementsByTagNameNS(W, "body")[0];
  const shown = document.createElement("div");
  shown.className = "report";
  for (const block of body.children) {
    if (block.localName === "p") shown.append(paragraph(block));
    if (block.localName === "tbl") shown.append(table(block));
  }
  return shown;
}

const all = (element, name) => [...element.getElementsByTagNameNS(W, name)];
const own = (element, name) => [...element.children].filter((child) => child.localName === name);
const value = (element, name) => all(element, name)[0]?.getAttributeNS(W, "val") ?? "";
const textOf = (element) => all(element, "t").map((text) => text.textContent).join("");

function paragraph(block) {
  const style = value(block, "pStyle");
  const level = /(\d)$/.exec(style);
  const tag = style === "Title" ? "h1" : /^Heading/.test(style) && level ? `h${Math.min(Number(level[1]) + 1, 6)}` : "p";
  const shown = document.createElement(tag);
  shown.textContent = textOf(block);
  return shown;
}

function table(block) {
  const shown = document.createElement("table");
  for (const row of own(block, "tr")) {
    const line = shown.insertRow();
    for (const cell of own(row, "tc")) {
      const place = line.insertCell();
      place.textContent = textOf(cell);
      place.colSpan = Number(value(cell, "gridSpan")) || 1;
    }
  }
  return shown;
}

// A member of a zip archive, found by the archive's directory.
async function member(data, name) {
  const view = new DataView(data.buffer, data.byteOffset, data.byteLength);
  let end = data.length - 22;
  while (view.getUint32(end, true) !== 0x06054b50) end -= 1;
  let at = view.getUint32(end + 16, true);
  for (let left = view.getUint16(end + 10, true); left > 0; left -= 1) {
    const lengths = [28, 30, 32].map((offset) => view.getUint16(at + offset, true));
    const found = new TextDecoder().decode(data.subarray(at + 46, at + 46 + lengths[0]));
    if (found === name) return unpacked(data, view, at);
    at += 46 + lengths[0] + lengths[1] + lengths[2];
  }
  throw new Error(name);
}

async function unpacked(data, view, at) {
  const local = view.getUint32(at + 42, true);
  const begin = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
  const packed = data.subarray(begin, begin + view.getUint32(at + 20, true));
  return view.getUint16(at + 10, true) === 0 ? packed : inflate(packed, "deflate-raw");
}

async function inflate(packed, format) {
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream(format));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}
