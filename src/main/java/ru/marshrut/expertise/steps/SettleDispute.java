package ru.marshrut.expertise.steps;

import org.springframework.stereotype.Component;

@Component
class SettleDispute extends CheckStep {

    SettleDispute(CheckParts parts) {
        super("settle-dispute", parts);
    }
}
