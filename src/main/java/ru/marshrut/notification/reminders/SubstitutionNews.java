package ru.marshrut.notification.reminders;

import static java.util.stream.Collectors.toSet;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import ru.marshrut.notification.PersonalNewsSource;
import ru.marshrut.territory.Absence;
import ru.marshrut.territory.Absences;
import ru.marshrut.territory.Person;
import ru.marshrut.territory.Staff;

/** Tells the absent one and his substitute what was entered, ended early or taken back. */
@Component
class SubstitutionNews implements PersonalNewsSource {

    private static final Locale RUSSIAN = Locale.forLanguageTag("ru");
    private static final String PAGE = "/my/absences";

    private final Absences absences;
    private final Staff staff;
    private final MessageSource messages;

    SubstitutionNews(Absences absences, Staff staff, MessageSource messages) {
        this.absences = absences;
        this.staff = staff;
        this.messages = messages;
    }

    @Override
    public List<PersonalNews> newsFor(long regionId, Instant from, Instant until) {
        List<Absence> changed = absences.changedIn(regionId, from, until);
        Map<Long, Person> people = staff.people(changed.stream()
            .flatMap(absence -> Stream.of(absence.personId(), absence.substituteId())).collect(toSet()));
        return changed.stream().flatMap(absence -> Stream.of(
            news(absence.substituteId(), "substitute", absence, people.get(absence.personId())),
            news(absence.personId(), "absent", absence, people.get(absence.substituteId())))).toList();
    }

    private PersonalNews news(long reader, String side, Absence absence, Person other) {
        String key = "notification.substitution." + side + (absence.withdrawn() ? ".withdrawn" : "");
        return new PersonalNews(reader, messages.getMessage(key, new Object[] {day(absence.firstDay()),
            absence.withdrawn() ? "" : day(absence.lastDay()), other.fullName()}, RUSSIAN), PAGE);
    }

    private static String day(LocalDate day) {
        return TaskWords.DAY.format(day);
    }
}
