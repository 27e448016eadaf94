package ru.marshrut.administration.web;

import java.time.LocalDate;
import ru.marshrut.territory.Candidates;

/** What is typed about candidates: a new one, a step of those who are ticked, or an appointment to schools by their codes. */
record CandidateForm(String fullName, String email, String phone, String employment, Candidates.State to, String from, String reason,
                     String schools, String orderNumber, String orderDay) {

    static CandidateForm startingOn(LocalDate day) {
        return new CandidateForm("", "", "", "", null, day.toString(), "", "", "", "");
    }
}
