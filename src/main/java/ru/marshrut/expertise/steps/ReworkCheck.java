package ru.marshrut.expertise.steps;

import org.springframework.stereotype.Component;

@Component
class ReworkCheck extends CheckStep {

    ReworkCheck(CheckParts parts) {
        super("rework-check", parts);
    }
}
