/** Local mode: embedded database, mail catcher, demo territory, a clock that can be moved. Not in the packaged application. */
@org.springframework.modulith.ApplicationModule(type = org.springframework.modulith.ApplicationModule.Type.OPEN)
package ru.marshrut.local;
