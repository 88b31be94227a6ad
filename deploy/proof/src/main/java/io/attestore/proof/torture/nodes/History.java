package io.attestore.proof.torture.nodes;

import io.attestore.proof.torture.linearizability.AliasCall;
import io.attestore.proof.torture.linearizability.KeyGroupCall;
import io.attestore.proof.torture.linearizability.PermissionCall;
import io.attestore.proof.torture.linearizability.TimedCall;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.LongAdder;

/** What all clients of both nodes have seen, with the times of one clock. Safe for many threads. */
final class History {

    private final Map<String, Queue<TimedCall<KeyGroupCall>>> groups = new ConcurrentHashMap<>();
    private final Map<String, Queue<TimedCall<AliasCall>>> aliases = new ConcurrentHashMap<>();
    private final Map<String, Queue<TimedCall<PermissionCall>>> permissions = new ConcurrentHashMap<>();
    private final Map<String, Queue<String>> valuesOf = new ConcurrentHashMap<>();
    private final Queue<String> oddities = new ConcurrentLinkedQueue<>();
    private final Map<String, Queue<Long>> answersOf = new ConcurrentHashMap<>();
    private final LongAdder answered = new LongAdder();
    private final LongAdder unknown = new LongAdder();
    private final LongAdder refusedUnhappened = new LongAdder();

    /** @param group the key by which calls that touch common things are kept together */
    void add(String group, TimedCall<KeyGroupCall> call) {
        count(call);
        groups.computeIfAbsent(group, _ -> new ConcurrentLinkedQueue<>()).add(call);
    }

    void addAlias(String alias, TimedCall<AliasCall> call) {
        count(call);
        aliases.computeIfAbsent(alias, _ -> new ConcurrentLinkedQueue<>()).add(call);
    }

    /** @param user whose permissions they are */
    void addPermission(String user, TimedCall<PermissionCall> call) {
        count(call);
        permissions.computeIfAbsent(user, _ -> new ConcurrentLinkedQueue<>()).add(call);
    }

    private void count(TimedCall<?> call) {
        (call.isKnown() ? answered : unknown).increment();
    }

    /** A call that has told a value: its record must be there. */
    void addValue(String operation, String requestId) {
        valuesOf.computeIfAbsent(operation, _ -> new ConcurrentLinkedQueue<>()).add(requestId);
    }

    /** A read without an answer, which says nothing. */
    void addSilence() {
        unknown.increment();
    }

    /** A call of which it is certain that it did not happen: throttled, or never sent. */
    void addUnhappened() {
        refusedUnhappened.increment();
    }

    /** A node has served a call, at this time. */
    void addServed(String node, long nanos) {
        answersOf.computeIfAbsent(node, _ -> new ConcurrentLinkedQueue<>()).add(nanos);
    }

    /** The longest time, in nanoseconds, between two calls that a node served, up to a time. */
    long longestSilence(String node, long until) {
        long longest = 0;
        long last = 0;
        for (long served : answersOf.getOrDefault(node, new ConcurrentLinkedQueue<>()).stream()
                .sorted()
                .toList()) {
            longest = Math.max(longest, served - last);
            last = served;
        }
        return Math.max(longest, until - last);
    }

    /** An answer that there should never be. */
    void addOddity(String what) {
        oddities.add(what);
    }

    Map<String, List<TimedCall<KeyGroupCall>>> groups() {
        return copy(groups);
    }

    Map<String, List<TimedCall<AliasCall>>> aliases() {
        return copy(aliases);
    }

    Map<String, List<TimedCall<PermissionCall>>> permissions() {
        return copy(permissions);
    }

    Map<String, List<String>> valuesOf() {
        return copy(valuesOf);
    }

    List<String> oddities() {
        return List.copyOf(oddities);
    }

    long answered() {
        return answered.sum();
    }

    long unknown() {
        return unknown.sum();
    }

    long unhappened() {
        return refusedUnhappened.sum();
    }

    private static <T> Map<String, List<T>> copy(Map<String, Queue<T>> queues) {
        Map<String, List<T>> lists = new TreeMap<>();
        queues.forEach((name, queue) -> lists.put(name, List.copyOf(queue)));
        return lists;
    }
}
