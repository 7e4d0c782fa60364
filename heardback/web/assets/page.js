// The page without this file does all it does with it; here are keys, forms without a reload, and a countdown.
"use strict";
(() => {
  const SETTING = "heardback-keys";
  const PAGES = { t: "/", a: "/applications", p: "/people", l: "/lessons", i: "/insights", h: "/health", s: "/settings" };
  const HELP = [
    ["j k", "next, previous"],
    ["Enter o", "open"],
    ["a", "approve, or say yes to a tag"],
    ["e", "edit the reply; Esc leaves the box"],
    ["s", "save (in the box: Ctrl Enter)"],
    ["u", "take back what was done last"],
    ["x", "discard"],
    ["l", "later, then 1 to 3"],
    ["c", "correct the tag, then 1 to 7"],
    ["g", "then t today, a applications, p people, l lessons, i insights, h health, s settings"],
    ["/", "search"],
    ["?", "this list"],
  ];
  let chosen = null;
  let goes = 0;
  const address = () => location.pathname + location.search;
  let shown = address();

  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const main = () => document.getElementById("main");
  const items = () => all("[data-item]", main()).filter((item) => item.getClientRects().length);

  // Where one is

  function choose(item) {
    if (chosen) chosen.classList.remove("chosen");
    chosen = item;
    if (!item) return;
    item.classList.add("chosen");
    const target = item.tagName === "DETAILS" ? item.querySelector("summary") : item;
    target.focus({ preventScroll: true });
    item.scrollIntoView({ block: "nearest" });
  }

  function current() {
    const focused = document.activeElement && document.activeElement.closest("[data-item]");
    if (focused) return focused;
    return chosen && chosen.isConnected ? chosen : null;
  }

  function step(by) {
    const list = items();
    if (!list.length) return;
    const place = list.indexOf(current());
    choose(list[place < 0 ? (by > 0 ? 0 : list.length - 1) : Math.min(list.length - 1, Math.max(0, place + by))]);
  }

  // The button for a key: in the item one is at, else in the reply of this page.
  function button(key) {
    const here = current();
    const selector = `[data-key="${key}"]`;
    const reply = document.querySelector("[data-item] [data-edit]");
    return (here && here.querySelector(selector)) || (reply && reply.closest("[data-item]").querySelector(selector));
  }

  function press(element) {
    if (element) element.click();
    return Boolean(element);
  }

  function unfold(name) {
    const here = current() || document.getElementById("reply");
    const menu = here && here.querySelector(`details[data-${name}]`);
    if (!menu) return false;
    menu.open = true;
    (menu.querySelector("button") || menu).focus();
    return true;
  }

  function choice(digit) {
    const menu = document.activeElement && document.activeElement.closest("details[data-correct], details[data-later]");
    if (!menu || !menu.open) return false;
    return press(menu.querySelector(`[data-tag="${digit}"], [data-later-choice="${digit}"]`));
  }

  function edit() {
    const here = current();
    const box = (here && here.querySelector("[data-body]")) || document.querySelector("[data-body]");
    if (!box) return press(button("e"));
    box.focus();
    return true;
  }

  function takeBack() {
    const undo = document.querySelector(".notices form button") || button("u") || document.querySelector('[data-key="u"]');
    return press(undo);
  }

  function open() {
    const here = current();
    if (!here) return false;
    if (here.tagName === "DETAILS") {
      here.open = !here.open;
      return true;
    }
    return press(here.querySelector("[data-open]"));
  }

  function search() {
    const box = document.querySelector('input[type="search"]');
    if (box) box.focus();
    else location.assign("/applications?view=table#q");
    return true;
  }

  const ACTS = {
    j: () => (step(1), true),
    k: () => (step(-1), true),
    o: open,
    a: () => press(button("a")),
    e: edit,
    s: () => press(button("s")),
    u: takeBack,
    x: () => press(button("x")),
    l: () => unfold("later"),
    c: () => unfold("correct"),
    "/": search,
    "?": () => (help().showModal(), true),
  };

  // Keys

  const isOff = () => {
    try {
      return localStorage.getItem(SETTING) === "off";
    } catch {
      return false;
    }
  };

  const isTyping = (target) =>
    target.closest("textarea, select, [contenteditable], input:not([type=checkbox], [type=radio], [type=button], [type=submit])");

  document.addEventListener("keydown", (event) => {
    const target = event.target instanceof Element ? event.target : document.body;
    if (event.defaultPrevented || event.isComposing || document.querySelector("dialog[open]")) return;
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
      const form = target.closest("[data-edit]");
      if (form && press(form.querySelector('[data-key="s"]'))) event.preventDefault();
      return;
    }
    if (event.key === "Escape" && isTyping(target)) {
      const item = target.closest("[data-item]");
      if (item) choose(item);
      return;
    }
    if (event.ctrlKey || event.metaKey || event.altKey || isTyping(target) || isOff()) return;
    if (act(event, target)) event.preventDefault();
  });

  function act(event, target) {
    if (goes && Date.now() - goes < 1500) {
      goes = 0;
      if (PAGES[event.key]) {
        location.assign(PAGES[event.key]);
        return true;
      }
    }
    if (event.repeat && !"jk".includes(event.key)) return false;
    if (event.key === "g") {
      goes = Date.now();
      return true;
    }
    if (event.key === "Enter") return target.matches("[data-item]") && open();
    if (/^[1-9]$/.test(event.key)) return choice(event.key);
    return Object.hasOwn(ACTS, event.key) && ACTS[event.key]();
  }

  // What the keys are, and a way to switch them off (WCAG 2.1.4)

  function make(tag, text, className = "") {
    const made = document.createElement(tag);
    made.textContent = text;
    if (className) made.className = className;
    return made;
  }

  function help() {
    let dialog = document.querySelector("dialog.keys");
    if (dialog) return dialog;
    dialog = make("dialog", "", "keys");
    const heading = make("h2", "Keys");
    heading.id = "keys-heading";
    dialog.setAttribute("aria-labelledby", heading.id);
    const list = document.createElement("dl");
    for (const [keys, words] of HELP) {
      const term = document.createElement("dt");
      for (const key of keys.split(" ")) term.append(make("kbd", key), " ");
      list.append(term, make("dd", words));
    }
    const turn = make("button", "", "button plain");
    const close = make("button", "Close", "button");
    const label = () => (turn.textContent = isOff() ? "Switch single keys on" : "Switch single keys off");
    turn.addEventListener("click", () => {
      try {
        localStorage.setItem(SETTING, isOff() ? "on" : "off");
      } catch {
        return;
      }
      label();
    });
    close.addEventListener("click", () => dialog.close());
    label();
    const buttons = make("div", "", "buttons");
    buttons.append(close, turn);
    dialog.append(heading, list, buttons);
    document.body.append(dialog);
    return dialog;
  }

  function offerKeys() {
    const foot = document.querySelector(".foot");
    if (!foot || !document.querySelector(".bar nav")) return;
    const keys = make("button", "Keyboard", "button quiet");
    keys.type = "button";
    keys.addEventListener("click", () => help().showModal());
    foot.append(keys);
  }

  // Forms without a reload; whatever goes wrong is said, and nothing is sent twice

  const dirty = () => all("[data-edit] textarea, [data-edit] input[name=subject]").filter((field) => field.value !== field.defaultValue);

  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (event.defaultPrevented || form.method !== "post" || !form.closest("main, .notices")) return;
    if (!document.querySelector(".bar nav") || form.getAttribute("action") === "/sign-out") return; // coming in, going out
    event.preventDefault();
    if (form.dataset.busy) return;
    form.dataset.busy = "yes";
    send(form, event.submitter).catch(() => {
      delete form.dataset.busy;
      say("The page did not answer, so it is not sure whether that was done. Reload to see how things stand.");
    });
  });

  async function send(form, submitter) {
    const action = (submitter && submitter.getAttribute("formaction")) || form.getAttribute("action");
    const place = items().indexOf(form.closest("[data-item]"));
    const answer = await fetch(action, {
      method: "POST",
      body: new URLSearchParams(new FormData(form, submitter)),
      credentials: "same-origin",
    });
    const came = new DOMParser().parseFromString(await answer.text(), "text/html");
    const kept = dirty().filter((field) => !form.contains(field)).map((field) => [field.id, field.value]);
    const isHere = new URL(answer.url).pathname === location.pathname;
    if (!came.getElementById("main")) throw new Error("no page");
    for (const selector of ["#main", ".notices", ".bar"]) {
      const before = document.querySelector(selector);
      const after = came.querySelector(selector);
      if (before && after) before.replaceWith(document.adoptNode(after));
    }
    document.title = came.title;
    if (answer.redirected && !isHere) history.pushState(null, "", answer.url);
    shown = address();
    for (const [id, text] of kept) {
      const field = document.getElementById(id);
      if (field) field.value = text;
    }
    settle(isHere ? place : 0);
  }

  // After a swap: the item that has come to the same place, so that one key after the other works
  function settle(place) {
    chosen = null;
    const list = items();
    if (list.length) choose(list[Math.min(Math.max(place, 0), list.length - 1)]);
    else main().focus();
    count();
  }

  function say(sentence) {
    const notice = make("div", "", "notice notice-problem");
    notice.append(make("p", sentence));
    document.querySelector(".notices").append(notice);
  }

  // Back to another page asks for that page; to another place in this one, as "To the content" goes, does not.
  window.addEventListener("popstate", () => {
    if (address() !== shown) location.reload();
  });
  window.addEventListener("beforeunload", (event) => {
    if (dirty().length && !document.querySelector("form[data-busy]")) event.preventDefault();
  });

  // A gap is chosen in the box, ready to be typed over

  document.addEventListener("click", (event) => {
    const link = event.target instanceof Element && event.target.closest("[data-gap]");
    const box = link && link.closest("[data-edit]").querySelector("[data-body]");
    const start = box ? box.value.indexOf(link.dataset.gap) : -1;
    if (start < 0) return;
    event.preventDefault();
    box.focus();
    box.setSelectionRange(start, start + link.dataset.gap.length);
  });

  // How long an approval can still be taken back

  let since = Date.now();

  function count() {
    since = Date.now();
    tick();
  }

  function tick() {
    for (const place of all("[data-left]")) {
      const left = Math.ceil(Number(place.dataset.left) - (Date.now() - since) / 1000);
      const words = left >= 60 ? `${Math.floor(left / 60)} min ${left % 60} s` : `${left} s`;
      place.textContent = left > 0 && left < 3600 ? ` (${words} left to take it back)` : "";
    }
  }

  if (location.hash === "#q") search();
  offerKeys();
  count();
  setInterval(tick, 1000);
})();
