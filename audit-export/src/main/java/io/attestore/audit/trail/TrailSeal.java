package io.attestore.audit.trail;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.attestore.audit.record.CloudTrailRecords;
import io.attestore.audit.trail.posting.Block;
import io.attestore.audit.trail.posting.BlockPlace;
import io.attestore.audit.trail.posting.PostingRun;
import io.attestore.audit.trail.posting.Span;
import io.attestore.cryptography.root.Authenticator;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.HexFormat;

/**
 * Marks the runs and blocks of the index, so that nobody who can write to the database can change, swap, replay or delete
 * one unnoticed. Runs say which positions they cover, blocks where the next one begins: that something is <em>not</em>
 * there can be shown, too. Safe for many threads.
 *
 * <p>The messages, numbers in eight bytes (the version in four), highest byte first:
 *
 * <pre>
 * run   = 'R' mapping version, run id, first position, last position, earliest, latest, disorder, bytes,
 *         start (key, latest, position), nonce, id of the last event
 * block = 'B' nonce, key, latest, position, next (key, latest, position), content
 * </pre>
 */
public final class TrailSeal {

    private static final byte RUN = 'R';
    private static final byte BLOCK = 'B';
    private static final int NONCE_BYTES = 16;
    private static final int PLACE_BYTES = 3 * Long.BYTES;
    private static final int RUN_BYTES = 1 + Integer.BYTES + 7 * Long.BYTES + PLACE_BYTES + NONCE_BYTES;
    private static final int BLOCK_BYTES = 1 + NONCE_BYTES + 2 * PLACE_BYTES;
    private static final HexFormat HEX = HexFormat.of();

    private final Authenticator authenticator;
    private final SecureRandom random;

    /** @param authenticator for nothing else; closing it stays with the caller */
    public TrailSeal(Authenticator authenticator, SecureRandom random) {
        this.authenticator = authenticator;
        this.random = random;
    }

    /** For a run that is going to be written. */
    String newNonce() {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        return HEX.formatHex(nonce);
    }

    SealedRun seal(PostingRun run, BlockPlace start, String nonce, String lastEventId) {
        byte[] tag = authenticator.tag(message(run, start, nonce, lastEventId));
        return new SealedRun(run, start, nonce, lastEventId, HEX.formatHex(tag));
    }

    SealedBlock seal(String nonce, Block block, BlockPlace next) {
        return new SealedBlock(block, next, authenticator.tag(message(nonce, block, next)));
    }

    boolean isGenuine(SealedRun sealed) {
        if (sealed.nonce().length() != 2 * NONCE_BYTES) {
            return false;
        }
        byte[] message = message(sealed.run(), sealed.start(), sealed.nonce(), sealed.lastEventId());
        return authenticator.verify(message, HEX.parseHex(sealed.tag()));
    }

    /** @param nonce of the run, which is genuine */
    boolean isGenuine(String nonce, SealedBlock sealed) {
        return authenticator.verify(message(nonce, sealed.block(), sealed.next()), sealed.tag());
    }

    private static byte[] message(PostingRun run, BlockPlace start, String nonce, String lastEventId) {
        byte[] eventId = lastEventId.getBytes(UTF_8);
        ByteBuffer message = ByteBuffer.allocate(RUN_BYTES + eventId.length);
        Span span = run.span();
        message.put(RUN).putInt(CloudTrailRecords.MAPPING_VERSION).putLong(run.id());
        message.putLong(span.firstPosition()).putLong(span.lastPosition());
        message.putLong(span.earliest()).putLong(span.latest()).putLong(span.disorderMillis());
        message.putLong(run.bytes());
        put(message, start);
        message.put(HEX.parseHex(nonce)).put(eventId);
        return message.array();
    }

    private static byte[] message(String nonce, Block block, BlockPlace next) {
        ByteBuffer message = ByteBuffer.allocate(BLOCK_BYTES + block.content().length);
        message.put(BLOCK).put(HEX.parseHex(nonce));
        put(message, BlockPlace.of(block));
        put(message, next);
        message.put(block.content());
        return message.array();
    }

    private static void put(ByteBuffer message, BlockPlace place) {
        message.putLong(place.key()).putLong(place.latest()).putLong(place.position());
    }
}
