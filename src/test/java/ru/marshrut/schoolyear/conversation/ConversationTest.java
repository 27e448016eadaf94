package ru.marshrut.schoolyear.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import ru.marshrut.access.AccessPolicy;
import ru.marshrut.access.Viewer;
import ru.marshrut.documents.Documents;
import ru.marshrut.documents.Slot;
import ru.marshrut.notification.PersonalNewsSource;
import ru.marshrut.notification.PersonalNewsSource.PersonalNews;
import ru.marshrut.schoolyear.Conversations;
import ru.marshrut.schoolyear.SchoolYear;
import ru.marshrut.schoolyear.process.YearStory;
import ru.marshrut.schoolyear.process.YearStory.Told;
import ru.marshrut.shared.NotYours;
import ru.marshrut.shared.Refusal;
import ru.marshrut.territory.Place;
import ru.marshrut.territory.Role;
import ru.marshrut.territory.Staff;
import ru.marshrut.testing.MadePeople;

@SpringBootTest
class ConversationTest {

    private static final int LAST = Integer.MAX_VALUE;

    @Autowired
    YearStory story;
    @Autowired
    MadePeople people;
    @Autowired
    Staff staff;
    @Autowired
    SchoolConversations conversations;
    @Autowired
    Conversations unread;
    @Autowired
    AccessPolicy policy;
    @Autowired
    Documents documents;
    @Autowired
    List<PersonalNewsSource> news;
    @Autowired
    JdbcClient jdbc;
    @Autowired
    Clock clock;

    private Told told;
    private SchoolYear year;
    private Viewer school;
    private Viewer curator;
    private Viewer municipal;

    @BeforeEach
    void aYearBegins() {
        story.itIs("2021-03-01");
        told = story.aSchool();
        year = story.aYearOf(told);
        school = story.viewer(people.appoint(Role.SCHOOL_COORDINATOR, Place.school(told.school())));
        curator = story.viewer(told.curator());
        municipal = story.viewer(told.municipal());
    }

    @Test
    void everybodyWhoTakesPartReadsInWhichRoleWhatWasWritten() {
        say(school, "Когда вы приедете?");
        say(curator, "В понедельник.");
        say(municipal, "Присоединюсь.");
        say(story.viewer(told.regional()), "Хорошо.");
        for (Viewer viewer : List.of(school, curator, municipal, story.viewer(told.regional()))) {
            assertThat(conversations.read(year.id(), viewer, LAST).messages()).extracting(Message::number, Message::role, Message::body)
                .containsExactly(tuple(1, Role.SCHOOL_COORDINATOR, "Когда вы приедете?"), tuple(2, Role.CURATOR, "В понедельник."),
                    tuple(3, Role.MUNICIPAL_COORDINATOR, "Присоединюсь."), tuple(4, Role.REGIONAL_COORDINATOR, "Хорошо."));
        }
    }

    @Test
    void neighboursObserversAndExpertsFindNoConversationAndNoAttachment() {
        story.upload(ConversationFiles.attachments(draft(school)));
        long message = draft(school);
        say(school, "С приложением");
        long otherSchool = people.school(told.municipality());
        long otherMunicipality = people.municipality(told.region());
        Map<String, Viewer> others = new LinkedHashMap<>();
        others.put("neighbour school", story.viewer(people.appoint(Role.SCHOOL_COORDINATOR, Place.school(otherSchool))));
        others.put("neighbour's curator", story.viewer(people.appoint(Role.CURATOR, Place.school(otherSchool))));
        others.put("next municipality", story.viewer(people.appoint(Role.MUNICIPAL_COORDINATOR, Place.municipality(otherMunicipality))));
        others.put("observer of the municipality", story.viewer(people.appoint(Role.OBSERVER, Place.municipality(told.municipality()))));
        others.put("observer of the region", story.viewer(people.appoint(Role.OBSERVER, Place.region(told.region()))));
        others.put("expert", story.viewer(people.appoint(Role.EXPERT, Place.region(told.region()))));
        others.forEach((who, viewer) -> {
            assertThatThrownBy(() -> conversations.read(year.id(), viewer, LAST)).as(who).isInstanceOf(NotYours.class);
            assertThatThrownBy(() -> say(viewer, "Можно?")).as(who).isInstanceOf(NotYours.class);
            assertThatThrownBy(() -> conversations.keepDraft(year.id(), viewer, "Можно?", false)).as(who).isInstanceOf(NotYours.class);
            assertThat(mayRead(viewer, message)).as(who).isFalse();
            assertThat(unread.unread(viewer, List.of(year.id()))).as(who).isEmpty();
        });
        assertThat(mayRead(municipal, message)).isTrue();
    }

