package ru.marshrut.expertise.process;

import static java.util.stream.Collectors.toMap;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.springframework.stereotype.Component;
import ru.marshrut.expertise.Bands;

/** A deployment never changes, so which tables are in it is asked once; after that an evaluation reads nothing but the engine's cache. */
@Component
class CamundaBands implements Bands {

    private static final int HUNDRED = 100;

    private final DecisionService decisionTables;
    private final RepositoryService repository;
    private final Map<String, Map<String, String>> tables = new ConcurrentHashMap<>();

    CamundaBands(DecisionService decisionTables, RepositoryService repository) {
        this.decisionTables = decisionTables;
        this.repository = repository;
    }

    @Override
    public String current() {
        return repository.createDecisionDefinitionQuery().decisionDefinitionKey(BandsModel.TOTAL).latestVersion().singleResult().getDeploymentId();
    }

    @Override
    public int programmeShare(String decisions, long proven, int planned) {
        return points(decisions, BandsModel.PROGRAMME_SHARE, Map.of(BandsModel.PLANNED, planned, BandsModel.PERCENT, percent(proven, planned)));
    }

    @Override
    public int stageCompleted(String decisions, int completed, int schools) {
        return points(decisions, BandsModel.STAGE_COMPLETED, Map.of(BandsModel.SCHOOLS, schools, BandsModel.PERCENT, percent(completed, schools)));
    }

    @Override
    public int curatorsWork(String decisions, int commented, int decidedOn, int held, int planned) {
        return points(decisions, BandsModel.CURATORS_WORK, Map.of(BandsModel.DECIDED, decidedOn,
            BandsModel.COMMENTED_PERCENT, percent(commented, decidedOn), BandsModel.PLANNED, planned, BandsModel.HELD_PERCENT, percent(held, planned)));
    }

    @Override
    public int involvement(String decisions, int shown, int kinds) {
        return points(decisions, BandsModel.INVOLVEMENT, Map.of(BandsModel.SHOWN, shown, BandsModel.KINDS, kinds));
    }

    @Override
    public int total(String decisions, Collection<Integer> points) {
        return points(decisions, BandsModel.TOTAL, Map.of(BandsModel.POINTS, List.copyOf(points)));
    }

    /**
     * Whole percent, rounded down; of nothing 0. Every bound of the tables is a whole percent, so the rounded share lies on the same side of
     * it as the exact one.
     */
    static int percent(long part, int whole) {
        return whole == 0 ? 0 : Math.toIntExact(Math.multiplyExact(HUNDRED, part) / whole);
    }

    private int points(String decisions, String key, Map<String, Object> facts) {
        return decisionTables.evaluateDecisionById(table(decisions, key)).variables(facts).evaluate().<Integer>getSingleEntry();
    }

    private String table(String deployment, String key) {
        String id = tables.computeIfAbsent(deployment, this::tablesOf).get(key);
        if (id == null) {
            throw new IllegalStateException("deployment %s has no decision table %s".formatted(deployment, key));
        }
        return id;
    }

    private Map<String, String> tablesOf(String deployment) {
        return repository.createDecisionDefinitionQuery().deploymentId(deployment).list().stream()
            .collect(toMap(DecisionDefinition::getKey, DecisionDefinition::getId));
    }
}
