// Files taken from what is dropped or chosen, each with its path; and the names of those that cannot be read.

// A page opened from the disk may read a dropped file, but not by its entry; of folders the browser gives a
// handle, or an entry. All of them are there only while the drop is handled, so they are asked for at once.
async function dropped(items) {
  const sources = [...items].filter(({ kind }) => kind === "file").map(sourceOf);
  return (await Promise.all(sources.map((source) => readable(source.name, source.files)))).flat();
}

function sourceOf(item) {
  const entry = item.webkitGetAsEntry?.();
  if (!entry?.isDirectory) {
    const file = item.getAsFile();
    return { name: file?.name, files: async () => (file ? [{ path: file.name, file }] : []) };
  }
  const handle = item.getAsFileSystemHandle?.();
  return { name: entry.name, files: async () => (handle ? withinHandle(await handle) : withinEntry(entry)) };
}

async function withinHandle(handle, below = "") {
  const path = below + handle.name;
  if (handle.kind === "file") return readable(path, async () => [{ path, file: await handle.getFile() }]);
  const found = [];
  for await (const each of handle.values()) found.push(...await withinHandle(each, `${path}/`));
  return found;
}

async function withinEntry(entry, below = "") {
  const path = below + entry.name;
  if (entry.isFile) return readable(path, async () => [{ path, file: await new Promise((done, fail) => entry.file(done, fail)) }]);
  const reader = entry.createReader(), found = [];
  for (;;) { // a reader gives some hundred entries at a time
    const some = await new Promise((done, fail) => reader.readEntries(done, fail));
    if (!some.length) return found;
    for (const each of some) found.push(...await withinEntry(each, `${path}/`));
  }
}

// What is found, or that what has this path cannot be read.
async function readable(path, find) {
  return find().catch(() => [{ path, file: undefined }]);
}

// The files chosen. The input is emptied: it tells nothing when the same are chosen again, mended meanwhile.
function chosen(input) {
  const named = [...input.files].map((file) => ({ path: file.webkitRelativePath || file.name, file }));
  input.value = "";
  return named;
}

// Files with what is in them, `data` left out where they cannot be read.
function contents(named) {
  return Promise.all(named.map(async ({ path, file }) => {
    const data = await file?.arrayBuffer().catch(() => undefined);
    return data ? { path, data: new Uint8Array(data) } : { path };
  }));
}
