/* The panel «Программа» on Cockpit's first page. Words, numbers and links come from the server, which knows what the viewer may see. */
const base = document.querySelector('base').getAttribute('app-root');
const home = base.replace(/\/[^/]*$/, '');
const SVG = 'http://www.w3.org/2000/svg';

function make(name, attributes = {}, ...children) {
  const element = document.createElement(name);
  Object.entries(attributes).forEach(([key, value]) => element.setAttribute(key, value));
  element.append(...children.filter(child => child !== null && child !== undefined));
  return element;
}

function rectangle(attributes) {
  const element = document.createElementNS(SVG, 'rect');
  Object.entries(attributes).forEach(([key, value]) => element.setAttribute(key, value));
  return element;
}

/** The number beside it says the same, so the picture is not read out. */
function picture(line) {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('viewBox', '0 0 100 10');
  svg.setAttribute('preserveAspectRatio', 'none');
  svg.setAttribute('aria-hidden', 'true');
  svg.append(rectangle({class: 'ground', width: 100, height: 10}), rectangle({class: 'share', width: line.share, height: 10}));
  if (line.late > 0) svg.append(rectangle({class: 'over', width: line.share * line.late / line.count, y: 6, height: 4}));
  return svg;
}

function number(count, href, label, tone) {
  return make('td', {class: 'number'},
    href ? make('a', {href: home + href, 'aria-label': `${label}: ${count}`, class: tone}, String(count)) : String(count));
}

function table(lines, head, counted, words, late) {
  const header = make('tr', {}, make('th', {scope: 'col'}, head), make('th', {class: 'picture'}), make('th', {scope: 'col', class: 'number'}, counted),
    make('th', {scope: 'col', class: 'number'}, words.share), late ? make('th', {scope: 'col', class: 'number'}, words.late) : null);
  const rows = lines.map(line => make('tr', {'data-line': line.code, class: line.count ? '' : 'none'}, make('th', {scope: 'row'}, line.name),
    make('td', {class: 'picture'}, picture(line)), number(line.count, line.href, line.name, 'count'), make('td', {class: 'number'}, line.shareText),
    late ? number(line.late, line.lateHref, `${line.name}, ${words.late.toLowerCase()}`, 'late') : null));
  return make('table', {}, make('thead', {}, header), make('tbody', {}, ...rows));
}

function select(name, label, options, chosen, change) {
  const list = make('select', {class: 'form-control', name, id: 'marshrut-programme-' + name}, ...options.map(({value, text}) => {
    const option = make('option', {value}, text);
    option.selected = String(value) === String(chosen);
    return option;
  }));
  list.addEventListener('change', change);
  return make('div', {}, make('label', {for: list.id}, label), list);
}

function section(title, ...content) {
  return make('div', {}, make('h4', {}, title), ...content);
}

function late(panel) {
  return panel.late === 0 ? null : make('p', {}, `${panel.words.late}: `, make('a', {class: 'late', href: home + panel.lateHref}, String(panel.late)));
}

function show(root, panel) {
  const words = panel.words;
  const form = make('form', {});
  const change = () => load(root, form.elements.place.value, form.elements.year.value);
  form.addEventListener('submit', event => event.preventDefault());
  form.append(
    select('place', words.place, panel.places.map(one => ({value: one.key, text: '— '.repeat(one.depth) + one.name})), panel.place, change),
    select('year', words.year, panel.years.map(one => ({value: one, text: one})), panel.year, change),
    make('a', {href: `${home}/programme?place=${panel.place}&year=${panel.year}`}, words.whole));
  const stages = panel.schools === 0 ? [make('p', {class: 'note'}, words.noSchools)]
    : [make('p', {}, panel.shareOf), late(panel), table(panel.stages, words.where, words.schools, words, true), make('p', {class: 'note'}, words.lateRule)];
  const rounds = panel.rounds.length ? table(panel.rounds, words.where, words.schools, words, true) : make('p', {class: 'note'}, words.noRounds);
  const overdue = panel.overdue.length ? table(panel.overdue, words.role, words.tasks, words, false) : make('p', {class: 'note'}, words.noOverdue);
  const focused = document.activeElement && document.activeElement.id;
  root.replaceChildren(make('h3', {}, `${words.title}: ${panel.placeName}, ${panel.year}`), form, section(words.stages, ...stages.filter(part => part !== null)),
    make('div', {class: 'pair'}, section(words.rounds, rounds), section(words.overdue, overdue)), make('p', {class: 'note'}, panel.asOf));
  const again = focused && root.querySelector('#' + CSS.escape(focused));
  if (again) again.focus();
}

function load(root, place, year) {
  const query = new URLSearchParams();
  if (place) query.set('place', place);
  if (year) query.set('year', year);
  return fetch(`${base}/api/cockpit/plugin/programme/panel?${query}`, {headers: {Accept: 'application/json'}})
    .then(answer => answer.ok ? answer.json() : Promise.reject(answer.status))
    .then(panel => show(root, panel))
    .catch(() => root.replaceChildren(make('p', {class: 'note', role: 'alert'},
      'Сведения о программе не получены. Обновите страницу; если не поможет, сообщите администратору.')));
}

export default {
  id: 'marshrut.programme',
  pluginPoint: 'cockpit.dashboard',
  priority: 20,
  render(element) {
    const root = make('div', {class: 'marshrut-programme'});
    element.append(root);
    load(root);
  }
};
