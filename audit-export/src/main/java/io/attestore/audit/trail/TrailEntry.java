package io.attestore.audit.trail;

import io.attestore.audit.record.CloudTrailRecord;

/** A record and its place in the trail. */
public record TrailEntry(TrailPlace place, CloudTrailRecord record) {}
