package io.attestore.eventlog;

import io.attestore.eventlog.codec.EventCodec;
import io.attestore.eventlog.seal.RowMac;
import io.attestore.eventlog.table.EventContent;
import io.attestore.eventlog.table.HashChain;
import io.attestore.eventlog.table.LogHead;
import io.attestore.eventlog.table.LogRow;
import io.attestore.events.Event;
import java.util.Set;
import org.axonframework.messaging.eventstreaming.Tag;

/** An event ready to be written: only its position is missing. */
@SuppressWarnings("ArrayRecordComponent")
record EncodedEvent(EventContent content, byte[] contentHash, Event event, Set<Tag> tags, EventCodec codec) {

    LogRow after(LogHead head, RowMac mac) {
        long position = head.position() + 1;
        byte[] hash = HashChain.next(head.hash(), position, contentHash);
        return new LogRow(position, content, hash, mac.of(position, contentHash, hash));
    }

    CommittedEvent at(long position) {
        return new CommittedEvent(position, content, event, tags, codec);
    }
}
