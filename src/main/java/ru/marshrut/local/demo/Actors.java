package ru.marshrut.local.demo;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.springframework.context.annotation.Profile;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import ru.marshrut.access.Accounts;
import ru.marshrut.access.Viewer;
import ru.marshrut.access.Viewers;
import ru.marshrut.peerreview.process.PeerReviewModel;
import ru.marshrut.territory.Person;
import ru.marshrut.territory.Place;
import ru.marshrut.territory.Role;
import ru.marshrut.territory.Staff;
import ru.marshrut.work.Answering;
import ru.marshrut.work.FormInput;
import ru.marshrut.work.OpenTask;
import ru.marshrut.work.OpenTasks;
import ru.marshrut.work.Tasks;

/** The people of the demo at work: each signs in with his own password before he does something. */
@Component
@Profile("local")
class Actors {

    /** Known to everybody who reads the banner; it exists in local mode only. */
    static final String PASSWORD = "Маршрут-500-плюс";

    private final AuthenticationManager passwords;
    private final Accounts accounts;
    private final Viewers viewers;
    private final Staff staff;
    private final Answering answering;
    private final Tasks tasks;
    private final OpenTasks open;
    private final Clock clock;
    private final Map<Long, Authentication> signedIn = new HashMap<>();

    Actors(AuthenticationManager passwords, Accounts accounts, Viewers viewers, Staff staff, Answering answering, Tasks tasks, OpenTasks open, Clock clock) {
        this.passwords = passwords;
        this.accounts = accounts;
        this.viewers = viewers;
        this.staff = staff;
        this.answering = answering;
        this.tasks = tasks;
        this.open = open;
        this.clock = clock;
    }

    /** The action as this person. */
    void as(long personId, Consumer<Viewer> action) {
        SecurityContextHolder.getContext().setAuthentication(signedIn.computeIfAbsent(personId, this::signIn));
        try {
            action.accept(viewers.current());
        } finally {
            SecurityContextHolder.clearContext();
        }
    }

    /** Whoever's turn it is does a step of a circle. @param schoolId the side, or null for a step of the circle */
    void does(long circleId, String step, Long schoolId, Map<String, String> fields) {
        OpenTask task = open.of(PeerReviewModel.KEY, String.valueOf(circleId)).stream()
            .filter(candidate -> candidate.step().equals(step) && (schoolId == null || schoolId.equals(candidate.schoolId())))
            .findFirst().orElseThrow(() -> new IllegalStateException(step + " of circle " + circleId + " is not open"));
        does(task, fields);
    }

    void does(OpenTask task, Map<String, String> fields) {
        does(task, viewer -> FormInput.of(fields));
    }

    /** @param filled what stands in the form; documents that it asks for are brought with it */
    void does(OpenTask task, Function<Viewer, FormInput> filled) {
        as(answering(task), viewer -> tasks.complete(task.id(), viewer, filled.apply(viewer)));
    }

    long coordinatorOf(long schoolId) {
        return staff.holding(Role.SCHOOL_COORDINATOR, Place.school(schoolId), today()).get(0).id();
    }

    Person person(long personId) {
        return staff.person(personId);
    }

    private long answering(OpenTask task) {
        return answering.of(task.responsible(), today()).get(0).id();
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneId.of("Europe/Moscow"));
    }

    private Authentication signIn(long personId) {
        accounts.setPassword(personId, PASSWORD);
        return passwords.authenticate(UsernamePasswordAuthenticationToken.unauthenticated(staff.person(personId).email(), PASSWORD));
    }
}
