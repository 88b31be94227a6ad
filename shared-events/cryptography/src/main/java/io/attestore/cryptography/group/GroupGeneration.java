package io.attestore.cryptography.group;

import java.util.Optional;

/** One key of a group: each generation replaces the one before, which is destroyed. */
public record GroupGeneration(int group, int generation) {

    /** The most groups that a store can have. */
    public static final int GROUPS_MAX = 1 << 16;

    static final int FIRST_GENERATION = 1;

    public GroupGeneration {
        if (group < 0 || group >= GROUPS_MAX || generation < FIRST_GENERATION) {
            throw new IllegalArgumentException("Not a generation of a group: " + group + "/" + generation);
        }
    }

    /** Under which key a wrapped key is; empty if it is not wrapped under a group's. */
    public static Optional<GroupGeneration> of(byte[] wrapped) {
        return GroupWrapping.parse(wrapped).map(GroupWrapping::under);
    }

    public GroupGeneration next() {
        return new GroupGeneration(group, Math.incrementExact(generation));
    }

    /** @throws IllegalArgumentException of the first */
    public GroupGeneration before() {
        return new GroupGeneration(group, generation - 1);
    }
}
