package io.attestore.server.call;

import java.security.SecureRandom;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.axonframework.common.IdentifierFactory;

/**
 * The ids that Axon gives to commands, results and units of work, of which each call has one: they never leave this
 * process and stand in no record, so they are counted rather than drawn from the operating system's generator. Events
 * have ids of their own, see {@link Recorder}. Axon finds this class by the service loader. Safe for many threads.
 */
public final class MessageIds extends IdentifierFactory {

    private final long process = new SecureRandom().nextLong();
    private final AtomicLong counter = new AtomicLong();

    @Override
    public String generateIdentifier() {
        return new UUID(process, counter.getAndIncrement()).toString();
    }
}
