// Optional helps of the desk: every page of /redaccion/ works without this file. One function per
// help, called at the end; each looks for its own `data-` attribute and does nothing without it.
"use strict";

/** A whole area takes dropped files (`data-soltar`), and says what was chosen and that it is sent. */
function takeDrops() {
  const area = document.querySelector("form[data-soltar]");
  const input = area?.querySelector("input[type=file]");
  if (!input) return;
  const status = area.querySelector("[data-elegidos]");
  const say = () => {
    const files = [...input.files];
    const megabytes = files.reduce((sum, file) => sum + file.size, 0) / 1048576;
    const size = megabytes.toLocaleString("es-MX", { maximumFractionDigits: 1 });
    const noun = files.length === 1 ? "archivo elegido" : "archivos elegidos";
    status.textContent = files.length ? `${files.length} ${noun}, ${size} MB` : "";
  };
  const mark = (event) => {
    if (![...(event.dataTransfer?.types ?? [])].includes("Files")) return;
    event.preventDefault();
    area.classList.add("soltar--encima");
  };

  input.addEventListener("change", say);
  area.addEventListener("dragenter", mark);
  area.addEventListener("dragover", mark);
  area.addEventListener("dragleave", (event) => {
    if (!area.contains(event.relatedTarget)) area.classList.remove("soltar--encima");
  });
  area.addEventListener("drop", (event) => {
    area.classList.remove("soltar--encima");
    if (!event.dataTransfer.files.length) return;
    event.preventDefault();
    input.files = event.dataTransfer.files;
    say();
  });
  area.addEventListener("submit", () => {
    if (!input.files.length) return;
    area.querySelector("button").disabled = true;
    status.textContent = "Subiendo. Deje abierta esta página hasta que termine.";
  });
  // Back from the next page, the button must work again.
  window.addEventListener("pageshow", () => {
    area.querySelector("button").disabled = false;
    say();
  });
}

/**
 * The editor (`data-autoguardado`) saves while somebody writes: after a few seconds of rest, and
 * when the page is left. What the server refuses stays typed, and the page says so.
 */
function saveWhileWriting() {
  const form = document.querySelector("form[data-autoguardado]");
  if (!form) return;
  const REST = 3000;
  const LONGEST = 20000;
  const status = document.getElementById("guardado");
  let timer = 0;
  let changedAt = 0;
  let isChanged = false;
  let isStale = false;
  let sending = null;

  const say = (words) => {
    if (status.textContent !== words) status.textContent = words;
  };
  const hasWords = () => ["headline", "summary_points", "body"].some((name) => form.elements[name].value.trim());
  const take = (answer) => {
    form.elements.lock_version.value = answer.lock_version;
    form.elements.release.value = answer.release;
    if (form.getAttribute("action") === answer.address) return;
    form.setAttribute("action", answer.address);
    history.replaceState(null, "", answer.address);
  };
  const send = async () => {
    const data = new FormData(form);
    ["add_agency", "add_place", "add_topic"].forEach((name) => data.delete(name));
    isChanged = false;
    changedAt = Date.now(); // what fails is tried again after a rest, not at once
    try {
      const response = await fetch(form.getAttribute("action"), {
        method: "POST",
        body: data,
        headers: { "X-Autosave": "1" },
        // Outlives the page, but only up to 64 kB.
        keepalive: document.visibilityState === "hidden",
        redirect: "error",
      });
      const answer = await response.json();
      if (response.ok) take(answer);
      isStale = Boolean(answer.stale);
      say(answer.said);
    } catch {
      isChanged = true;
      say("No se pudo guardar: revise su conexión o entre de nuevo en otra pestaña. Su texto sigue aquí.");
    }
  };
  const save = () => {
    clearTimeout(timer);
    if (!isChanged || isStale || sending || (!form.elements.release.value && !hasWords())) return;
    sending = send().finally(() => {
      sending = null;
      if (isChanged) plan();
    });
  };
  const plan = () => {
    if (!isChanged) changedAt = Date.now();
    isChanged = true;
    clearTimeout(timer);
    timer = setTimeout(save, Math.max(0, Math.min(REST, changedAt + LONGEST - Date.now())));
  };

  form.addEventListener("input", plan);
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "hidden") save();
  });
  form.addEventListener("submit", (event) => {
    clearTimeout(timer);
    isChanged = false;
    if (!sending) return;
    // The version that the answer brings belongs into the form before it is sent.
    event.preventDefault();
    sending.then(() => form.requestSubmit(event.submitter));
  });
}

