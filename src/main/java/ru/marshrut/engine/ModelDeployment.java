package ru.marshrut.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.core.Ordered;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * Deploys the models: one deployment per module, with clean resource names, where anything of it has changed. All models of
 * the module are then deployed anew, since those that call each other are bound by their deployment. A model is found at
 * {@code processes/<module>/<id>.bpmn} or {@code .dmn}.
 */
@Component
class ModelDeployment {

    private final RepositoryService repository;

    ModelDeployment(RepositoryService repository) {
        this.repository = repository;
    }

    @EventListener(ApplicationStartedEvent.class)
    @Order(Ordered.HIGHEST_PRECEDENCE)
    void deploy() {
        Map<String, DeploymentBuilder> modules = new TreeMap<>();
        for (Resource model : models()) {
            String[] path = path(model).split("/");
            String module = path[path.length - 2];
            DeploymentBuilder deployment = modules.computeIfAbsent(module,
                name -> repository.createDeployment().name(name).source("marshrut").enableDuplicateFiltering(false));
            try (var content = model.getInputStream()) {
                deployment.addInputStream(path[path.length - 1], content);
            } catch (IOException e) {
                throw new UncheckedIOException(model.getDescription(), e);
            }
        }
        modules.values().forEach(DeploymentBuilder::deploy);
    }

    private static Resource[] models() {
        try {
            Resource[] all = new PathMatchingResourcePatternResolver().getResources("classpath*:processes/*/*.*mn");
            Arrays.sort(all, (a, b) -> path(a).compareTo(path(b)));
            return all;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String path(Resource model) {
        try {
            return model.getURL().getPath();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
