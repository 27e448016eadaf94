/*
 * Upload of documents into a slot. Enhances every element such as
 *
 *   <div data-upload data-url="/documents/package/12/antiriskProgramme"
 *        data-max-files="3" data-max-bytes="31457280" data-types="pdf,rtf,docx,xls,xlsx">
 *     <label for="f">Антирисковая программа</label> <input type="file" id="f" multiple>
 *     <ul data-upload-files>…current files…</ul>
 *   </div>
 *
 * Without the list inside, files and limits are fetched from data-url. For elements that are added later:
 * Marshrut.enhanceUploads(root). Each change of the files is told by the event «documents:changed»
 * (detail.count) on the element, which also carries data-count and data-busy for the surrounding form.
 */
(function () {
  'use strict';

  const say = {
    hint: (rules) => 'До ' + rules.maxFiles + ' ' + plural(rules.maxFiles, 'файла', 'файлов') + ', каждый не больше '
      + size(rules.maxBytes) + ': ' + rules.types.join(', ') + '. Можно перетащить файлы сюда.',
    waiting: 'ожидает загрузки',
    sending: (percent) => 'загружено ' + percent + '%',
    checking: 'файл передан, идёт проверка…',
    progress: (name) => 'Загрузка файла ' + name,
    done: (name) => 'Файл «' + name + '» загружен.',
    refused: (name) => 'Файл «' + name + '» не принят.',
    removed: (name) => 'Файл «' + name + '» убран.',
    cancelled: (name) => 'Загрузка файла «' + name + '» отменена.',
    choose: 'Выбрать файлы', remove: 'Убрать', removeNamed: (name) => 'Убрать файл ' + name,
    whyRemove: 'Почему убираете? (необязательно)', removeYes: 'Да, убрать', removeNo: 'Оставить',
    cancel: 'Отменить', hide: 'Скрыть', again: 'Повторить',
    empty: (name) => 'Файл «' + name + '» пустой. Проверьте его содержимое, сохраните заново и загрузите ещё раз.',
    tooLarge: (name, rules) => 'Файл «' + name + '» больше ' + size(rules.maxBytes)
      + '. Уменьшите его (сожмите рисунки или разделите документ на части) и загрузите снова.',
    tooMany: (name, rules) => 'Файл «' + name + '» не принят: здесь может быть не больше ' + rules.maxFiles + ' '
      + plural(rules.maxFiles, 'файла', 'файлов') + '. Уберите лишний файл и загрузите этот ещё раз.',
    wrongType: (name, rules) => 'Файл «' + name + '» не того вида. Принимаются: ' + rules.types.join(', ')
      + '. Сохраните документ в одном из этих форматов и загрузите снова.',
    signedOut: 'Сеанс завершён. Войдите снова в другой вкладке, затем обновите эту страницу и загрузите файл ещё раз.',
    network: 'Связь прервалась. Проверьте подключение к интернету и нажмите «Повторить».',
    failed: 'Сервер не смог обработать запрос. Попробуйте ещё раз через несколько минут.',
    cannotLoad: 'Не удалось показать файлы. Обновите страницу.',
  };

  let unnamed = 0;

  function plural(n, one, many) {
    return n % 10 === 1 && n % 100 !== 11 ? one : many;
  }

  function size(bytes) {
    const number = (value) => value.toLocaleString('ru-RU', { maximumFractionDigits: 1 });
    return bytes < 1024 * 1024 ? number(Math.max(0.1, bytes / 1024)) + ' КБ' : number(bytes / 1024 / 1024) + ' МБ';
  }

  function make(tag, attributes, ...children) {
    const element = document.createElement(tag);
    Object.entries(attributes || {}).forEach(([name, value]) => element.setAttribute(name, value));
    element.append(...children);
    return element;
  }

  function button(text, label, action) {
    const element = make('button', { type: 'button', class: 'button secondary upload-button' }, text);
    if (label) {
      element.setAttribute('aria-label', label);
    }
    element.addEventListener('click', action);
    return element;
  }

  /* The token of our own pages. */
  function protect(request) {
    const token = document.querySelector('meta[name="_csrf"]');
    const header = document.querySelector('meta[name="_csrf_header"]');
    if (token && header) {
      request.setRequestHeader(header.content, token.content);
    }
  }

  function open(method, url) {
    const request = new XMLHttpRequest();
    request.open(method, url);
    request.setRequestHeader('Accept', 'application/json');
    request.setRequestHeader('X-Requested-With', 'XMLHttpRequest');
    protect(request);
    return request;
  }

  function answer(request) {
    try {
      return JSON.parse(request.responseText);
    } catch (e) {
      return null; // a page instead of an answer, such as the one for signing in
    }
  }

  /* Why a request was refused, in the server's words where it has some. */
  function problem(request) {
    const said = answer(request);
    if (said && said.problems && said.problems.length > 0) {
      return said.problems[0].message;
    }
    return request.status === 401 || request.status === 403 || request.status === 200 ? say.signedOut : say.failed;
  }

  function enhance(box) {
    if (box.dataset.enhanced) {
      return;
    }
    box.dataset.enhanced = 'true';
    const input = box.querySelector('input[type=file]');
    input.id = input.id || 'upload-' + (++unnamed);
    const status = make('p', { class: 'upload-status', role: 'status', 'aria-live': 'polite' });
    let files = box.querySelector('[data-upload-files]');
    let rules = box.dataset.maxFiles ? {
      maxFiles: Number(box.dataset.maxFiles),
      maxBytes: Number(box.dataset.maxBytes),
      types: box.dataset.types.split(',').map((type) => type.trim()),
    } : null;
    const queue = [];
    let active = false;

    function changed() {
      const count = files.querySelectorAll('[data-document-id]').length;
      box.dataset.count = count;
      box.dataset.busy = active || queue.length > 0;
      box.dispatchEvent(new CustomEvent('documents:changed', { bubbles: true, detail: { count: count } }));
    }

    function listed(file) {
      return make('li', { 'data-document-id': file.id },
        make('a', { href: file.url, class: 'upload-name' }, file.name), ' ',
        make('span', { class: 'upload-size' }, size(file.size)));
    }

    function removable(item) {
      const name = item.querySelector('a').textContent;
      const remove = button(say.remove, say.removeNamed(name), () => {
        const reason = make('input', { type: 'text', maxlength: '500', 'aria-label': say.whyRemove, placeholder: say.whyRemove });
        const question = make('span', { class: 'upload-question' }, reason,
          button(say.removeYes, null, () => takeOut(item, name, reason.value, question)),
          button(say.removeNo, null, () => { question.remove(); remove.hidden = false; remove.focus(); }));
        reason.addEventListener('keydown', (event) => {
          if (event.key === 'Enter') { // would send the form around us
            event.preventDefault();
            takeOut(item, name, reason.value, question);
          }
        });
        remove.hidden = true;
        item.append(question);
        reason.focus();
      });
      item.append(' ', remove);
      return item;
    }

    function takeOut(item, name, reason, question) {
      const request = open('DELETE', '/documents/' + item.dataset.documentId + '?reason=' + encodeURIComponent(reason));
      const failed = (message) => {
        item.querySelectorAll('.upload-problem').forEach((old) => old.remove());
        question.before(make('p', { class: 'upload-problem', role: 'alert' }, message));
      };
      request.onload = () => {
        if (request.status === 204) {
          item.remove();
          status.textContent = say.removed(name);
          changed();
          input.focus();
        } else {
          failed(problem(request));
        }
      };
      request.onerror = () => failed(say.network);
      request.send();
    }

    function refuse(item, file, message, retry) {
      item.className = 'upload-refused';
      item.replaceChildren(make('p', { class: 'upload-problem', role: 'alert' }, message));
      if (retry) {
        item.append(button(say.again, null, () => { item.remove(); add([file]); }));
      }
      item.append(button(say.hide, null, () => { item.remove(); input.focus(); }));
      status.textContent = say.refused(file.name);
    }

    /* What can be told without the server; the server checks everything again. */
    function obvious(file, count) {
      const extension = file.name.includes('.') ? file.name.split('.').pop().toLowerCase() : '';
      if (!rules.types.includes(extension)) {
        return say.wrongType(file.name, rules);
      }
      if (file.size === 0) {
        return say.empty(file.name);
      }
      if (file.size > rules.maxBytes) {
        return say.tooLarge(file.name, rules);
      }
      return count >= rules.maxFiles ? say.tooMany(file.name, rules) : null;
    }

    function add(chosen) {
      for (const file of chosen) {
        const taken = files.querySelectorAll('[data-document-id], .upload-pending').length;
        const item = make('li', {});
        files.append(item);
        const message = obvious(file, taken);
        if (message) {
          refuse(item, file, message, false);
          continue;
        }
        item.className = 'upload-pending';
        item.append(make('span', { class: 'upload-name' }, file.name), ' ', make('span', { class: 'upload-size' }, size(file.size)),
          ' ', make('span', { class: 'upload-state' }, say.waiting));
        queue.push({ file: file, item: item });
      }
      changed();
      next();
    }

    /* One after the other: a slow line is not shared, and the order of the files stays. */
    function next() {
      if (active || queue.length === 0) {
        return;
      }
      active = true;
      const { file, item } = queue.shift();
      const state = item.querySelector('.upload-state');
      const bar = make('progress', { role: 'progressbar', max: '100', value: '0', 'aria-label': say.progress(file.name),
        'aria-valuemin': '0', 'aria-valuemax': '100', 'aria-valuenow': '0' });
      const request = open('POST', box.dataset.url);
      item.append(bar, button(say.cancel, null, () => request.abort()));

      const show = (percent) => {
        bar.value = percent;
        bar.setAttribute('aria-valuenow', percent);
        state.textContent = percent < 100 ? say.sending(percent) : say.checking;
      };
      show(0);
      status.textContent = say.progress(file.name);
      request.upload.onprogress = (event) => show(event.total ? Math.floor(event.loaded * 100 / event.total) : 0);
      request.upload.onload = () => show(100);
      request.onload = () => {
        const said = answer(request);
        if (said && said.accepted && said.accepted.length > 0) {
          item.replaceWith(removable(listed(said.accepted[0])));
          status.textContent = say.done(said.accepted[0].name);
        } else {
          refuse(item, file, problem(request), request.status >= 500);
        }
      };
      request.onerror = () => refuse(item, file, say.network, true);
      request.onabort = () => { item.remove(); status.textContent = say.cancelled(file.name); };
      request.onloadend = () => {
        active = false;
        changed();
        next();
      };
      const form = new FormData();
      form.append('file', file, file.name);
      request.send(form);
    }

    function begin() {
      input.accept = rules.types.map((type) => '.' + type).join(',');
      if (!box.querySelector('.upload-hint')) {
        const hint = make('p', { class: 'hint upload-hint', id: input.id + '-hint' }, say.hint(rules));
        input.before(hint);
        input.setAttribute('aria-describedby', hint.id);
      }
      // the browser's own control speaks the browser's language and cannot be styled: it stays for keyboard and screen reader
      input.classList.add('upload-input');
      input.after(make('label', { for: input.id, class: 'button secondary upload-choose', 'data-upload-choose': '' }, say.choose));
      input.addEventListener('change', () => {
        const chosen = Array.from(input.files);
        input.value = ''; // so that the same file can be chosen again
        add(chosen);
      });
      box.addEventListener('dragover', (event) => { event.preventDefault(); box.classList.add('upload-over'); });
      box.addEventListener('dragleave', () => box.classList.remove('upload-over'));
      box.addEventListener('drop', (event) => {
        event.preventDefault();
        box.classList.remove('upload-over');
        add(Array.from(event.dataTransfer.files));
      });
      window.addEventListener('beforeunload', (event) => {
        if (active) {
          event.preventDefault();
        }
      });
      files.querySelectorAll('[data-document-id]').forEach(removable);
      changed();
    }

    function fetchSlot() {
      const request = open('GET', box.dataset.url);
      request.onload = () => {
        const slot = request.status === 200 ? answer(request) : null;
        if (!slot) {
          box.append(make('p', { class: 'upload-problem', role: 'alert' }, problem(request)));
          return;
        }
        files.append(...slot.files.map(listed));
        if (slot.rules) {
          rules = slot.rules;
          begin();
        } else {
          input.hidden = true;
          changed();
        }
      };
      request.onerror = () => box.append(make('p', { class: 'upload-problem', role: 'alert' }, say.cannotLoad));
      request.send();
    }

    box.append(status);
    if (files && rules) {
      begin();
    } else {
      files = files || box.appendChild(make('ul', { class: 'upload-files', 'data-upload-files': '' }));
      fetchSlot();
    }
  }

  function enhanceUploads(root) {
    root.querySelectorAll('[data-upload]').forEach(enhance);
  }

  window.Marshrut = Object.assign(window.Marshrut || {}, { enhanceUploads: enhanceUploads });
  if (document.readyState === 'loading') {
    document.addEventListener('DOMContentLoaded', () => enhanceUploads(document));
  } else {
    enhanceUploads(document);
  }
})();
