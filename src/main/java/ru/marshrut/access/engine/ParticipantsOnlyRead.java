package ru.marshrut.access.engine;

import java.util.Set;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.impl.AbstractQuery;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cmd.ClaimTaskCmd;
import org.camunda.bpm.engine.impl.cmd.GetRenderedStartFormCmd;
import org.camunda.bpm.engine.impl.cmd.GetRenderedTaskFormCmd;
import org.camunda.bpm.engine.impl.cmd.GetStartFormVariablesCmd;
import org.camunda.bpm.engine.impl.cmd.GetTaskFormVariablesCmd;
import org.camunda.bpm.engine.impl.cmd.GetTaskVariableCmd;
import org.camunda.bpm.engine.impl.cmd.GetTaskVariableCmdTyped;
import org.camunda.bpm.engine.impl.cmd.GetTaskVariablesCmd;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets participants only read through the webapps, and take tasks. Whatever else changes the engine (completing with
 * variables, setting variables, errors, escalations, filters, delegation, dates) is refused, whatever rights the
 * engine itself would grant: work is done by our use cases, which call the engine without an authentication of its
 * own. What is not known to read is refused, also what a later version adds.
 */
class ParticipantsOnlyRead extends CommandInterceptor {

    private static final Logger LOG = LoggerFactory.getLogger(ParticipantsOnlyRead.class);

    private static final Pattern READING = Pattern.compile(
        "org\\.camunda\\.bpm\\.engine\\.impl\\.(\\w+\\.)*cmd\\.(Get|Is|Find|ExecuteFilter|AuthorizationCheck|Create(User|Group|Tenant)Query)\\w*"
            + "|org\\.camunda\\.bpm\\.(cockpit|tasklist|webapp)\\..*");

    /** Readers that would show a process's variables to each who may work on one of its tasks. */
    private static final Set<Class<?>> TELLING = Set.of(GetTaskVariablesCmd.class, GetTaskVariableCmd.class,
        GetTaskVariableCmdTyped.class, GetTaskFormVariablesCmd.class, GetStartFormVariablesCmd.class,
        GetRenderedTaskFormCmd.class, GetRenderedStartFormCmd.class);

    private final ProcessEngineConfigurationImpl configuration;
    private final String refusal;

    ParticipantsOnlyRead(ProcessEngineConfigurationImpl configuration, String refusal) {
        this.configuration = configuration;
        this.refusal = refusal;
    }

    @Override
    public <T> T execute(Command<T> command) {
        boolean inside = Context.getCommandContext() != null; // a step of a command that was let in
        if (!inside && !isAllowed(command)) {
            Asking asking = Asking.of(configuration.getIdentityService().getCurrentAuthentication());
            if (asking.isParticipant()) {
                LOG.info("{} was refused {}", asking.userId(), command.getClass().getName());
                throw new AuthorizationException(refusal);
            }
        }
        return next.execute(command);
    }

    private static boolean isAllowed(Command<?> command) {
        Class<?> type = command.getClass();
        // Who may claim for whom is decided by OwnTasks.
        return command instanceof AbstractQuery || type == ClaimTaskCmd.class
            || READING.matcher(type.getName()).matches() && !TELLING.contains(type);
    }
}