/**
 * Text pasted into an area with `data-pegar` loses what Word adds. With `parrafos`, each of Word's
 * paragraphs is set off by a blank line. The server does the same again when it saves.
 */
function cleanPastedText() {
  const BULLET = /^[ \t]*(?:[•·▪■○◦‣⁃∙●\uf0b7\uf0a7\uf0d8]|[-–—](?=\s)|o(?=\t))\s*/;
  const clean = (text) =>
    text
      .replace(/\r\n?|\u2029|\f/g, "\n")
      .replace(/[\v\u2028\t\u00a0\u2000-\u200a\u202f\u205f\u3000]/g, (sign) => (sign === "\t" ? sign : " "))
      .replace(/[\u00ad\u200b-\u200f\u202a-\u202e\u2060\ufeff]/g, "")
      .split("\n")
      .map((line) => line.replace(BULLET, "").replace(/\s+/g, " ").trim());
  const isFromWord = (html) => /<p[\s>]|mso-|<w:/i.test(html);

  document.querySelectorAll("textarea[data-pegar]").forEach((area) => {
    area.addEventListener("paste", (event) => {
      const text = event.clipboardData?.getData("text/plain");
      if (!text) return;
      const lines = clean(text);
      const apart = area.dataset.pegar === "parrafos" && isFromWord(event.clipboardData.getData("text/html"));
      const words = (apart ? lines.filter(Boolean).join("\n\n") : lines.join("\n")).replace(/\n{3,}/g, "\n\n");
      event.preventDefault();
      // The only way that keeps «Deshacer»; where it is gone, the text is put in all the same.
      if (document.execCommand?.("insertText", false, words)) return;
      area.setRangeText(words, area.selectionStart, area.selectionEnd, "end");
      area.dispatchEvent(new Event("input", { bubbles: true }));
    });
  });
}

/** Counters (`data-cuenta`, the id of a control): what is left of `data-tope` characters, or words. */
function countWhileWriting() {
  document.querySelectorAll("[data-cuenta]").forEach((counter) => {
    const area = document.getElementById(counter.dataset.cuenta);
    if (!area) return;
    const show = () => {
      const words = area.value.trim().split(/\s+/).filter(Boolean).length;
      const left = Number(counter.dataset.tope) - area.value.trim().length;
      counter.classList.toggle("contador--pasado", left < 0);
      counter.textContent = counter.dataset.tope
        ? left < 0 ? `sobran ${-left}` : `quedan ${left}`
        : `${words} ${words === 1 ? "palabra" : "palabras"}`;
    };
    area.addEventListener("input", show);
    show();
  });
}

/** Links to a control (`data-ir`, some words): they lead to those words inside it. */
function leadToWords() {
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[data-ir]");
    const area = link && document.getElementById(link.hash.slice(1));
    const at = area?.value?.indexOf(link.dataset.ir) ?? -1;
    if (at < 0) return;
    event.preventDefault();
    area.focus();
    area.setSelectionRange(at, at + link.dataset.ir.length);
  });
}

/** Boxes with `data-entidades` (agency, place or topic) offer names of the catalogue. */
function offerEntities() {
  const PAUSE = 150;
  document.querySelectorAll("input[data-entidades]").forEach((box) => {
    const list = document.createElement("datalist");
    list.id = `${box.id}-lista`;
    box.after(list);
    box.setAttribute("list", list.id);
    let timer = 0;
    const ask = async () => {
      const query = new URLSearchParams({ q: box.value.trim(), clase: box.dataset.entidades });
      // Offline, or signed out in the meantime: the box goes on without offers.
      const rows = await fetch(`/redaccion/entidades.json?${query}`).then((answer) => answer.json()).catch(() => null);
      if (!Array.isArray(rows)) return;
      const options = rows.map(({ label, note }) => {
        const option = document.createElement("option");
        option.value = label;
        option.label = note || label;
        return option;
      });
      list.replaceChildren(...options);
    };
    box.addEventListener("input", () => {
      clearTimeout(timer);
      if (box.value.trim().length > 1) timer = setTimeout(ask, PAUSE);
    });
  });
}

