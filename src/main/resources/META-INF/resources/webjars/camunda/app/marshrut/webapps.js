/*
 * What Tasklist, Cockpit, Admin and Welcome have in common in this product: the way home, Russian names and formats
 * where the bundles have none of their own, and the product's sign-in instead of the one that the bundles bring.
 * Each application names this file in its scripts/config.js; it runs before the application starts.
 */
const appRoot = document.querySelector('base').getAttribute('app-root');
const home = appRoot.replace(/\/[^/]*$/, '') + '/';
const applications = {tasklist: 'Задачи', cockpit: 'Пульт', admin: 'Администрирование', welcome: 'Мой профиль'};

document.documentElement.lang = 'ru';

// AngularJS takes its calendar and number formats from the module ngLocale; the bundles only hold the English one.
window.angular?.module('ngLocale', [], ['$provide', provide => provide.value('$locale', {
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
  pluralCat(n) {
    const tens = n % 100, ones = n % 10;
    if (!Number.isInteger(n)) return 'other';
    if (ones === 1 && tens !== 11) return 'one';
    return ones >= 2 && ones <= 4 && (tens < 12 || tens > 14) ? 'few' : 'many';
  }
})]);

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

// The header draws itself anew whenever somebody signs in or out, so it is dressed after each change.
function dress() {
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

const timeZone = new Intl.DateTimeFormat('ru', {timeZoneName: 'long'})
  .formatToParts(new Date()).find(part => part.type === 'timeZoneName').value;

window.addEventListener('hashchange', leaveWhenSignedOut);
leaveWhenSignedOut();
['[cam-widget-header]', '[cam-widget-footer]'].forEach(part =>
  new MutationObserver(dress).observe(document.querySelector(part), {childList: true, subtree: true, characterData: true}));
dress();
