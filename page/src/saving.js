// Results given back: as downloads, or written into a folder.

function give(name, data) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([data]));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60000);
  const words = by(by("done").hidden ? "state" : "outcome-words");
  words.className = "ready";
  words.textContent = `已下载“${name}”，在浏览器的“下载”文件夹里。`;
}

// Written into a folder of its own: what lies there already, somebody may have worked on.
async function save() {
  const words = by("outcome-words");
  const say = (className, text) => Object.assign(words, { className, textContent: text });
  const parent = await window.showDirectoryPicker({ mode: "readwrite" }).catch((error) => {
    say("broken", error.name === "AbortError" ? "没有选文件夹，没有存。" : `这个浏览器不让网页存到文件夹（${error.message}），请下载 .zip。`);
  });
  if (!parent) return;
  try {
    const folder = await newFolder(parent);
    for (const { path, data } of written) {
      say("", `正在存“${path}”……`);
      await write(folder, path.split("/"), data);
    }
    isToKeep = false;
    say("ready", `已存到“${parent.name}”里的“${folder.name}”文件夹，共 ${written.length} 个文件。`);
  } catch (error) {
    say("broken", `没有存完（${error.message}）。请换一个文件夹，或下载 .zip。`);
  }
}

async function newFolder(parent) {
  for (let number = 1; ; number += 1) {
    const name = number === 1 ? nameOfAll() : `${nameOfAll()}（${number}）`;
    const isThere = await parent.getDirectoryHandle(name).then(() => true, (error) => error.name !== "NotFoundError");
    if (!isThere) return parent.getDirectoryHandle(name, { create: true });
  }
}

async function write(folder, names, data) {
  let place = folder;
  for (const name of names.slice(0, -1)) place = await place.getDirectoryHandle(name, { create: true });
  const target = await (await place.getFileHandle(names.at(-1), { create: true })).createWritable();
  await target.write(data);
  await target.close();
}
