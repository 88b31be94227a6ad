package io.attestore.command.ssm.parameter.putparameter;

import static io.attestore.contract.document.Shape.secretText;

import io.attestore.contract.document.Shape.StructureShape;
import io.attestore.contract.document.Shape.TextShape;

/** What goes into PutParameter that the service model does not tell. */
final class PutParameterShapes {

    /** AWS's limit of any value, which its service model does not tell: far above what the tiers store. */
    private static final int VALUE_LENGTH_MAX = 32_768;

    /** In the order in which AWS's message lists them. */
    private static final String[] TYPES = {"SecureString", "StringList", "String"};

    private PutParameterShapes() {}

    static StructureShape input(StructureShape model) {
        return model.changing("Value", _ -> secretText(1, VALUE_LENGTH_MAX))
                .changing("Type", type -> ((TextShape) type).listing(TYPES));
    }
}
