package io.attestore.events.lock;

import io.attestore.events.StoredAs;
import io.attestore.events.id.AccountId;

/** A lock was taken away. */
@StoredAs("lock.LockDeleted")
public record LockDeleted(AccountId account, String name) implements LockEvent {}