/** Ctrl + Enter saves a form with `data-guardar` without leaving it, wherever the cursor is. */
function saveByKey() {
  document.querySelectorAll("form[data-guardar]").forEach((form) => {
    form.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      form.requestSubmit(form.querySelector("button[name=accion][value=guardar]"));
    });
  });
}

/**
 * Leaving a page asks first where a form with `data-no-perder` holds something that nobody saved:
 * something typed since, or, with the value `ya`, what the server just refused.
 */
function keepWhatIsTyped() {
  document.querySelectorAll("form[data-no-perder]").forEach((form) => {
    const typed = () => new URLSearchParams(new FormData(form)).toString();
    const before = form.dataset.noPerder === "ya" ? null : typed();
    let sent = false;
    form.addEventListener("submit", () => { sent = true; });
    addEventListener("pageshow", () => { sent = false; });
    addEventListener("beforeunload", (event) => {
      if (!sent && typed() !== before) event.preventDefault();
    });
  });
}

/** Buttons with `data-partir` (the id of an area) part its text where the cursor is. */
function splitAtCursor() {
  document.querySelectorAll("button[data-partir]").forEach((button) => {
    const area = document.getElementById(button.dataset.partir);
    button.hidden = false;
    button.addEventListener("click", (event) => {
      const at = area.selectionStart;
      if (area.value.slice(0, at).trim() && area.value.slice(at).trim()) {
        area.setRangeText("\n\n", at, at, "end");
        return;
      }
      // Nothing to part: the cursor has to stand inside the text first.
      event.preventDefault();
      area.focus();
    });
  });
}

/** What `data-plegar` marks is folded on a narrow screen, where it would push the form away. */
function foldOnPhones() {
  if (matchMedia("(min-width: 64rem)").matches) return;
  document.querySelectorAll("details[data-plegar]").forEach((details) => {
    details.open = false;
  });
  document.addEventListener("click", (event) => {
    const target = document.getElementById(event.target.closest("a[href^='#']")?.hash.slice(1) ?? "");
    const folded = target?.closest("details[data-plegar]");
    if (folded) folded.open = true;
  });
}

/** After a save the page goes on where it left: the area that the address names takes the cursor. */
function goOnWriting() {
  const target = location.hash ? document.getElementById(location.hash.slice(1)) : null;
  if (target?.matches("form[data-guardar] textarea")) target.focus();
}

/** A form with `data-una-vez` is sent once, however fast somebody presses its buttons. */
function sendOnce() {
  document.querySelectorAll("form[data-una-vez]").forEach((form) => {
    let sent = false;
    form.addEventListener("submit", (event) => {
      if (sent) event.preventDefault();
      sent = true;
    });
    // Coming back with the browser's arrow finds the page as it was left.
    addEventListener("pageshow", () => { sent = false; });
  });
}

/** Says the chosen day and hour in words, with the weekday, where `data-hora-en-palabras` is. */
function sayMinute() {
  const day = document.querySelector("input[name=dia]");
  const hour = document.querySelector("input[name=hora]");
  const words = document.querySelector("[data-hora-en-palabras]");
  if (!day || !hour || !words) return;
  const say = () => {
    const date = new Date(`${day.value}T00:00:00Z`);
    words.hidden = !hour.value || Number.isNaN(date.getTime());
    if (words.hidden) return;
    // The day is only a day: read and written in the same zone, it never moves.
    const options = { weekday: "long", day: "numeric", month: "long", year: "numeric", timeZone: "UTC" };
    const written = new Intl.DateTimeFormat("es-MX", options).format(date).replace(",", "");
    const article = hour.value.startsWith("01") ? "la" : "las";
    words.textContent = `Saldrá el ${written} a ${article} ${hour.value} h, hora del centro de México.`;
  };
  day.addEventListener("input", say);
  hour.addEventListener("input", say);
  say();
}

saveWhileWriting();
cleanPastedText();
countWhileWriting();
leadToWords();
offerEntities();
takeDrops();
saveByKey();
splitAtCursor();
keepWhatIsTyped();
foldOnPhones();
goOnWriting();
sendOnce();
sayMinute();
