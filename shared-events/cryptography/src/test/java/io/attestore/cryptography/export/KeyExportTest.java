package io.attestore.cryptography.export;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.attestore.cryptography.group.GroupKeyFile;
import io.attestore.cryptography.root.RootKey;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.spec.NamedParameterSpec;
import java.security.spec.XECPublicKeySpec;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.KeyAgreement;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyExportTest {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final byte[] INFO = "use".getBytes(US_ASCII);

    @TempDir
    Path folder;

    private final KeyPair recipient = keyPair();
    private final RootKey rootKey = RootKey.generate(RANDOM);

    @Test
    void what_was_exported_is_put_back_for_the_recipient_alone() throws Exception {
        byte[] key;
        try (GroupKeyFile file = GroupKeyFile.openOrCreate(folder.resolve("keys"), 8, rootKey, RANDOM)) {
            key = Files.readAllBytes(folder.resolve("keys").resolve(GroupKeyFile.NAME));
        }
        byte[] export = KeyExport.seal(folder.resolve("keys"), publicPem(recipient));

        KeyExport.restore(folder.resolve("restored"), export, privatePem(recipient));

        assertThat(Files.readAllBytes(folder.resolve("restored").resolve(GroupKeyFile.NAME)))
                .startsWith(key);
        try (GroupKeyFile restored = GroupKeyFile.openOrCreate(folder.resolve("restored"), 8, rootKey, RANDOM)) {
            assertThat(restored.marks().restored()).isTrue();
        }
        assertThatExceptionOfType(KeyExportException.class)
                .isThrownBy(() -> KeyExport.restore(folder.resolve("other"), export, privatePem(keyPair())));
        assertThatExceptionOfType(KeyExportException.class)
                .isThrownBy(() -> KeyExport.restore(folder.resolve("keys"), export, privatePem(recipient)))
                .withMessageContaining("not empty");
        byte[] damaged = export.clone();
        damaged[damaged.length - 1] ^= 1;
        assertThatExceptionOfType(KeyExportException.class)
                .isThrownBy(() -> KeyExport.restore(folder.resolve("other"), damaged, privatePem(recipient)));
    }

    @Test
    void an_import_that_was_broken_off_leaves_no_directory_and_is_begun_anew() throws Exception {
        GroupKeyFile.openOrCreate(folder.resolve("keys"), 8, rootKey, RANDOM).close();
        Files.writeString(folder.resolve("keys").resolve("other.keys"), "others");
        byte[] export = KeyExport.seal(folder.resolve("keys"), publicPem(recipient));
        Path left = folder.resolve(".restored.import");
        Files.createDirectory(left, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        Files.writeString(left.resolve("other.keys"), "oth");
        Files.createDirectory(folder.resolve("restored"));

        KeyExport.restore(folder.resolve("restored"), export, privatePem(recipient));

        assertThat(folder.resolve("restored").resolve("other.keys")).hasContent("others");
        assertThat(folder.resolve("restored").resolve(GroupKeyFile.NAME)).exists();
        assertThat(left).doesNotExist();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("restored"))))
                .isEqualTo("rwx------");
    }

    @Test
    void an_import_that_cannot_be_put_in_place_leaves_what_was_there() throws Exception {
        GroupKeyFile.openOrCreate(folder.resolve("keys"), 8, rootKey, RANDOM).close();
        byte[] export = KeyExport.seal(folder.resolve("keys"), publicPem(recipient));
        Files.writeString(folder.resolve("restored"), "a file");

        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> KeyExport.restore(folder.resolve("restored"), export, privatePem(recipient)));
        assertThat(folder.resolve("restored")).hasContent("a file");
    }

    @Test
    void a_key_of_another_kind_is_no_recipient() throws Exception {
        byte[] rsa = pem(
                "PUBLIC KEY",
                KeyPairGenerator.getInstance("EC").generateKeyPair().getPublic().getEncoded());
        assertThatExceptionOfType(KeyExportException.class).isThrownBy(() -> KeyExport.seal(folder, rsa));
    }

    /** RFC 9180 written down once more, on the JDK alone: what is sealed opens by it. */
    @Test
    void a_box_is_what_the_rfc_says_that_it_is() throws Exception {
        byte[] box = SealedBox.seal(X25519Pem.publicKey(publicPem(recipient)), INFO, "content".getBytes(US_ASCII));
        byte[] encapsulated = Arrays.copyOf(box, 32);
        byte[] own = X25519Pem.publicKey(publicPem(recipient));
        KeyAgreement agreement = KeyAgreement.getInstance("X25519");
        agreement.init(recipient.getPrivate());
        agreement.doPhase(publicKey(encapsulated), true);

        byte[] kem = concatenate("KEM".getBytes(US_ASCII), new byte[] {0, 0x20});
        byte[] prk = labeledExtract(kem, new byte[0], "eae_prk", agreement.generateSecret());
        byte[] shared = labeledExpand(kem, prk, "shared_secret", concatenate(encapsulated, own), 32);
        byte[] suite = concatenate("HPKE".getBytes(US_ASCII), new byte[] {0, 0x20, 0, 1, 0, 2});
        byte[] context = concatenate(
                new byte[] {0},
                labeledExtract(suite, new byte[0], "psk_id_hash", new byte[0]),
                labeledExtract(suite, new byte[0], "info_hash", INFO));
        byte[] secret = labeledExtract(suite, shared, "secret", new byte[0]);
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(
                Cipher.DECRYPT_MODE,
                new SecretKeySpec(labeledExpand(suite, secret, "key", context, 32), "AES"),
                new GCMParameterSpec(128, labeledExpand(suite, secret, "base_nonce", context, 12)));

        assertThat(cipher.doFinal(box, 32, box.length - 32)).isEqualTo("content".getBytes(US_ASCII));
    }

    private static byte[] labeledExtract(byte[] suite, byte[] salt, String label, byte[] input) throws Exception {
        return hmac(
                salt.length == 0 ? new byte[32] : salt,
                concatenate("HPKE-v1".getBytes(US_ASCII), suite, label.getBytes(US_ASCII), input));
    }

    /** One block is all that is needed. */
    private static byte[] labeledExpand(byte[] suite, byte[] prk, String label, byte[] info, int length)
            throws Exception {
        byte[] lengthBytes = ByteBuffer.allocate(2).putShort((short) length).array();
        byte[] labeled = concatenate(
                lengthBytes, "HPKE-v1".getBytes(US_ASCII), suite, label.getBytes(US_ASCII), info, new byte[] {1});
        return Arrays.copyOf(hmac(prk, labeled), length);
    }

    private static byte[] hmac(byte[] key, byte[] message) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        return mac.doFinal(message);
    }

    private static PublicKey publicKey(byte[] littleEndian) throws Exception {
        byte[] bigEndian = new byte[32];
        for (int i = 0; i < 32; i++) {
            bigEndian[i] = littleEndian[31 - i];
        }
        bigEndian[0] &= 0x7f;
        return KeyFactory.getInstance("X25519")
                .generatePublic(new XECPublicKeySpec(NamedParameterSpec.X25519, new BigInteger(1, bigEndian)));
    }

    private static byte[] concatenate(byte[]... parts) {
        ByteBuffer all = ByteBuffer.allocate(
                Arrays.stream(parts).mapToInt(part -> part.length).sum());
        for (byte[] part : parts) {
            all.put(part);
        }
        return all.array();
    }

    private static KeyPair keyPair() {
        try {
            return KeyPairGenerator.getInstance("X25519").generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] publicPem(KeyPair pair) {
        return pem("PUBLIC KEY", pair.getPublic().getEncoded());
    }

    private static byte[] privatePem(KeyPair pair) {
        return pem("PRIVATE KEY", pair.getPrivate().getEncoded());
    }

    private static byte[] pem(String label, byte[] der) {
        return ("-----BEGIN " + label + "-----\n" + Base64.getMimeEncoder().encodeToString(der) + "\n-----END " + label
                        + "-----\n")
                .getBytes(US_ASCII);
    }
}
