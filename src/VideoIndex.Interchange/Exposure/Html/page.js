"use strict";
for (const table of document.querySelectorAll("table.sortable")) {
  const heads = [...table.tHead.rows[0].cells];
  const body = table.tBodies[0];
  const value = (row, at) => {
    const cell = row.cells[at];
    const text = (cell.querySelector("data") || cell).textContent.trim();
    return cell.classList.contains("n") ? Number(text) : text;
  };
  heads.forEach((head, at) => {
    const button = document.createElement("button");
    button.type = "button";
    button.append(...head.childNodes);
    head.append(button);
    button.addEventListener("click", () => {
      const rising = head.getAttribute("aria-sort") === "descending" || !head.classList.contains("n") ? head.getAttribute("aria-sort") !== "ascending" : false;
      for (const other of heads) {
        other.removeAttribute("aria-sort");
      }
      head.setAttribute("aria-sort", rising ? "ascending" : "descending");
      const order = (one, other) => typeof one === "number" ? one - other : one.localeCompare(other);
      body.append(...[...body.rows].sort((one, other) => (rising ? 1 : -1) * order(value(one, at), value(other, at))));
    });
  });
}
const unfold = () => {
  const target = document.getElementById(location.hash.slice(1));
  if (target) {
    const details = target.closest("details");
    if (details) {
      details.open = true;
    }
    target.scrollIntoView();
  }
};
addEventListener("hashchange", unfold);
unfold();
