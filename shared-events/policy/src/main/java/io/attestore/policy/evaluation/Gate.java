package io.attestore.policy.evaluation;

/** A kind of policy at which a request may fail, in the words of AWS's messages. */
public enum Gate {
    IDENTITY("an identity-based policy", "no identity-based policy"),
    BOUNDARY("a permissions boundary", "no permissions boundary"),
    SESSION("a session policy", "no session policy"),
    RESOURCE("a resource-based policy", "no resource-based policy"),
    TRUST("the role trust policy", "no role trust policy");

    private final String denying;
    private final String notAllowing;

    Gate(String denying, String notAllowing) {
        this.denying = denying;
        this.notAllowing = notAllowing;
    }

    String denying() {
        return denying;
    }

    String notAllowing() {
        return notAllowing;
    }
}
