/*
 * What Tasklist, Cockpit, Admin and Welcome have in common in this product: the way home, Russian names and formats
 * where the bundles have none of their own, and the product's sign-in instead of the one that the bundles bring.
 * Each application names this file in its scripts/config.js; it runs before the application starts.
 */
const base = document.querySelector('base');
const appRoot = base.getAttribute('app-root');
const home = appRoot.replace(/\/[^/]*$/, '') + '/';
const applications = {tasklist: 'Задачи', cockpit: 'Пульт', admin: 'Администрирование', welcome: 'Мой профиль'};

// Parts of Tasklist that would go past the product's use cases and its audit trail, or that have nothing to show
// because the engine keeps its history short.
const excluded = ['start-process-action', 'create-task-action', 'task-action-comment', 'task-detail-history'];

const formats = {
  id: 'ru',
  localeID: 'ru',
  DATETIME_FORMATS: {
    AMPMS: ['AM', 'PM'],
    DAY: ['воскресенье', 'понедельник', 'вторник', 'среда', 'четверг', 'пятница', 'суббота'],
    ERANAMES: ['до н. э.', 'н. э.'],
    ERAS: ['до н. э.', 'н. э.'],
    FIRSTDAYOFWEEK: 0,
    MONTH: ['января', 'февраля', 'марта', 'апреля', 'мая', 'июня',
      'июля', 'августа', 'сентября', 'октября', 'ноября', 'декабря'],
    SHORTDAY: ['вс', 'пн', 'вт', 'ср', 'чт', 'пт', 'сб'],
    SHORTMONTH: ['янв.', 'февр.', 'мар.', 'апр.', 'мая', 'июн.', 'июл.', 'авг.', 'сент.', 'окт.', 'нояб.', 'дек.'],
    STANDALONEMONTH: ['Январь', 'Февраль', 'Март', 'Апрель', 'Май', 'Июнь',
      'Июль', 'Август', 'Сентябрь', 'Октябрь', 'Ноябрь', 'Декабрь'],
    WEEKENDRANGE: [5, 6],
    fullDate: 'EEEE, dd.MM.yyyy',
    longDate: 'dd.MM.yyyy',
    medium: 'dd.MM.yyyy HH:mm:ss',
    mediumDate: 'dd.MM.yyyy',
    mediumTime: 'HH:mm:ss',
    short: 'dd.MM.yyyy HH:mm',
    shortDate: 'dd.MM.yyyy',
    shortTime: 'HH:mm'
  },
  NUMBER_FORMATS: {
    CURRENCY_SYM: '\u20bd',
    DECIMAL_SEP: ',',
    GROUP_SEP: '\u00a0',
    PATTERNS: [
      {gSize: 3, lgSize: 3, maxFrac: 3, minFrac: 0, minInt: 1, negPre: '-', negSuf: '', posPre: '', posSuf: ''},
      {gSize: 3, lgSize: 3, maxFrac: 2, minFrac: 2, minInt: 1,
        negPre: '-', negSuf: '\u00a0\u00a4', posPre: '', posSuf: '\u00a0\u00a4'}
    ]
  },
  // The bundles' own texts know only «one» and «other».
  pluralCat: n => n === 1 ? 'one' : 'other'
};

// The bundles load their texts beside the page, and what is drawn first shows the texts' keys instead: here the page
// waits for them. Should they not come, the bundle tells so itself.
const texts = await fetch(`${appRoot}/app/${base.getAttribute('app-name')}/locales/ru.json`)
  .then(answer => answer.json())
  .then(locale => locale.labels)
  .catch(() => ({}));

// Moments are told in the time of the person's region, wherever his browser believes to be.
const zone = await fetch(`${home}api/me`)
  .then(answer => answer.ok ? answer.json() : {})
  .then(me => me.zone)
  .catch(() => undefined);
