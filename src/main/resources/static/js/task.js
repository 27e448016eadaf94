// Keeps what is typed into a step's form as a draft on the server.
(() => {
  const form = document.querySelector('[data-task-form]');
  if (!form) { return; }
  const status = form.querySelector('[data-draft-status]');
  const header = document.querySelector('meta[name=_csrf_header]');
  const token = document.querySelector('meta[name=_csrf]');
  let waiting;
  let sending = false;

  const save = async () => {
    const typed = new URLSearchParams();
    new FormData(form).forEach((value, name) => { if (typeof value === 'string' && name !== '_csrf') { typed.append(name, value); } });
    try {
      const answer = await fetch(form.dataset.draft, {method: 'POST', headers: {[header.content]: token.content}, body: typed});
      status.textContent = answer.ok ? 'Черновик сохранён' : 'Черновик не сохранён: обновите страницу и войдите снова';
    } catch (offline) {
      status.textContent = 'Нет связи: черновик пока не сохранён';
    }
  };

  // A refusal is told where it is seen, also at the top of a long form inside of the task list.
  const refusal = form.querySelector('.error') || document.querySelector('.messages [role=alert]');
  if (refusal) {
    const field = refusal.closest('.field') && refusal.closest('.field').querySelector('input, textarea');
    window.addEventListener('load', () => setTimeout(() => {
      if (field) { field.focus({preventScroll: true}); }
      refusal.scrollIntoView({block: 'center'});
    }));
  }

  form.addEventListener('input', () => {
    clearTimeout(waiting);
    waiting = setTimeout(save, 800);
  });
  form.addEventListener('submit', event => {
    clearTimeout(waiting);
    if (sending) { event.preventDefault(); }
    sending = true;
  });
})();
