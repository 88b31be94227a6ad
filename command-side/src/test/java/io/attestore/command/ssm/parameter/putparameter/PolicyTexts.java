package io.attestore.command.ssm.parameter.putparameter;

/** Policies as AWS's user guide shows them. */
final class PolicyTexts {

    static final String EXPIRATION =
            "{\"Type\":\"Expiration\",\"Version\":\"1.0\",\"Attributes\":{\"Timestamp\":\"2030-12-02T21:34:33.000Z\"}}";

    static final String EXPIRATION_NOTIFICATION = "{\"Type\":\"ExpirationNotification\",\"Version\":\"1.0\","
            + "\"Attributes\":{\"Before\":\"15\",\"Unit\":\"Days\"}}";

    static final String NO_CHANGE_NOTIFICATION = "{\"Type\":\"NoChangeNotification\",\"Version\":\"1.0\","
            + "\"Attributes\":{\"After\":\"20\",\"Unit\":\"Hours\"}}";

    private PolicyTexts() {}
}
