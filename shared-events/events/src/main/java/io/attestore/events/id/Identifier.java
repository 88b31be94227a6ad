package io.attestore.events.id;

/** An identifier that is one string on the wire and in the log. Implementations are records that check themselves. */
public interface Identifier {

    String value();
}
