package ru.marshrut.access.engine;

import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.TaskServiceImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.identity.Authentication;

/** A participant takes a task for himself, and gives back what he has taken; what was given to him alone goes back to nobody. */
class OwnTasks extends TaskServiceImpl {

    private final ProcessEngineConfigurationImpl configuration;
    private final String claimsForOther;
    private final String meantForOne;

    OwnTasks(ProcessEngineConfigurationImpl configuration, String claimsForOther, String meantForOne) {
        this.configuration = configuration;
        this.claimsForOther = claimsForOther;
        this.meantForOne = meantForOne;
    }

    @Override
    public void claim(String taskId, String userId) {
        Asking asking = Asking.of(identities().getCurrentAuthentication());
        if (asking.isParticipant() && !asking.userId().equals(userId)) {
            throw new AuthorizationException(claimsForOther);
        }
        super.claim(taskId, userId);
    }

    /** Giving back needs a right that would also allow to hand the task to anybody; so it is done without rights, for the own task only. */
    @Override
    public void setAssignee(String taskId, String userId) {
        Authentication authentication = identities().getCurrentAuthentication();
        Asking asking = Asking.of(authentication);
        if (userId == null && asking.isParticipant()
                && createTaskQuery().taskId(taskId).taskAssignee(asking.userId()).count() == 1) {
            if (createTaskQuery().taskId(taskId).withoutCandidateGroups().includeAssignedTasks().count() == 1) {
                throw new AuthorizationException(meantForOne);
            }
            identities().clearAuthentication();
            try {
                super.setAssignee(taskId, null);
            } finally {
                identities().setAuthentication(authentication.getUserId(), authentication.getGroupIds(), authentication.getTenantIds());
            }
        } else {
            super.setAssignee(taskId, userId);
        }
    }

    private IdentityService identities() {
        return configuration.getIdentityService();
    }
}
