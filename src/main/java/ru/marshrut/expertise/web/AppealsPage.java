package ru.marshrut.expertise.web;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import ru.marshrut.access.Viewers;
import ru.marshrut.expertise.Appeal;
import ru.marshrut.expertise.Expertise;
import ru.marshrut.expertise.ExpertiseAccess;
import ru.marshrut.expertise.Expertises;
import ru.marshrut.expertise.SampledSchool;
import ru.marshrut.expertise.Samples;
import ru.marshrut.expertise.appeals.AppealList;
import ru.marshrut.expertise.appeals.AppealList.Filed;
import ru.marshrut.shared.NotYours;
import ru.marshrut.territory.Person;
import ru.marshrut.territory.Staff;
import ru.marshrut.territory.Territory;

/** All appeals of an expertise for its region: those that wait for their answer first. */
@Controller
class AppealsPage {

    private final AppealList appeals;
    private final Expertises expertises;
    private final Samples samples;
    private final ExpertiseAccess access;
    private final Territory territory;
    private final Staff staff;
    private final Viewers viewers;

    AppealsPage(AppealList appeals, Expertises expertises, Samples samples, ExpertiseAccess access, Territory territory, Staff staff,
                Viewers viewers) {
        this.appeals = appeals;
        this.expertises = expertises;
        this.samples = samples;
        this.access = access;
        this.territory = territory;
        this.staff = staff;
        this.viewers = viewers;
    }

    @GetMapping("/expertises/{id:\\d{1,18}}/appeals")
    String show(@PathVariable long id, Model model) {
        Expertise expertise = seen(id);
        List<SampledSchool> sampled = samples.all(id);
        List<Filed> filed = appeals.of(expertise, sampled).stream()
            .sorted(Comparator.comparing((Filed one) -> !one.appeal().isOpen()).thenComparing(one -> one.appeal().id())).toList();
        Set<Long> people = filed.stream().flatMap(one -> Stream.of(one.appeal().filedBy(), one.expertId(), one.appeal().decidedBy()))
            .filter(Objects::nonNull).collect(toSet());
        model.addAttribute("expertise", expertise);
        model.addAttribute("region", territory.region(expertise.regionId()));
        model.addAttribute("filed", filed);
        model.addAttribute("waiting", filed.stream().map(Filed::appeal).filter(Appeal::isOpen).count());
        model.addAttribute("sampled", sampled.stream().filter(SampledSchool::isIn).toList());
        model.addAttribute("schools", territory.schools(sampled.stream().map(SampledSchool::schoolId).toList()));
        model.addAttribute("people", names(people));
        return "expertise/appeals";
    }

    private Expertise seen(long id) {
        try {
            return access.visible(expertises.get(id), viewers.current());
        } catch (NoSuchElementException unknown) {
            throw new NotYours(Expertises.SUBJECT, id); // whether it exists is nobody's business
        }
    }

    private Map<Long, String> names(Set<Long> people) {
        return staff.people(people).values().stream().collect(toMap(Person::id, Person::fullName));
    }
}
