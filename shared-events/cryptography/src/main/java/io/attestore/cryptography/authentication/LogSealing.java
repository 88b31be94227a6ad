package io.attestore.cryptography.authentication;

import java.util.regex.Pattern;

/** How far the log is sealed under the keys, as their file says it. */
public sealed interface LogSealing {

    /**
     * A log that was there before the keys is being sealed.
     *
     * @param through the position of its head, up to which it gets its MACs
     * @param hashHex the head's hash, in lower-case hex
     */
    record Begun(long through, String hashHex) implements LogSealing {

        private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

        public Begun {
            if (through < 0 || !HASH.matcher(hashHex).matches()) {
                throw new IllegalArgumentException("Not the head of a log");
            }
        }
    }

    /**
     * Every event of the log carries its MAC.
     *
     * @param through up to which position they got it afterwards; -1 if each was written with it
     */
    record Complete(long through) implements LogSealing {

        public Complete {
            if (through < -1) {
                throw new IllegalArgumentException("Not a position of a log");
            }
        }
    }
}
