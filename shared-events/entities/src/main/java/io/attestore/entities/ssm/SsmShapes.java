package io.attestore.entities.ssm;

import io.attestore.contract.document.Shape.StructureShape;

/** What inputs of Parameter Store have that its service model does not tell. */
public final class SsmShapes {

    /** No token of ours is longer. */
    private static final int TOKEN_LENGTH_MAX = 8192;

    private SsmShapes() {}

    /** An input that asks for a page. */
    public static StructureShape paged(StructureShape model) {
        return model.changing("NextToken", token -> token.limitedTo(TOKEN_LENGTH_MAX));
    }
}
