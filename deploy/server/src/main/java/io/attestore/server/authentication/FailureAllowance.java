package io.attestore.server.authentication;

import java.util.OptionalInt;

/**
 * What a source may still fail: a token bucket that may be overdrawn, by as much as it holds, and how many answers to it
 * wait. Safe for many threads.
 */
final class FailureAllowance {

    private static final double NANOS_PER_MINUTE = 60e9;

    private final int burst;
    private final double perNano;
    private final int placesMax;
    private double left;
    private long sinceNanos;
    private boolean begun;
    private int placesTaken;

    FailureAllowance(int burst, int perMinute, int placesMax) {
        this.burst = burst;
        this.perNano = perMinute / NANOS_PER_MINUTE;
        this.placesMax = placesMax;
        this.left = burst;
    }

    /** Takes one; answers how many were taken beyond what was there, or 0; empty if it cannot be overdrawn any more. */
    synchronized OptionalInt fail(long nowNanos) {
        if (begun) {
            left = Math.min(burst, left + (nowNanos - sinceNanos) * perNano);
        }
        begun = true;
        sinceNanos = nowNanos;
        if (left - 1 < -burst) {
            return OptionalInt.empty();
        }
        left--;
        return OptionalInt.of(Math.max(0, (int) Math.ceil(-left)));
    }

    /** Whether one more answer may wait; if so, {@link #leavePlace} ends it. */
    synchronized boolean takePlace() {
        if (placesTaken >= placesMax) {
            return false;
        }
        placesTaken++;
        return true;
    }

    synchronized void leavePlace() {
        placesTaken--;
    }
}
