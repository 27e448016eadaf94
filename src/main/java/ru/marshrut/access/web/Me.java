package ru.marshrut.access.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import ru.marshrut.access.Viewer;

/** Who has signed in, for scripts: the webapps show moments in the time of the person's region. */
@RestController
@Tag(name = "Кто вошёл")
class Me {

    private final SessionViewers viewers;

    Me(SessionViewers viewers) {
        this.viewers = viewers;
    }

    @GetMapping("/api/me")
    @Operation(summary = "Имя вошедшего и часовой пояс его региона")
    Answer me() {
        Viewer viewer = viewers.current();
        return new Answer(viewer.fullName(), viewers.zone(viewer.personId()).getId());
    }

    /** @param zone name in the IANA database */
    record Answer(String name, String zone) {}
}
