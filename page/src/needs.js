// What the page needs of a browser, and what to say to somebody whose browser lacks it.

// A module with a function that takes any value of the browser: without that, the interpreter waits for ever.
const REFERENCES = [0, 97, 115, 109, 1, 0, 0, 0, 1, 5, 1, 96, 1, 111, 0];

function lacking() {
  const needed = {
    "后台处理（Worker）": "Worker" in window,
    "解压（DecompressionStream）": "DecompressionStream" in window,
    WebAssembly: "WebAssembly" in window,
    "WebAssembly 的引用类型": "WebAssembly" in window && WebAssembly.validate(new Uint8Array(REFERENCES)),
  };
  return Object.keys(needed).filter((name) => !needed[name]);
}

function advice() {
  const [, engine, version] = /(Chrome|Firefox)\/(\d+)/.exec(navigator.userAgent) || [];
  const own = engine ? `您的浏览器内核是 ${engine} ${version}，` : "";
  return `${own}${LOWEST}。请换用较新的 Edge、Chrome、Firefox 或 360 浏览器；双核浏览器请切换到极速模式。`;
}
