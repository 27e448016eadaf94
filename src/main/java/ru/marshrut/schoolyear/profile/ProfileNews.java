package ru.marshrut.schoolyear.profile;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import ru.marshrut.notification.NewsSource;
import ru.marshrut.schoolyear.persistence.ProfileRows;
import ru.marshrut.territory.School;
import ru.marshrut.territory.Territory;

/** Tells curators and municipal coordinators which schools have got their profile. */
@Component
class ProfileNews implements NewsSource {

    private static final Locale RUSSIAN = Locale.forLanguageTag("ru");

    private final ProfileRows rows;
    private final Territory territory;
    private final MessageSource messages;

    ProfileNews(ProfileRows rows, Territory territory, MessageSource messages) {
        this.rows = rows;
        this.territory = territory;
        this.messages = messages;
    }

    @Override
    @Transactional(readOnly = true)
    public List<SchoolNews> newsOf(long regionId, Instant from, Instant until) {
        List<ProfileRows.News> received = rows.receivedIn(regionId, from, until);
        Map<Long, School> schools = territory.schools(received.stream().map(ProfileRows.News::schoolId).toList());
        return received.stream().map(one -> new SchoolNews(one.schoolId(),
            messages.getMessage("schoolyear.news.profileReceived", new Object[] {schools.get(one.schoolId()).name()}, RUSSIAN),
            "/school-years/" + one.yearId() + "/profile")).toList();
    }
}
