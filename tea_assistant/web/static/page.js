// Shows one program in this page: draws what it writes, sends what is typed, and comes back after a break.
"use strict";

const PIECE = 16000; // characters of a long paste that are sent at a time
const BEAT = 4000; // milliseconds between two signs of life
const SILENT = 12000; // milliseconds without one after which the connection counts as broken
const HOPELESS = 20000; // milliseconds after which the program is probably no longer there
const REPLACED = 4001;

const element = (id) => document.getElementById(id);
const client = crypto.randomUUID();
const terminal = new Terminal({
  allowProposedApi: true,
  scrollback: 0,
  fontSize: 16,
  fontFamily: '"Cascadia Mono", "DejaVu Sans Mono", "Liberation Mono", Menlo, Consolas, monospace',
  theme: { background: "#17151f", foreground: "#e9e6f2" },
  macOptionClickForcesSelection: true,
});
const fit = new FitAddon.FitAddon();

let socket = null;
let name = sessionStorage.getItem("fenster") || "";
let pending = []; // [number, text] that the program has not confirmed yet
let last = 0; // number of what was typed last
let asked = 0; // when a sign of life was asked for that has not come yet
let broken = 0; // when the connection broke; 0 while it holds
let over = false; // whether this page is not to come back by itself

// The key has done its work: it need not stay in the address.
history.replaceState(null, "", "/");

terminal.loadAddon(fit);
terminal.loadAddon(new Unicode11Addon.Unicode11Addon());
terminal.unicode.activeVersion = "11";
// Before it is opened: the other way of drawing needs styles that the page forbids.
terminal.loadAddon(new CanvasAddon.CanvasAddon());
terminal.open(element("terminal"));
fit.fit();

function say(...message) {
  if (socket && socket.readyState === WebSocket.OPEN) socket.send(JSON.stringify(message));
}

function type(text) {
  for (let at = 0; at < text.length; ) {
    let end = Math.min(at + PIECE, text.length);
    // A character of two halves stays whole.
    if (end < text.length && /[\uD800-\uDBFF]/.test(text[end - 1])) end -= 1;
    pending.push([(last += 1), text.slice(at, end)]);
    say("type", ...pending[pending.length - 1]);
    at = end;
  }
}

function connect() {
  asked = 0;
  socket = new WebSocket(`ws://${location.host}/fenster`);
  socket.binaryType = "arraybuffer";
  socket.onopen = () => say("open", name, client, terminal.cols, terminal.rows);
  socket.onmessage = (event) => {
    asked = 0;
    if (typeof event.data !== "string") terminal.write(new Uint8Array(event.data));
    else hear(JSON.parse(event.data));
  };
  socket.onclose = (event) => {
    socket = null;
    if (event.code === REPLACED) replaced();
    else if (over) for (const id of ["again", "end"]) element(id).hidden = true;
    else interrupted();
  };
}

// Forgets a connection at once: a dead one may never hear that it is closed.
function drop() {
  if (!socket) return;
  socket.onclose = socket.onmessage = null;
  socket.close();
  socket = null;
}

function hear([kind, ...values]) {
  if (kind === "taken") pending = pending.filter(([number]) => number > values[0]);
  else if (kind === "window") opened(...values);
  else if (kind === "document") offer("Ihr Dokument ist fertig:", values[0], decodeURIComponent(values[0].split("/").pop()));
  else if (kind === "link") offer("Ein Link aus der Mappe führt ins Internet:", values[0], values[0]);
  else if (kind === "ended") ended(values[0]);
  else if (kind === "full") full();
}

function opened(given, taken) {
  const same = given === name || !name;
  const lost = same ? "" : pending.map(([, text]) => text).join("");
  name = given;
  sessionStorage.setItem("fenster", name);
  broken = 0;
  pending = same ? pending.filter(([number]) => number > taken) : [];
  // Another program begins to count anew.
  if (!same) last = taken;
  for (const [number, text] of pending) say("type", number, text);
  hide();
  // The size may have changed while nobody listened.
  say("size", terminal.cols, terminal.rows);
  if (readable(lost)) {
    show("Die Mappe ist wieder offen", "Sie steht auf dem letzten gespeicherten Stand. Dies hatten Sie zuletzt getippt, es kam nicht mehr an:", ["again"], readable(lost));
  }
}

function interrupted() {
  broken = broken || Date.now();
  const gone = Date.now() - broken > HOPELESS;
  show(
    "Verbindung unterbrochen …",
    gone
      ? "Das Programm läuft anscheinend nicht mehr. Ihre Texte sind gespeichert. Öffnen Sie die Mappe mit dem Starter oder mit „tea serve“ neu; diese Seite können Sie schließen."
      : "Ihre Texte sind gespeichert. Die Seite verbindet sich von selbst wieder.",
    [],
  );
  setTimeout(connect, gone ? 5000 : 500);
}

