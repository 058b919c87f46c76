// Optional helps: every page works without this file. One function per help.

/** Single-key shortcuts; people turn them off in «Preferencias» (WCAG 2.1.4). */
function listenForShortcuts() {
  const isTyping = (node) => node.closest("input, textarea, select, [contenteditable]");
  const entries = () => [...document.querySelectorAll("[data-asiento]")];

  const moveTo = (entry) => {
    entry?.focus();
    entry?.scrollIntoView({ block: "nearest" });
  };
  const step = (by) => {
    const list = entries();
    const here = list.indexOf(document.activeElement);
    moveTo(list[Math.max(0, Math.min(here + by, list.length - 1))]);
  };
  const focusSearch = () => {
    const box = document.querySelector("main [data-atajo='/']") ?? document.querySelector("[data-atajo='/']");
    box?.focus();
    box?.select();
  };
  const actions = {
    "/": focusSearch,
    j: () => step(1),
    k: () => step(-1),
    n: () => document.querySelector("a[rel~='next']")?.click(),
    p: () => document.querySelector("a[rel~='prev']")?.click(),
    "?": () => document.getElementById("atajos")?.showPopover?.(),
  };

  document.addEventListener("keydown", (event) => {
    const isOff = document.documentElement.dataset.atajos === "no";
    if (isOff || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
    const action = actions[event.key];
    if (!action) return;
    event.preventDefault();
    action();
  });
}

/**
 * Buttons that copy: `data-copiar="words"`, `data-copiar-de="#id"` (the text of an element), or the
 * address of the page. They are hidden in the markup, since without script they do nothing.
 */
function offerCopying() {
  const announce = (words) => document.getElementById("anuncio")?.replaceChildren(words);
  const textFor = (button) => {
    const source = button.dataset.copiarDe && document.querySelector(button.dataset.copiarDe);
    return source ? source.innerText : button.dataset.copiar || location.href;
  };

  const show = (root) => {
    root.querySelectorAll?.("[data-copiar][hidden], [data-copiar-de][hidden]").forEach((button) => {
      button.hidden = false;
    });
  };
  if (!navigator.clipboard) return;
  show(document);
  document.addEventListener("htmx:load", (event) => show(event.target));
  document.addEventListener("click", async (event) => {
    const button = event.target.closest("[data-copiar], [data-copiar-de]");
    if (!button) return;
    try {
      await navigator.clipboard.writeText(textFor(button));
    } catch {
      announce("No se pudo copiar. Seleccione el texto y cópielo con el teclado.");
      return;
    }
    const label = button.querySelector("[data-rotulo]") ?? button;
    const before = label.textContent;
    label.textContent = "Copiado";
    announce("Copiado al portapapeles");
    setTimeout(() => {
      label.textContent = before;
    }, 2000);
  });
}

/** Links that print the page (`data-imprimir`); without script they lead to its print view. */
function offerPrinting() {
  document.addEventListener("click", (event) => {
    if (!event.target.closest("[data-imprimir]")) return;
    event.preventDefault();
    window.print();
  });
}

/**
 * Search boxes with `data-completar` (an address) offer what the typed beginning may become, in the
 * browser's own list. Without script, /buscar/completar/ gives the same list as links.
 */
function offerCompletions() {
  const PAUSE = 150;
  const fill = (list, rows) => {
    list.replaceChildren(
      ...rows.map(({ text, kind, count }) => {
        const option = document.createElement("option");
        option.value = text;
        option.label = `${kind}, ${count}`;
        return option;
      }),
    );
  };

  document.querySelectorAll("[data-completar]").forEach((box) => {
    const list = document.createElement("datalist");
    list.id = `${box.id}-opciones`;
    box.after(list);
    box.setAttribute("list", list.id);
    let waiting;
    let latest = "";
    box.addEventListener("input", () => {
      clearTimeout(waiting);
      waiting = setTimeout(async () => {
        const typed = box.value.trim();
        if (typed === latest) return;
        latest = typed;
        try {
          const answer = await fetch(`${box.dataset.completar}?q=${encodeURIComponent(typed)}`);
          if (answer.ok && latest === typed) fill(list, await answer.json());
        } catch {
          // Without an answer the box works as before.
        }
      }, PAUSE);
    });
  });
}

listenForShortcuts();
offerCopying();
offerPrinting();
offerCompletions();
