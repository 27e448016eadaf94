package ru.marshrut.peerreview.pairing;

import ru.marshrut.territory.Settlement;

/** Everything that pairing can say; each constant is a message of the bundle. */
enum Word {
    // why two schools are partners
    COMMON_DIRECTIONS("reason.commonDirections"),
    OTHER_MUNICIPALITY("reason.otherMunicipality"),
    SAME_SETTLEMENT_CITY("reason.sameSettlement.city"),
    SAME_SETTLEMENT_TOWN("reason.sameSettlement.town"),
    SAME_SETTLEMENT_VILLAGE("reason.sameSettlement.village"),
    NO_PREFERENCE("reason.noPreference"),
    LAST_YEAR("reason.lastYear"),
    LAST_YEAR_UNAVOIDABLE("reason.lastYearUnavoidable"),
    CONSENT_NEEDED("reason.consentNeeded"),
    CONSENT_RECORDED("reason.consentRecorded"),
    FIXED("reason.fixed"),
    ODD_COUNT("reason.oddCount"),
    FIXED_WIDENED("reason.fixedWidened"),
    JOINED("reason.joined"),
    PAIRED_WITH_ORPHAN("reason.pairedWithOrphan"),

    // what forbids two schools to be partners
    SAME_CURATOR("rule.sameCurator"),
    CONFLICT("rule.conflict"),
    FORBIDDEN("rule.forbidden"),
    TAKEN_BY_FIXED("rule.takenByFixed"),

    // what is wrong with circles made by hand
    CONSENT_MISSING("rule.consentMissing"),
    AVOIDABLE_REPEAT("rule.avoidableRepeat"),
    FIXED_BROKEN("rule.fixedBroken"),
    WITHOUT_CIRCLE("rule.withoutCircle"),
    IN_SEVERAL_CIRCLES("rule.inSeveralCircles"),
    NOT_IN_ROUND("rule.notInRound"),
    CIRCLE_SIZE("rule.circleSize"),
    THREE_WITH_EVEN_COUNT("rule.threeWithEvenCount"),
    SEVERAL_THREES("rule.severalThrees"),

    // why no pairing exists
    TOO_FEW("collision.tooFew"),
    FIXED_BREAKS_RULE("collision.fixedBreaksRule"),
    FIXED_TWICE("collision.fixedTwice"),
    FIXED_SIZE("collision.fixedSize"),
    FIXED_OUTSIDE("collision.fixedOutside"),
    FIXED_THREE_WITH_EVEN_COUNT("collision.fixedThreeWithEvenCount"),
    FIXED_SEVERAL_THREES("collision.fixedSeveralThrees"),
    NO_PARTNER("collision.noPartner"),
    ONLY_EACH_WITH("collision.onlyEachWith"),
    ODD_GROUPS("collision.oddGroups"),
    ODD_GROUPS_AROUND("collision.oddGroupsAround"),
    NO_CIRCLE_OF_THREE("collision.noCircleOfThree"),

    // what is refused
    WEIGHT_OUT_OF_RANGE("refusal.weightOutOfRange");

    private final String name;

    Word(String name) {
        this.name = name;
    }

    String key() {
        return "peerreview.pairing." + name;
    }
}
