package io.attestore.server.http;

import com.sun.management.UnixOperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.OptionalInt;

/** How many files and sockets this process may have open. */
final class OpenFiles {

    private OpenFiles() {}

    /** Empty where the system does not tell. */
    static OptionalInt max() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean unix
                ? OptionalInt.of((int) Math.min(Integer.MAX_VALUE, unix.getMaxFileDescriptorCount()))
                : OptionalInt.empty();
    }
}
