package io.attestore.events;

import io.attestore.events.id.Arn;

/**
 * A resource that an event is about.
 *
 * @param name as its owner knows it: a parameter's name as it was written, a key's ARN, an alias
 */
public record NamedResource(Arn arn, String name) {}
