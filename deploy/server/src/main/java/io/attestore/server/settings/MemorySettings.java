package io.attestore.server.settings;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What is kept in memory so that a call asks no table.
 *
 * @param statesBytesMax about how much the states of parameters, keys and identities may take
 * @param valuesBytesMax about how much the sealed values of older versions may take that were read last
 * @param keysMax how many unwrapped keys of each kind stay
 * @param pastBytesMax about how much the states of the past may take that were asked for last
 */
@ConfigurationProperties("attestore.memory")
public record MemorySettings(
        @DefaultValue("512MB") DataSize statesBytesMax,
        @DefaultValue("32MB") DataSize valuesBytesMax,
        @DefaultValue("120000") int keysMax,
        @DefaultValue("32MB") DataSize pastBytesMax) {

    public MemorySettings {
        if (keysMax < 1) {
            throw new IllegalArgumentException("attestore.memory.keys-max must be at least 1");
        }
    }
}
