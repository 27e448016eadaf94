package ru.marshrut.expertise.steps;

import org.springframework.stereotype.Component;
import ru.marshrut.expertise.Checks;
import ru.marshrut.expertise.ExpertiseAccess;
import ru.marshrut.expertise.Rubrics;
import ru.marshrut.expertise.Suggestions;
import ru.marshrut.expertise.TypicalRemarks;
import ru.marshrut.expertise.checks.SchoolEvidence;
import ru.marshrut.expertise.persistence.ExpertiseRows;
import ru.marshrut.expertise.persistence.SampleRows;
import ru.marshrut.expertise.process.StepSubjects;
import ru.marshrut.territory.Territory;

/** What the pages of the experts' steps are put together from. */
@Component
record CheckParts(StepSubjects subjects, ExpertiseAccess access, Checks checks, ExpertiseRows expertises, SampleRows schools, Rubrics rubrics, Suggestions suggestions,
                  TypicalRemarks catalogue, SchoolEvidence evidence, Territory territory) {}
