package io.attestore.policy.document;

import io.attestore.events.id.CharacterSet;

/** The text of an action in a policy. */
final class ActionText {

    private static final CharacterSet VENDOR =
            CharacterSet.DIGITS.withRange('a', 'z').withRange('A', 'Z').with("-.");

    private ActionText() {}

    /** @throws MalformedPolicyException where it is none */
    static void check(String action) {
        if (action.equals("*")) {
            return;
        }
        int colon = action.indexOf(':');
        Grammar.require(colon >= 0, PolicyFaultTexts.NO_VENDOR);
        Grammar.require(action.indexOf(':', colon + 1) < 0, "Actions/Condition can contain only one colon.");
        boolean isVendor = VENDOR.hasAllBetween(action, 0, colon) && colon > 0;
        Grammar.require(isVendor || action.startsWith("*:"), "Vendor " + action.substring(0, colon) + " is not valid");
    }
}
