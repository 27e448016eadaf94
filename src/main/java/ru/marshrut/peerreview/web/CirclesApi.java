package ru.marshrut.peerreview.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import ru.marshrut.access.Viewer;
import ru.marshrut.access.Viewers;
import ru.marshrut.peerreview.CircleAccess;

/** The state of circles for programs. */
@RestController
@RequestMapping("/api/circles")
@Tag(name = "Круги", description = "Школы, которые проверяют программы друг друга")
class CirclesApi {

    private final CircleAccess access;
    private final CircleStates states;
    private final Viewers viewers;

    CirclesApi(CircleAccess access, CircleStates states, Viewers viewers) {
        this.access = access;
        this.states = states;
        this.viewers = viewers;
    }

    @GetMapping("/{id}")
    @Operation(summary = "Состояние круга", description = "Стороны и пройденные ими точки, открытые и выполненные шаги, сроки, встреча.")
    CircleState one(@PathVariable long id) {
        Viewer viewer = viewers.current();
        return states.of(access.circle(id, viewer), viewer);
    }
}
