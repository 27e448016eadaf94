package ru.marshrut.access.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Closes what the engine leaves open (PLATFORM, «Holes»: 1, 4, 6). */
@Component
class HardeningPlugin extends AbstractProcessEnginePlugin {

    private static final Locale RUSSIAN = Locale.forLanguageTag("ru");

    private final MessageSource messages;

    HardeningPlugin(MessageSource messages) {
        this.messages = messages;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        configuration.setCustomPreCommandInterceptorsTxRequired(with(configuration.getCustomPreCommandInterceptorsTxRequired(), configuration));
        configuration.setCustomPreCommandInterceptorsTxRequiresNew(with(configuration.getCustomPreCommandInterceptorsTxRequiresNew(), configuration));
        configuration.setTaskService(new OwnTasks(configuration, text("access.engine.claimForSelf"), text("access.engine.meantForOne")));
        configuration.setFilterService(new PlainFilters(text("access.engine.expressions")));
        configuration.setScriptEngineResolver(new NoScripts());
    }

    /** Interceptors are links of a chain, so each chain needs its own. */
    private List<CommandInterceptor> with(List<CommandInterceptor> known, ProcessEngineConfigurationImpl configuration) {
        List<CommandInterceptor> interceptors = new ArrayList<>(known == null ? List.of() : known);
        interceptors.add(new NoExpressionsInSubQueries(text("access.engine.expressions")));
        interceptors.add(new ParticipantsOnlyRead(configuration, text("access.engine.readOnly")));
        return interceptors;
    }

    private String text(String code) {
        return messages.getMessage(code, null, RUSSIAN);
    }
}
