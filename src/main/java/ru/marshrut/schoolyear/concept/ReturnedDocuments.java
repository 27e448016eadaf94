package ru.marshrut.schoolyear.concept;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import ru.marshrut.notification.ReturnReasons;
import ru.marshrut.schoolyear.YearKey;
import ru.marshrut.schoolyear.concept.ConceptDocument.State;
import ru.marshrut.schoolyear.process.ConceptDocumentsModel;
import ru.marshrut.territory.Staff;
import ru.marshrut.work.OpenTask;

/** Who returned which documents of the school, and why. */
@Component
@Transactional(readOnly = true)
class ReturnedDocuments implements ReturnReasons {

    private final ConceptDocuments documents;
    private final Staff staff;

    ReturnedDocuments(ConceptDocuments documents, Staff staff) {
        this.documents = documents;
        this.staff = staff;
    }

    @Override
    public Optional<ReturnReason> of(OpenTask task) {
        if (!task.step().equals(ConceptDocumentsModel.SEND)) {
            return Optional.empty();
        }
        List<ConceptDocument> returned = documents.required(YearKey.yearOf(task.businessKey())).stream()
            .filter(one -> one.state() == State.RETURNED).toList();
        return returned.isEmpty() ? Optional.empty() : Optional.of(new ReturnReason(staff.person(returned.get(0).decidedBy()).fullName(),
            returned.stream().map(one -> "«" + one.name() + "»: " + one.comment()).collect(joining("\n"))));
    }
}