const day = {day: '2-digit', month: '2-digit', year: 'numeric'};
const minute = {...day, hour: '2-digit', minute: '2-digit'};
const shapes = {short: day, abbr: minute, long: minute, normal: {...minute, second: '2-digit'}};

function inRegion(moment, type) {
  const at = new Date(typeof moment === 'string' ? moment.replace(/([+-]\d\d)(\d\d)$/, '$1:$2') : moment);
  return isNaN(at) ? moment
    : new Intl.DateTimeFormat('ru-RU', {timeZone: zone, ...shapes[type] || shapes.normal}).format(at).replace(',', '');
}

// config.js asks for this module by its name (requireJsConfig.ngDeps).
window.angular.module('marshrut', []).config(['$provide', '$injector', '$translateProvider', (provide, injector, translations) => {
  translations.translations('ru', texts).use('ru').forceAsyncReload(true);
  provide.value('$locale', formats);
  provide.decorator('Views', ['$delegate', views => {
    const all = views.getProviders;
    views.getProviders = options => all(options).filter(view => !excluded.includes(view.id));
    return views;
  }]);
  // Cockpit shows moments of time as 2022-10-21T18:00:00 whatever its config.js says.
  if (injector.has('camDateFormatProvider')) {
    const format = injector.get('camDateFormatProvider');
    format.setDateFormat('DD.MM.YYYY HH:mm:ss', 'normal');
    format.setDateFormat('DD.MM.YYYY HH:mm', 'abbr');
    format.setDateFormat('DD.MM.YYYY HH:mm', 'long');
    format.setDateFormat('DD.MM.YYYY', 'short');
  }
  if (injector.has('camDateFilterProvider')) {
    provide.decorator('camDateFilter', ['$delegate', shown => (moment, type) => zone && moment ? inRegion(moment, type) : shown(moment, type)]);
  }
}]);

document.documentElement.lang = 'ru';

// The bundles keep half-filled forms in the browser, where the next person at the same computer could read them.
function forgetDrafts() {
  Object.keys(localStorage)
    .filter(key => key.startsWith('camForm:') || key.startsWith('camunda-form:'))
    .forEach(key => localStorage.removeItem(key));
}

// The route of the bundle's own sign-in means that the session is over: sign-in is the product's business.
function leaveWhenSignedOut() {
  if (/^#!?\/login/.test(location.hash)) {
    forgetDrafts();
    location.replace(home);
  }
}

// What the bundles write in English themselves. Pages are drawn anew all the time, so they are dressed after each change.
const titles = {'zoom in': 'Крупнее', 'zoom out': 'Мельче', 'reset zoom': 'Показать целиком'};

function dress() {
  Object.entries(titles).forEach(([english, russian]) =>
    document.querySelectorAll(`[title="${english}"]`).forEach(element => element.title = russian));
  Object.entries(applications).forEach(([application, name]) =>
    write(document.querySelector(`.app-switch li.${application} a`), name));
  const brand = document.querySelector('.navbar-brand');
  if (brand && brand.getAttribute('href') !== home) {
    brand.href = home;
    brand.title = 'На главную страницу';
  }
  const menu = document.querySelector('.app-menu > ul');
  if (menu && !menu.querySelector('.way-home')) {
    const item = document.createElement('li');
    item.className = 'way-home';
    const link = item.appendChild(document.createElement('a'));
    link.href = home;
    link.textContent = 'На главную';
    menu.prepend(item);
  }
  write(document.querySelector('#footer-timezone i'), timeZone);
}

// Writing only what differs keeps the observer below from answering itself for ever.
function write(element, text) {
  if (element && element.textContent.trim() !== text) element.textContent = text;
}

const timeZone = new Intl.DateTimeFormat('ru', {timeZone: zone, timeZoneName: 'long'})
  .formatToParts(new Date()).find(part => part.type === 'timeZoneName').value;

window.addEventListener('hashchange', leaveWhenSignedOut);
leaveWhenSignedOut();
new MutationObserver(dress).observe(document.body, {childList: true, subtree: true, characterData: true});
dress();
