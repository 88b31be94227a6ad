package io.attestore.contract.duework;

import java.time.Instant;

/** Something that is to be done when its time has come. */
public record DueWork(Work work, Instant dueAt) {}
