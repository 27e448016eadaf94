package ru.marshrut.peerreview.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import ru.marshrut.peerreview.FinalFiles;

@Component
class RemakeFinalFilesDelegate implements JavaDelegate {

    private final FinalFiles files;

    RemakeFinalFilesDelegate(FinalFiles files) {
        this.files = files;
    }

    @Override
    public void execute(DelegateExecution execution) {
        files.remake(CircleSides.circleId(execution));
    }
}
