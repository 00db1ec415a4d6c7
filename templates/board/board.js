"use strict";
(() => {
  const form = document.querySelector(".tools");
  const lists = [...document.querySelectorAll(".cards")];
  const columns = lists.map((list) => ({ list, cards: [...list.children] }));
  const said = form.querySelector("output");
  const number = (card, key) => (card.dataset[key] === "" ? -Infinity : Number(card.dataset[key]));
  const compare = {
    overdue: (a, b) => number(b, "overdue") - number(a, "overdue"),
    spend: (a, b) => number(a, "spendRank") - number(b, "spendRank"),
    end: (a, b) => (a.dataset.end || "9") < (b.dataset.end || "9") ? -1 : 1,
    title: (a, b) => a.dataset.title.localeCompare(b.dataset.title),
  };
  const draw = () => {
    const wanted = form.elements.find.value.trim().toLowerCase();
    let [shown, all] = [0, 0];
    for (const { list, cards } of columns) {
      const order = compare[form.elements.sort.value];
      for (const card of order === undefined ? cards : [...cards].sort(order)) {
        card.hidden = !card.dataset.find.toLowerCase().includes(wanted);
        shown += card.hidden ? 0 : 1;
        all += 1;
        list.append(card);
      }
    }
    said.value = wanted === "" ? "" : `${shown} of ${all}`;
  };
  form.addEventListener("input", draw);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.hidden = false;
})();
