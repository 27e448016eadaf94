// Narrows a list while the search field is typed into; without it the form asks the server. Ticks all boxes at once.
(() => {
  document.querySelectorAll('[data-filter]').forEach(form => {
    const field = form.querySelector('input[type=search]') || form;
    const list = document.querySelector(form.dataset.filter);
    if (!list || !field) { return; }
    field.addEventListener('input', () => {
      const wanted = field.value.trim().toLowerCase();
      Array.from(list.children).forEach(item => { item.hidden = !item.textContent.toLowerCase().includes(wanted); });
    });
  });
  document.querySelectorAll('[data-all]').forEach(button => {
    button.hidden = false;
    button.addEventListener('click', () => {
      const ticked = button.dataset.all === 'true';
      document.querySelectorAll(button.dataset.of).forEach(box => { if (!box.closest('[hidden]')) { box.checked = ticked; } });
    });
  });
})();
