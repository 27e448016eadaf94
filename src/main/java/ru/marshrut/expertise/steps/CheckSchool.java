package ru.marshrut.expertise.steps;

import org.springframework.stereotype.Component;

@Component
class CheckSchool extends CheckStep {

    CheckSchool(CheckParts parts) {
        super("check-school", parts);
    }
}
