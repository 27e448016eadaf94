package ru.marshrut.schoolyear.profile;

import java.util.Optional;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import ru.marshrut.notification.ReturnReasons;
import ru.marshrut.schoolyear.YearKey;
import ru.marshrut.schoolyear.process.RiskProfileModel;
import ru.marshrut.territory.Staff;
import ru.marshrut.work.OpenTask;

/** Says in the letter why the curator sent the chosen directions back. */
@Component
class ReturnedActivation implements ReturnReasons {

    private final Activations activations;
    private final Staff staff;

    ReturnedActivation(@Lazy Activations activations, Staff staff) {
        this.activations = activations;
        this.staff = staff;
    }

    @Override
    public Optional<ReturnReason> of(OpenTask task) {
        return task.processKey().equals(RiskProfileModel.KEY) && task.step().equals(RiskProfileModel.ACTIVATE_DIRECTIONS)
            ? activations.last(YearKey.yearOf(task.businessKey())).filter(Activation::isReturned)
                .map(sent -> new ReturnReason(staff.person(sent.decidedBy()).fullName(), sent.comment()))
            : Optional.empty();
    }
}
