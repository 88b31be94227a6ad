package io.attestore.proof.torture.hostile;

import io.attestore.proof.torture.client.Credentials;
import java.io.IOException;
import java.net.URI;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What hostile clients do. */
enum Attack {
    /** 700 heads that never end; each that is closed is begun anew. */
    SLOW_HEADS(false),
    /** 600 bodies of which one byte comes: half of them small, half large; each that is closed is begun anew. */
    SLOW_BODIES(false),
    /** Requests with signatures of another secret, as fast as they are answered. */
    WRONG_SIGNATURES(true),
    /** Values that take as long to match as any may: few requests, a processor each for a twentieth of a second or more. */
    HEAVY_PATTERNS(true),
    /** Many requests whose AllowedPattern is compiled before it is found too large. */
    LARGE_PATTERNS(true),
    /**
     * As many connections with requests of the same size, that are refused without heavy work: what the others cost
     * beyond this is the heavy work's, the rest is that of requests and of who sends them on the same machine.
     */
    REFUSED_PATTERNS(true);

    private static final int HEADS = 700;
    private static final int BODIES = 600;
    private static final int FLOODERS = 12;
    private static final int PATTERNS = 4;

    private final boolean makesProcessorsWork;

    Attack(boolean makesProcessorsWork) {
        this.makesProcessorsWork = makesProcessorsWork;
    }

    boolean makesProcessorsWork() {
        return makesProcessorsWork;
    }

    /** As it is called on the command line. */
    String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<Attack> of(String label) {
        return Arrays.stream(values())
                .filter(attack -> attack.label().equals(label))
                .findFirst();
    }

    /**
     * Begins it.
     *
     * @param attacker an access key of an account of the attacker's own
     */
    Harm begin(URI server, Credentials attacker) throws IOException {
        return switch (this) {
            case SLOW_HEADS -> SlowCrowd.heads(server, HEADS);
            case SLOW_BODIES -> SlowCrowd.bodies(server, BODIES);
            case WRONG_SIGNATURES -> Flood.ofWrongSignatures(server, attacker, FLOODERS);
            case HEAVY_PATTERNS -> Flood.ofPatterns(server, attacker, PATTERNS, 25);
            case LARGE_PATTERNS -> Flood.ofPatterns(server, attacker, PATTERNS, 400);
            case REFUSED_PATTERNS -> Flood.ofPatterns(server, attacker, PATTERNS, 900);
        };
    }
}
