package io.attestore.command.kms;

import io.attestore.contract.document.Document;
import io.attestore.contract.document.Structure;
import io.attestore.contract.operation.AwsFault;
import io.attestore.contract.operation.AwsService;
import io.attestore.contract.operation.Operation;
import io.attestore.contract.operation.OperationCatalogue;
import io.attestore.contract.operation.Outcome;
import io.attestore.entities.Scenario;
import io.attestore.entities.kms.key.Key;
import io.attestore.entities.kms.key.KeyLookup;
import io.attestore.events.id.KeyId;
import java.time.Instant;
import java.util.Map;

/** A scenario that speaks of keys: what the tests of this package begin with. */
final class KeyScenario {

    final Scenario scenario = new Scenario();
    final KeyLookup lookup = new KeyLookup(scenario.vault);

    private int created;

    private final OperationCatalogue operations = new OperationCatalogue(new KmsCommands(lookup, scenario.vault).all());

    Structure answer(String operation, Structure input) {
        return scenario.answer(operation(operation), input);
    }

    AwsFault fault(String operation, Structure input) {
        return scenario.fault(operation(operation), input);
    }

    Outcome when(String operation, Structure input) {
        return scenario.when(operation(operation), input);
    }

    Operation operation(String name) {
        return operations.find(AwsService.KMS, name).orElseThrow();
    }

    /** By a call of its own. */
    String createdKey() {
        scenario.requesting("create key " + ++created);
        Structure output = answer("CreateKey", Structure.EMPTY);
        return ((Structure) output.member("KeyMetadata").orElseThrow()).text("KeyId");
    }

    /** The id of the AWS managed key of Parameter Store, first. */
    String awsManagedKey() {
        KeyLookup.Found first = (KeyLookup.Found) lookup.find(
                scenario.history, Scenario.WHERE, "alias/aws/ssm", "request-1", Instant.parse("2026-11-21T12:00:00Z"));
        scenario.given(first.creationEvents(), first.creationRows());
        return first.facts().keyId().value();
    }

    Key key(String keyId) {
        return scenario.history.load(Key.TYPE, new Key.Id(Scenario.WHERE, new KeyId(keyId)));
    }

    static Structure input(String... membersAndTexts) {
        Structure.Builder builder = Structure.builder();
        for (int i = 0; i < membersAndTexts.length; i += 2) {
            builder.put(membersAndTexts[i], membersAndTexts[i + 1]);
        }
        return builder.build();
    }

    static Structure tag(String key, String value) {
        return new Structure(Map.of(
                "TagKey", new Document.Text(key),
                "TagValue", new Document.Text(value)));
    }

    static String arn(String resource) {
        return "arn:aws:kms:eu-west-1:123456789012:" + resource;
    }
}
