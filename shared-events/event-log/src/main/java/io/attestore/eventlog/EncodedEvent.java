package io.attestore.eventlog;

import io.attestore.eventlog.table.EventContent;
import io.attestore.eventlog.table.HashChain;
import io.attestore.eventlog.table.LogHead;
import io.attestore.eventlog.table.LogRow;
import java.util.Set;
import org.axonframework.messaging.eventhandling.EventMessage;
import org.axonframework.messaging.eventstreaming.Tag;

/** An event ready to be written: only its position is missing. */
@SuppressWarnings("ArrayRecordComponent")
record EncodedEvent(EventContent content, byte[] contentHash, EventMessage message, Set<Tag> tags) {

    LogRow after(LogHead head) {
        long position = head.position() + 1;
        return new LogRow(position, content, HashChain.next(head.hash(), position, contentHash));
    }

    CommittedEvent at(long position) {
        return new CommittedEvent(position, message, tags, content.bytes());
    }
}