    @Test
    void eachPersonHasItsOwnCountOfUnreadMessages() {
        say(school, "Первое");
        say(school, "Второе");
        say(curator, "Третье");
        assertThat(unread.unread(school)).isEqualTo(1);
        assertThat(unread.unread(curator)).isEqualTo(2);
        assertThat(unread.unread(municipal)).isEqualTo(3);
        assertThat(unread.unread(story.viewer(told.regional()), List.of(year.id()))).containsExactly(Map.entry(year.id(), 3));

        assertThat(conversations.read(year.id(), curator, LAST).lastRead()).isZero();
        assertThat(unread.unread(curator)).isZero();
        assertThat(unread.unread(curator, List.of(year.id()))).isEmpty();
        say(municipal, "Четвёртое");
        assertThat(unread.unread(curator)).isEqualTo(1);
        assertThat(conversations.read(year.id(), curator, LAST).lastRead()).isEqualTo(3);
    }

    @Test
    void attachmentsAreTheAuthorsUntilTheMessageIsSentAndStayAfterwards() {
        long message = draft(curator);
        story.upload(ConversationFiles.attachments(message));
        assertThat(mayRead(curator, message)).isTrue();
        assertThat(mayChange(curator, message)).isTrue();
        assertThat(mayRead(school, message)).isFalse();
        assertThat(mayChange(school, message)).isFalse();

        say(curator, "Посмотрите файл");
        assertThat(conversations.read(year.id(), school, LAST).messages()).singleElement().extracting(Message::id, Message::attachments)
            .containsExactly(message, 1);
        assertThat(mayRead(school, message)).isTrue();
        assertThat(mayChange(curator, message)).isFalse();
        assertThat(draft(curator)).as("the next message has files of its own").isNotEqualTo(message);
        assertThat(documents.in(ConversationFiles.attachments(draft(curator)))).isEmpty();
    }

    @Test
    void whatNeedsAnAnswerIsMailedOnceToTheOthersAndTheRestIsNot() {
        say(school, "Просто сообщение");
        conversations.send(year.id(), school, "Подпишете программу?", true, null);
        List<String> mailed = jdbc.sql("select recipient_id || ' ' || count(*) from letter where template = 'conversation-question' group by recipient_id")
            .query(String.class).list();
        assertThat(mailed).contains(told.curator() + " 1", told.municipal() + " 1").doesNotContain(school.personId() + " 1", told.regional() + " 1");
        assertThat(jdbc.sql("select text from letter where template = 'conversation-question' and recipient_id = ?").param(told.curator())
            .query(String.class).single()).contains("Подпишете программу?", "координатор от школы");
    }

    @Test
    void theAnswerOfAnotherSideSettlesAQuestionAndTheOwnSideDoesNot() {
        conversations.send(year.id(), school, "Подпишете программу?", true, null);
        say(story.viewer(staff.holding(Role.PRINCIPAL, Place.school(told.school()), LocalDate.of(2021, 3, 1)).get(0).id()), "Нам это нужно к пятнице.");
        assertThat(conversations.read(year.id(), school, LAST).messages().get(0).answeredBy()).isNull();
        say(curator, "Да, сегодня.");
        say(municipal, "Спасибо.");
        assertThat(conversations.read(year.id(), school, LAST).messages().get(0).answeredBy()).isEqualTo(3);
    }

