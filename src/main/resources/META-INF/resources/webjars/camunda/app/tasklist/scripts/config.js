export default {
  // The page's title and header show the vendor and then the name.
  app: {vendor: 'Маршрут 500+', name: 'Задачи'},
  locales: {availableLocales: ['ru'], fallbackLocale: 'ru'},
  dateFormat: {
    monthName: 'MMMM',
    day: 'DD',
    abbr: 'DD.MM.YYYY HH:mm',
    normal: 'DD.MM.YYYY HH:mm',
    long: 'DD.MM.YYYY HH:mm',
    short: 'DD.MM.YYYY'
  },
  customScripts: ['../marshrut/webapps.js'],
  requireJsConfig: {ngDeps: ['marshrut']},
  shortcuts: {
    claimTask: {key: 'ctrl+alt+c', description: 'взять себе выбранную задачу'},
    focusFilter: {key: 'ctrl+shift+f', description: 'перейти к первому фильтру'},
    focusList: {key: 'ctrl+alt+l', description: 'перейти к первой задаче в списке'},
    focusForm: {key: 'ctrl+alt+f', description: 'перейти к первому полю формы'}
  },
  disableWelcomeMessage: true
};