function replaced() {
  over = true;
  show("An anderer Stelle geöffnet", "Dieses Fenster wird jetzt in einem anderen Reiter gezeigt.", ["again"]);
}

function ended(words) {
  over = true;
  forget();
  show("Die Mappe ist geschlossen", words || "Alle Texte sind gespeichert. Sie können diese Seite schließen.", ["again", "end"]);
}

function full() {
  over = true;
  show("Zu viele Fenster", "Bitte schließen Sie eines der anderen Fenster dieser Mappe.", ["again"]);
}

function forget() {
  name = "";
  pending = [];
  last = 0;
  sessionStorage.removeItem("fenster");
}

// What was typed, without the keys and clicks that are no text.
function readable(text) {
  return text.replace(/\x1b(\[[0-9;<?]*[ -/]*[@-~]|O.|.)/g, "").replace(/[\x00-\x08\x0b-\x1f\x7f]/g, "");
}

function show(title, text, buttons, lost = "") {
  element("panel-title").textContent = title;
  element("panel-text").textContent = text;
  element("panel-lost").textContent = lost;
  element("panel-lost").hidden = !lost;
  for (const id of ["again", "end"]) element(id).hidden = !buttons.includes(id);
  element("again").textContent = lost ? "Weiter" : "Wieder öffnen";
  if (!element("panel").open) element("panel").showModal();
}

function hide() {
  element("panel").close();
  terminal.focus();
}

function offer(words, address, shown) {
  const line = document.createElement("p");
  const text = document.createElement("span");
  const link = Object.assign(document.createElement("a"), { href: address, target: "_blank", rel: "noopener noreferrer", textContent: shown });
  const close = Object.assign(document.createElement("button"), { textContent: "Schließen" });
  const away = () => {
    line.remove();
    terminal.focus();
  };
  text.append(`${words} `, link);
  link.addEventListener("click", () => setTimeout(away));
  close.addEventListener("click", away);
  line.append(text, close);
  element("notices").replaceChildren(line);
}

function copy(text) {
  navigator.clipboard.writeText(text).catch(() => {
    // Without the right to the clipboard the browser still copies what is marked.
    const box = Object.assign(document.createElement("textarea"), { value: text });
    document.body.append(box);
    box.select();
    document.execCommand("copy");
    box.remove();
    terminal.focus();
  });
}

// What the program copies goes to the clipboard; what lies there it is not told.
terminal.parser.registerOscHandler(52, (words) => {
  const content = words.split(";")[1] || "";
  if (content !== "?") copy(new TextDecoder().decode(Uint8Array.from(atob(content), (letter) => letter.charCodeAt(0))));
  return true;
});

// Pasting, zooming, the whole screen and copying what the mouse has marked are the browser's business.
terminal.attachCustomKeyEventHandler((event) => {
  const key = event.key.toLowerCase();
  const control = event.ctrlKey || event.metaKey;
  if (key === "f11" || (event.shiftKey && key === "insert")) return false;
  return !(control && !event.altKey && (["v", "+", "-", "0"].includes(key) || (key === "c" && terminal.hasSelection())));
});

terminal.onData(type);
terminal.onBinary(type);
terminal.onResize(({ cols, rows }) => say("size", cols, rows));
// The strip beside the last column has the colour of the screen, be it dark or light.
terminal.onRender(() => {
  const cell = terminal.buffer.active.getLine(0)?.getCell(0);
  if (cell?.isBgRGB()) document.body.style.background = `#${cell.getBgColor().toString(16).padStart(6, "0")}`;
});
new ResizeObserver(() => fit.fit()).observe(element("terminal"));
window.addEventListener("offline", () => socket?.close());
element("panel").addEventListener("cancel", (event) => event.preventDefault());
element("again").addEventListener("click", () => {
  if (!over) return hide();
  over = false;
  drop();
  terminal.reset();
  connect();
});
element("end").addEventListener("click", () => {
  if (socket) say("end");
  show("Beendet", "Alle Texte sind gespeichert. Sie können diese Seite schließen.", []);
});
setInterval(() => {
  if (!socket || over) return;
  if (asked && Date.now() - asked > SILENT) {
    drop();
    interrupted();
    return;
  }
  asked = asked || Date.now();
  say("ping");
}, BEAT);

show("Einen Augenblick …", "Die Mappe wird geöffnet.", []);
connect();
