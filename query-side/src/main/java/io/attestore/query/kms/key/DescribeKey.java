package io.attestore.query.kms.key;

import io.attestore.contract.document.Structure;
import io.attestore.contract.operation.AwsService;
import io.attestore.contract.operation.Call;
import io.attestore.contract.operation.Operation;
import io.attestore.contract.operation.Outcome;
import io.attestore.entities.kms.KeyMetadata;
import io.attestore.entities.kms.KmsShapes;
import io.attestore.entities.kms.RequestedKeys;
import io.attestore.entities.kms.key.KeyLookup;

/**
 * Tells what is so of a key, enabled or not. Asked for a predefined alias of AWS's that has no key yet, it makes the key,
 * as KMS does.
 *
 * @see <a href="https://docs.aws.amazon.com/kms/latest/APIReference/API_DescribeKey.html">KMS: DescribeKey</a>
 */
public final class DescribeKey {

    private final RequestedKeys keys;

    public DescribeKey(RequestedKeys keys) {
        this.keys = keys;
    }

    public Operation operation() {
        return Operation.of(AwsService.KMS, "DescribeKey")
                .reads()
                .disclosesNoSecret()
                .input(model -> KmsShapes.ascii("KeyId").apply(model).omitting("GrantTokens"))
                .about(keys.usable("KeyId"))
                .handledBy(this::handle);
    }

    private Outcome handle(KeyLookup.Found found, Structure input, Call call) {
        Structure output = Structure.builder()
                .put("KeyMetadata", KeyMetadata.of(found.key()))
                .build();
        return Outcome.answered(output).after(found.creationEvents(), found.creationRows());
    }
}
