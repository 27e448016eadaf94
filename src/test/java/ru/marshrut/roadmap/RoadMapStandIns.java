package ru.marshrut.roadmap;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;

/** Stands in for the parts of road maps that are built elsewhere, where they are not there yet. */
@AutoConfiguration
public class RoadMapStandIns {

    @Bean
    @ConditionalOnMissingBean
    MeasureWork measureWork() {
        return new RecordedWork();
    }

    @Bean
    @ConditionalOnMissingBean
    RoadMapEngine roadMapEngine() {
        return new RoadMapEngine() {

            @Override
            public String start(RoadMap map) {
                return "process-" + map.id();
            }

            @Override
            public void approved(RoadMap map) {
                // nothing waits for it here
            }
        };
    }
}
