package ru.marshrut.expertise.rubrics;

import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.marshrut.expertise.TypicalRemarks;
import ru.marshrut.expertise.persistence.RemarkRows;

@Service
@Transactional(readOnly = true)
class RemarkCatalogue implements TypicalRemarks {

    private final RemarkRows rows;

    RemarkCatalogue(RemarkRows rows) {
        this.rows = rows;
    }

    @Override
    public List<TypicalRemark> offered() {
        return rows.offered();
    }

    @Override
    public List<TypicalRemark> all() {
        return rows.all();
    }
}
