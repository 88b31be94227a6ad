package io.attestore.command.ssm.parameter.putparameter;

import static io.attestore.contract.document.Shape.flag;
import static io.attestore.contract.document.Shape.oneOf;
import static io.attestore.contract.document.Shape.secretText;
import static io.attestore.contract.document.Shape.structure;
import static io.attestore.contract.document.Shape.text;
import static io.attestore.contract.document.Shape.whole;

import io.attestore.contract.document.Shape.Recording;
import io.attestore.contract.document.Shape.StructureShape;
import io.attestore.entities.ssm.tag.ParameterTags;

/** What goes in and comes out of PutParameter (the service model of ssm 2014-11-06). */
final class PutParameterShapes {

    /** AWS's limit of any value, which its service model does not tell: far above what the tiers store. */
    private static final int VALUE_LENGTH_MAX = 32_768;

    /** In the order in which AWS's message lists them. */
    private static final String[] TYPES = {"SecureString", "StringList", "String"};

    private static final String[] TIERS = {"Standard", "Advanced", "Intelligent-Tiering"};

    static final StructureShape INPUT = structure()
            .required("Name", text(1, 2048))
            .optional("Description", text(0, 1024))
            .required("Value", secretText(1, VALUE_LENGTH_MAX), Recording.HIDDEN)
            .optional("Type", oneOf(TYPES))
            .optional("KeyId", text(1, 256).matching("^([a-zA-Z0-9:/_-]+)$"))
            .optional("Overwrite", flag())
            .optional("AllowedPattern", text(0, 1024))
            .optional("Tags", ParameterTags.LIST)
            .optional("Tier", oneOf(TIERS))
            .optional("Policies", text(1, 4096))
            .optional("DataType", text(0, 128));

    static final StructureShape OUTPUT =
            structure().optional("Version", whole(1, Long.MAX_VALUE)).optional("Tier", oneOf(TIERS));

    private PutParameterShapes() {}
}
