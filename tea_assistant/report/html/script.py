"""The filter of the page: without it everything is shown."""

SCRIPT = """
(() => {
  const form = document.getElementById("filter");
  const found = [...document.querySelectorAll("li[data-severity]")];
  const boxes = [...document.querySelectorAll("[data-box]")];
  const fold = text => text.toLowerCase().normalize("NFC");
  const words = new Map(found.map(item => {
    const group = item.closest(".group");
    const heading = group ? group.querySelector("h4").textContent : "";
    return [item, fold(heading + " " + item.textContent)];
  }));
  const show = () => {
    const wanted = new Set([...form.querySelectorAll("[name=severity]:checked")].map(box => box.value));
    const part = form.elements.part.value;
    const text = fold(form.elements.text.value).split(/\\s+/).filter(Boolean);
    let count = 0;
    for (const item of found) {
      const fits = wanted.has(item.dataset.severity) && (part === "*" || part === item.dataset.part)
        && text.every(word => words.get(item).includes(word));
      item.hidden = !fits;
      count += fits;
    }
    for (const box of boxes) box.hidden = !box.querySelector("li[data-severity]:not([hidden])");
    document.getElementById("filter.count").textContent = `${count} von ${found.length} Befunden`;
  };
  form.addEventListener("input", show);
  form.addEventListener("submit", event => event.preventDefault());
  form.addEventListener("reset", () => setTimeout(show));
  form.hidden = false;
  show();
})();
"""
"""Runs at the end of the page; it reads what stands there and asks nothing of the network."""
