package io.attestore.proof.torture.hostile;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** The addresses of this machine that clients come from. All of 127.0.0.0/8 are this machine's on Linux. */
final class Hosts {

    static final InetAddress HONEST = loopback(3);

    private static final int[] HOSTILE = {2, 4, 5};

    private Hosts() {}

    /** One of a few. */
    static InetAddress hostile(int number) {
        return loopback(HOSTILE[number % HOSTILE.length]);
    }

    /** The one from which a crowd comes that must not be as good as several. */
    static InetAddress crowd() {
        return loopback(HOSTILE[0]);
    }

    private static InetAddress loopback(int last) {
        try {
            return InetAddress.getByAddress(new byte[] {127, 0, 0, (byte) last});
        } catch (UnknownHostException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
