package io.attestore.proof.torture.ledger;

import io.attestore.proof.torture.ledger.Asked.CreateKey;
import io.attestore.proof.torture.ledger.Asked.Delete;
import io.attestore.proof.torture.ledger.Asked.DescribeKey;
import io.attestore.proof.torture.ledger.Asked.Encrypt;
import io.attestore.proof.torture.ledger.Asked.Get;
import io.attestore.proof.torture.ledger.Asked.GetByPath;
import io.attestore.proof.torture.ledger.Asked.GetHistory;
import io.attestore.proof.torture.ledger.Asked.GetSeveral;
import io.attestore.proof.torture.ledger.Asked.Put;
import io.attestore.proof.torture.ledger.Asked.RotateKey;
import io.attestore.proof.torture.ledger.Asked.SwitchKey;
import io.attestore.proof.torture.ledger.Outcome.Answered;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** One client: makes one call after the other, of every kind, mostly reads. For one thread. */
final class Customer {

    /** A history of more versions takes more than one page; then the parameter makes way for a new one. */
    private static final int VERSIONS_MAX = 45;

    private static final int VALUE_BYTES_MAX = 2_000;

    private final NotingClient client;
    private final Scene scene;
    private final Random random;

    Customer(NotingClient client, Scene scene, Random random) {
        this.client = client;
        this.scene = scene;
        this.random = random;
    }

    /** One call, or the few that belong together. */
    Outcome act() {
        if (!scene.hasKeys()) {
            return createKey();
        }
        int choice = random.nextInt(1_000);
        if (choice < 300) {
            return client.ask(new Get(scene.anyName(random)));
        } else if (choice < 400) {
            return client.ask(new GetSeveral(List.of(scene.anyName(random), scene.anyName(random))));
        } else if (choice < 480) {
            return client.ask(new GetByPath(scene.anyFolder(random)));
        } else if (choice < 530) {
            return client.ask(new GetHistory(scene.anyName(random), 0));
        } else if (choice < 750) {
            return put(true);
        } else if (choice < 780) {
            return put(false);
        } else if (choice < 800) {
            return client.ask(new Delete(scene.anyName(random)));
        } else if (choice < 950) {
            return useKey(choice);
        }
        return changeKey(choice);
    }

    private Outcome put(boolean overwrite) {
        String name = scene.anyName(random);
        boolean secure = Scene.isSecure(name);
        Optional<String> keyId =
                secure && random.nextInt(4) == 0 ? Optional.of(scene.anyKey(random)) : Optional.empty();
        Outcome outcome = client.ask(new Put(name, value(), secure, keyId, overwrite));
        if (outcome instanceof Answered answered
                && answered.output().path("Version").asLong() > VERSIONS_MAX) {
            return client.ask(new Delete(name));
        }
        return outcome;
    }

    private Outcome useKey(int choice) {
        List<Sealed> ciphertexts = scene.ciphertexts();
        if (choice < 900 && !ciphertexts.isEmpty()) {
            return client.decrypt(Scene.any(ciphertexts, random));
        }
        String keyId = scene.anyKey(random);
        String plaintext = value();
        Outcome outcome = client.ask(new Encrypt(keyId, plaintext));
        if (outcome instanceof Answered answered) {
            scene.keep(
                    new Sealed(keyId, answered.output().path("CiphertextBlob").asString(), plaintext));
        }
        return outcome;
    }

    private Outcome changeKey(int choice) {
        String keyId = scene.anyKey(random);
        if (choice < 975) {
            return client.ask(new SwitchKey(keyId, random.nextInt(3) != 0));
        } else if (choice < 985) {
            return client.ask(new RotateKey(keyId));
        } else if (choice < 987) {
            return createKey();
        }
        return client.ask(new DescribeKey(keyId));
    }

    private Outcome createKey() {
        Outcome outcome = client.ask(new CreateKey());
        if (outcome instanceof Answered answered) {
            scene.add(answered.output().path("KeyMetadata").path("KeyId").asString());
        }
        return outcome;
    }

    private String value() {
        byte[] bytes = new byte[1 + random.nextInt(VALUE_BYTES_MAX)];
        random.nextBytes(bytes);
        return Base64.getEncoder().withoutPadding().encodeToString(bytes);
    }
}
