// Gives the lists that offer names while one types (select2) the name of their field, which they
// keep from screen readers. Without script the plain lists are there, labelled.
"use strict";

const CONTROLS = '[role="combobox"], [role="textbox"], input[type="search"]';

function nameOf(select) {
  const label = select.labels && select.labels[0];
  return select.getAttribute("aria-label") || (label ? label.textContent.replace(/:\s*$/, "") : "");
}

function nameLists(root) {
  for (const select of root.querySelectorAll("select.admin-autocomplete")) {
    const list = select.nextElementSibling;
    if (!list || !list.classList.contains("select2")) continue;
    const name = nameOf(select);
    for (const control of list.querySelectorAll(CONTROLS)) {
      control.removeAttribute("aria-labelledby");
      control.setAttribute("aria-label", name);
    }
  }
}

// The page's own handler, which makes the lists, waits in the same queue ahead of this one.
if (window.django && window.django.jQuery) {
  window.django.jQuery(() => nameLists(document));
}
document.addEventListener("formset:added", (event) => {
  window.setTimeout(() => nameLists(event.target), 0);
});
