package io.attestore.events.call;

/** The kind of a principal, in the words of CloudTrail's userIdentity element. */
public enum PrincipalType {
    ROOT("Root"),
    IAM_USER("IAMUser"),
    ASSUMED_ROLE("AssumedRole"),
    FEDERATED_USER("FederatedUser"),
    AWS_SERVICE("AWSService");

    private final String wireName;

    PrincipalType(String wireName) {
        this.wireName = wireName;
    }

    public String wireName() {
        return wireName;
    }

    static PrincipalType ofWireName(String name) {
        for (PrincipalType type : values()) {
            if (type.wireName.equals(name)) {
                return type;
            }
        }
        throw new IllegalArgumentException("No type of principals");
    }
}
