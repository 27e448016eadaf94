package ru.marshrut.expertise.rubrics;

import java.util.List;
import java.util.NoSuchElementException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.marshrut.expertise.Rubric;
import ru.marshrut.expertise.Rubrics;
import ru.marshrut.expertise.persistence.RubricRows;

@Service
@Transactional(readOnly = true)
class PublishedRubrics implements Rubrics {

    private final RubricRows rows;

    PublishedRubrics(RubricRows rows) {
        this.rows = rows;
    }

    @Override
    public Rubric get(long id) {
        Rubric rubric = rows.get(id);
        if (!rubric.published()) {
            throw new NoSuchElementException("rubric " + id + " is a draft");
        }
        return rubric;
    }

    @Override
    public List<Rubric> latest(int stage) {
        return rows.latest(stage);
    }
}
