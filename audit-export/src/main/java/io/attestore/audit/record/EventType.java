package io.attestore.audit.record;

/** What caused an event, in the words of CloudTrail's eventType field. */
public enum EventType {
    /** Somebody called an API. */
    AWS_API_CALL("AwsApiCall"),
    /** The service did it, not because an API of its own was called. */
    AWS_SERVICE_EVENT("AwsServiceEvent");

    private final String wireName;

    EventType(String wireName) {
        this.wireName = wireName;
    }

    public String wireName() {
        return wireName;
    }
}
