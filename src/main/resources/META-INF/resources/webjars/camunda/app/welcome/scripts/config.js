export default {
  // The page's title and header show the vendor and then the name.
  app: {vendor: 'Маршрут 500+', name: 'Мой профиль'},
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
  disableWelcomeMessage: true
};
