package io.attestore.policy.document;

/**
 * How much a document may hold, so that reading and matching it stay cheap. Which size AWS allows for which use is for the
 * caller to say, by {@link PolicyDocument#sizeWithoutWhiteSpace}.
 *
 * @param textLengthMax characters, white space included
 * @param statementsMax statements
 * @param valuesMax actions, resources, principals and values of conditions, together
 */
public record DocumentLimits(int textLengthMax, int statementsMax, int valuesMax) {

    /** How deep a document's JSON may be nested: a policy has a depth of 6. */
    static final int DEPTH_MAX = 8;

    public static final DocumentLimits DEFAULT = new DocumentLimits(128 * 1024, 1000, 10_000);
}
