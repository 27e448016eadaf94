package ru.marshrut.administration.web;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.marshrut.administration.invitations.Invitations;
import ru.marshrut.shared.Refusal;
import ru.marshrut.territory.Candidates;
import ru.marshrut.territory.Candidates.State;
import ru.marshrut.territory.School;
import ru.marshrut.territory.Staff;
import ru.marshrut.territory.Territory;

/** Enters what the page of candidates is given: all or nothing. */
@Service
@Transactional
class Candidacies {

    private final Candidates candidates;
    private final Appointing appointing;
    private final Invitations invitations;
    private final Territory territory;
    private final Staff staff;
    private final Keeping keeping;

    Candidacies(Candidates candidates, Appointing appointing, Invitations invitations, Territory territory, Staff staff, Keeping keeping) {
        this.candidates = candidates;
        this.appointing = appointing;
        this.invitations = invitations;
        this.territory = territory;
        this.staff = staff;
        this.keeping = keeping;
    }

    public void enter(long regionId, int year, CandidateForm form) {
        LocalDate on = day(form);
        String code = form.employment() == null ? "" : form.employment().strip();
        School school = code.isEmpty() ? null : school(regionId, code, "employment");
        long person = appointing.person(new AppointmentForm(null, form.email(), form.fullName(), form.phone(), null, null), regionId);
        if (school != null) {
            staff.employ(person, school.id());
        }
        candidates.step(regionId, year, List.of(person), State.APPLIED, on, "");
    }

    public void step(long regionId, int year, Set<Long> people, CandidateForm form) {
        if (form.to() == null || form.to() == State.APPOINTED) {
            throw Refusal.ofField("to", "administration.selection.noStep");
        }
        LocalDate on = day(form);
        Set<Long> known = new LinkedHashSet<>(people);
        known.retainAll(candidates.all(regionId, year).stream().map(Candidates.Candidate::personId).toList());
        if (known.isEmpty()) {
            throw Refusal.ofField("people", "administration.candidates.none");
        }
        candidates.step(regionId, year, known, form.to(), on, form.reason());
    }

    public void appoint(long regionId, int year, long personId, CandidateForm form) {
        LocalDate from = day(form);
        String order = Typed.order(form.orderNumber(), form.orderDay(), keeping);
        List<Long> schools = Arrays.stream((form.schools() == null ? "" : form.schools()).split("[,;\\s]+")).filter(code -> !code.isEmpty())
            .map(code -> school(regionId, code, "schools").id()).distinct().toList();
        if (schools.isEmpty()) {
            throw Refusal.ofField("schools", "administration.candidates.noSchools");
        }
        candidates.appoint(regionId, year, personId, schools, from, order);
        invitations.inviteOnce(personId);
    }

    private School school(long regionId, String code, String field) {
        return territory.schoolByCode(regionId, code).orElseThrow(() -> Refusal.ofField(field, "administration.conflict.unknownSchool", code));
    }

    private static LocalDate day(CandidateForm form) {
        return Typed.day("from", form.from(), "administration.selection.noDay");
    }
}
