package ru.marshrut.roadmap.steps;

import static java.util.stream.Collectors.toMap;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.springframework.stereotype.Component;
import ru.marshrut.access.Viewer;
import ru.marshrut.documents.Documents;
import ru.marshrut.roadmap.OutcomeKind;
import ru.marshrut.roadmap.Outcomes.Member;
import ru.marshrut.roadmap.RoadMaps;
import ru.marshrut.roadmap.running.Attendance;
import ru.marshrut.roadmap.running.Attendance.Expected;
import ru.marshrut.roadmap.running.Attendance.Sheet;
import ru.marshrut.roadmap.running.MeasureCourse;
import ru.marshrut.roadmap.running.MeasureFiles;
import ru.marshrut.roadmap.running.ParticipantFile.Listed;
import ru.marshrut.shared.Refusal;
import ru.marshrut.work.FormInput;
import ru.marshrut.work.OpenTask;

/**
 * Who took part: the ticked, or all but the ticked, and whom the uploaded list names. One form for any number of people;
 * its lists work without scripts.
 */
@Component
class MarkParticipants extends MeasureStep {

    private final Attendance attendance;
    private final MeasureCourse course;
    private final Documents documents;

    MarkParticipants(RoadMaps roadMaps, Attendance attendance, MeasureCourse course, Documents documents) {
        super("mark-participants", roadMaps);
        this.attendance = attendance;
        this.course = course;
        this.documents = documents;
    }

    /** Whether ticks name those who took part, or those who did not. */
    enum Mode { ONLY, EXCEPT }

    @Override
    public Map<String, Object> show(OpenTask task, Viewer viewer) {
        Map<String, Object> model = super.show(task, viewer);
        List<Listed> listed = attendance.listed(measureId(task));
        model.put("sheets", attendance.sheets(measureId(task)));
        model.put("file", Upload.of(MeasureFiles.participants(measureId(task)), documents));
        model.put("found", listed.stream().filter(one -> one.member() != null).toList());
        model.put("unmatched", listed.stream().filter(one -> one.member() == null).toList());
        return model;
    }

    @Override
    public FormInput initial(OpenTask task, Viewer viewer) {
        Map<String, List<String>> fields = new HashMap<>();
        for (Sheet sheet : attendance.sheets(measureId(task))) {
            fields.put("mode_" + sheet.kind(), List.of(Mode.ONLY.name()));
            fields.put("who_" + sheet.kind(), sheet.expected().stream().filter(Expected::marked).map(Expected::key).toList());
        }
        return new FormInput(fields);
    }

    @Override
    public Map<String, Object> submit(OpenTask task, Viewer viewer, FormInput input) {
        long measureId = measureId(task);
        LocalDate on = input.date("on");
        List<Listed> listed = input.isChecked("ignoreFile") ? List.of() : attendance.listed(measureId);
        Set<String> added = Set.copyOf(input.all("add"));
        List<Listed> unknown = listed.stream().filter(one -> one.canBeAdded() && added.contains(String.valueOf(one.row()))).toList();
        attendance.register(measureId, unknown);
        course.report(measureId, viewer, on, input.text("words"), "");
        boolean anybody = false;
        for (Sheet sheet : attendance.sheets(measureId)) {
            Set<Member> present = ticked(sheet, input);
            if (sheet.kind() == OutcomeKind.ATTENDED) {
                listed.stream().map(Listed::member).filter(Objects::nonNull).forEach(present::add);
                unknown.forEach(one -> present.add(Member.school(one.schoolId(), task.regionId())));
            }
            anybody |= !present.isEmpty();
            attendance.mark(measureId, sheet.kind(), present, on);
        }
        if (!anybody) {
            throw Refusal.of("roadmap.marks.nobody");
        }
        return Map.of();
    }

    private static Set<Member> ticked(Sheet sheet, FormInput input) {
        Set<String> ticks = Set.copyOf(input.all("who_" + sheet.kind()));
        Map<String, Member> expected = sheet.expected().stream().collect(toMap(Expected::key, Expected::member));
        ticks.stream().filter(key -> !expected.containsKey(key)).findFirst().ifPresent(key -> {
            throw Refusal.ofField("who_" + sheet.kind(), "roadmap.marks.listChanged");
        });
        boolean except = input.choice("mode_" + sheet.kind(), Mode.class) == Mode.EXCEPT;
        Set<Member> present = new LinkedHashSet<>();
        expected.forEach((key, member) -> {
            if (ticks.contains(key) != except) {
                present.add(member);
            }
        });
        return present;
    }
}
