package io.attestore.command.kms.alias;

import static io.attestore.contract.document.Shape.text;

import io.attestore.contract.document.Structure;
import io.attestore.contract.operation.AwsService;
import io.attestore.contract.operation.Call;
import io.attestore.contract.operation.Operation;
import io.attestore.contract.operation.Outcome;
import io.attestore.contract.operation.Subject;
import io.attestore.entities.kms.KeyConditions;
import io.attestore.entities.kms.KmsFaults;
import io.attestore.entities.kms.KmsShapes;
import io.attestore.entities.kms.RequestedKeys;
import io.attestore.entities.kms.key.Key;
import io.attestore.entities.kms.key.KeyDirectory;
import io.attestore.entities.kms.key.KeyFacts;
import io.attestore.entities.kms.key.KeyReference;
import io.attestore.events.id.AliasName;
import io.attestore.events.key.AliasCreated;

/**
 * Gives a customer managed key a friendly name that is unique in its account and Region, at most {@value #ALIASES_MAX}
 * to one key.
 *
 * @see <a href="https://docs.aws.amazon.com/kms/latest/APIReference/API_CreateAlias.html">KMS: CreateAlias</a>
 */
public final class CreateAlias {

    static final int ALIASES_MAX = 50;

    private static final String PREFIX = "alias/";

    private final RequestedKeys keys;

    public CreateAlias(RequestedKeys keys) {
        this.keys = keys;
    }

    public Operation operation() {
        return Operation.of(AwsService.KMS, "CreateAlias")
                .writes()
                .disclosesNoSecret()
                .input(KmsShapes.ascii("TargetKeyId"))
                .about(this::target)
                .handledBy(this::handle);
    }

    /** The key. Both it and the alias must be allowed. */
    private Subject<Key.Existing> target(Structure input, Call call) {
        AliasName alias = name(input.text("AliasName"));
        String target = input.text("TargetKeyId");
        if (KeyReference.parse(target, call.where())
                .filter(KeyReference.ByAlias.class::isInstance)
                .isPresent()) {
            throw KmsFaults.aliasOfAlias();
        }
        return keys.managed(target, call)
                .with(call.access(alias.arn(call.where())).where(KeyConditions.ofCaller(call)));
    }

    private Outcome handle(Key.Existing target, Structure input, Call call) {
        AliasName alias = name(input.text("AliasName"));
        KeyFacts key = target.facts();
        KeyDirectory directory = call.load(KeyDirectory.TYPE, call.where());
        if (directory.aliases().containsKey(alias.value())) {
            throw KmsFaults.aliasExists(alias.arn(call.where()));
        }
        long aliasesOfKey = directory.aliases().values().stream()
                .filter(entry -> entry.target().equals(key.keyId()))
                .count();
        if (aliasesOfKey >= ALIASES_MAX) {
            throw KmsFaults.tooManyAliases(key.arn(), ALIASES_MAX);
        }
        return Outcome.answered(Structure.EMPTY, new AliasCreated(call.where(), alias, key.keyId()));
    }

    private static AliasName name(String text) {
        if (!text.startsWith(PREFIX)) {
            throw KmsFaults.aliasWithoutPrefix();
        }
        if (text.length() == PREFIX.length()) {
            throw KmsFaults.aliasEmpty();
        }
        if (text.indexOf(':') >= 0) {
            throw KmsFaults.aliasCharacters(text);
        }
        AliasName alias = new AliasName(text);
        if (alias.isAwsManaged()) {
            throw KmsFaults.aliasReserved();
        }
        return alias;
    }
}
