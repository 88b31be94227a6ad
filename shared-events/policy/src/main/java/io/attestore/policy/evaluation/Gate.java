package io.attestore.policy.evaluation;

/** Each kind of policy that can say no, in the words of AWS's messages. */
public enum Gate {
    IDENTITY("identity-based policy", "an identity-based policy"),
    BOUNDARY("permissions boundary", "a permissions boundary"),
    SESSION("session policy", "a session policy"),
    RESOURCE("resource-based policy", "a resource-based policy");

    private final String words;
    private final String withArticle;

    Gate(String words, String withArticle) {
        this.words = words;
        this.withArticle = withArticle;
    }

    String words() {
        return words;
    }

    String withArticle() {
        return withArticle;
    }
}
