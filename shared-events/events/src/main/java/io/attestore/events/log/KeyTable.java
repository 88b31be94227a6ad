package io.attestore.events.log;

import io.attestore.events.Bytes;
import java.util.Optional;

/** Reads wrapped keys. Safe for many threads; failures surface as {@link LogUnavailableException}. */
public interface KeyTable {

    Optional<Bytes> find(String id);
}