    @Test
    void theDigestTellsOfWhatIsUnreadAndOfNothingElse() {
        Instant from = clock.instant().minusSeconds(1);
        say(school, "Первое");
        say(school, "Второе");
        conversations.read(year.id(), municipal, LAST);
        List<PersonalNews> told = news.stream().flatMap(source -> source.newsFor(this.told.region(), from, clock.instant()).stream())
            .filter(one -> one.path().equals("/school-years/" + year.id() + "/conversation")).toList();
        assertThat(told).extracting(PersonalNews::personId).contains(curator.personId())
            .doesNotContain(school.personId(), municipal.personId(), this.told.regional());
        assertThat(told).allMatch(one -> one.text().endsWith("новых сообщений в переписке: 2"));
    }

    @Test
    void aMistakeIsCorrectedByAFurtherMessageOfItsAuthor() {
        say(curator, "В понедельник");
        conversations.send(year.id(), curator, "Во вторник", false, 1);
        assertThat(conversations.read(year.id(), school, LAST).messages().get(1).corrects()).isEqualTo(1);
        assertRefused("schoolyear.conversation.notOwn", () -> conversations.send(year.id(), school, "Нет, в среду", false, 1));
        assertThatThrownBy(() -> jdbc.sql("update conversation_message set body = 'x' where school_year_id = ?").param(year.id()).update())
            .isInstanceOf(DataAccessException.class).hasMessageContaining("stays as it is");
        assertThatThrownBy(() -> jdbc.sql("delete from conversation_message where school_year_id = ?").param(year.id()).update())
            .isInstanceOf(DataAccessException.class).hasMessageContaining("stays as it is");
    }

    @Test
    void whatIsRefusedIsKeptAsADraft() {
        conversations.keepDraft(year.id(), school, "Недописанное", true);
        assertRefused("schoolyear.conversation.empty", () -> say(school, " "));
        assertRefused("schoolyear.conversation.tooLong", () -> say(school, "а".repeat(SchoolConversations.LONGEST + 1)));
        assertThat(conversations.read(year.id(), school, LAST).draft()).extracting(Message::body, Message::needsAnswer)
            .containsExactly("Недописанное", true);
        assertThat(conversations.read(year.id(), curator, LAST).messages()).isEmpty();
    }

    @Test
    void afterTheYearItIsReadAndNotWritten() {
        say(school, "Спасибо за год");
        jdbc.sql("update school_year set status = 'COMPLETED', ended_on = '2021-12-20' where id = ?").param(year.id()).update();
        assertRefused("schoolyear.conversation.ended", () -> say(curator, "И вам"));
        assertThat(conversations.read(year.id(), curator, LAST)).satisfies(page -> assertThat(page.draft()).isNull())
            .satisfies(page -> assertThat(page.messages()).hasSize(1));
    }

    @Test
    void aLongConversationIsReadPageByPage() {
        for (int i = 1; i <= SchoolConversations.PAGE + 5; i++) {
            say(curator, "Сообщение " + i);
        }
        SchoolConversations.Page last = conversations.read(year.id(), school, LAST);
        assertThat(last.messages()).hasSize(SchoolConversations.PAGE).first().extracting(Message::number).isEqualTo(6);
        assertThat(last.earlier()).isTrue();
        SchoolConversations.Page first = conversations.read(year.id(), school, 6);
        assertThat(first.messages()).extracting(Message::number).containsExactly(1, 2, 3, 4, 5);
        assertThat(first.earlier()).isFalse();
    }

    private void say(Viewer author, String words) {
        conversations.send(year.id(), author, words, false, null);
    }

    private long draft(Viewer author) {
        return conversations.read(year.id(), author, LAST).draft().id();
    }

    private boolean mayRead(Viewer viewer, long message) {
        Slot slot = ConversationFiles.attachments(message);
        return policy.mayRead(viewer, slot.subjectType(), slot.subjectId());
    }

    private boolean mayChange(Viewer viewer, long message) {
        Slot slot = ConversationFiles.attachments(message);
        return policy.mayChange(viewer, slot.subjectType(), slot.subjectId());
    }

    private static void assertRefused(String code, ThrowingCallable what) {
        assertThatThrownBy(what).isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
    }
}
