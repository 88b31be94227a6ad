package io.attestore.policy.evaluation;

/** A kind of policy at which a request may fail, in the words of AWS's messages. */
public enum Gate {
    IDENTITY("an ", "identity-based policy"),
    BOUNDARY("a ", "permissions boundary"),
    SESSION("a ", "session policy"),
    RESOURCE("a ", "resource-based policy"),
    TRUST("the ", "role trust policy");

    private final String article;
    private final String kind;

    Gate(String article, String kind) {
        this.article = article;
        this.kind = kind;
    }

    /** As AWS calls it. */
    public String kind() {
        return kind;
    }

    String denying() {
        return article + kind;
    }

    String notAllowing() {
        return "no " + kind;
    }
}
