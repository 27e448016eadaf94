package ru.marshrut.peerreview.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import ru.marshrut.peerreview.FinalFiles;

@Component
class MakeFinalFilesDelegate implements JavaDelegate {

    private final FinalFiles files;

    MakeFinalFilesDelegate(FinalFiles files) {
        this.files = files;
    }

    @Override
    public void execute(DelegateExecution execution) {
        files.make(CircleSides.circleId(execution));
    }
}
