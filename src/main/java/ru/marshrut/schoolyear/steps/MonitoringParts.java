package ru.marshrut.schoolyear.steps;

import org.springframework.stereotype.Component;
import ru.marshrut.documents.Documents;
import ru.marshrut.schoolyear.SchoolYears;
import ru.marshrut.schoolyear.monitoring.MonitoringLines;
import ru.marshrut.territory.Staff;
import ru.marshrut.territory.Territory;

/** What the pages of the monitoring steps are put together from. */
@Component
record MonitoringParts(SchoolYears years, MonitoringLines lines, Documents documents, Territory territory, Staff staff) {}
