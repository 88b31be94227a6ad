package io.attestore.contract.model;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * The places of a regular expression that take a character, and which may follow which. Place 0 is before the first.
 * Built as Glushkov does, with one difference: whether a place follows another in two ways is kept, since a matcher that
 * backtracks tries both.
 */
final class PatternAutomaton {

    /** Characters that stand for all: one by one where the models' classes tell them apart, a few beyond. */
    private static final int[] REPRESENTATIVES = IntStream.concat(
                    IntStream.rangeClosed(0, 0x17F),
                    IntStream.of(0x3A9, 0x2028, 0x3042, 0x1000, 0x10FF, 0xD7FF, 0xE000, 0xFFFD, 0x1F600, 0x10FFFF))
            .toArray();

    private final List<BitSet> characters = new ArrayList<>(List.of(new BitSet()));
    private final List<BitSet> following = new ArrayList<>(List.of(new BitSet()));
    private boolean doubled;

    /** A part of the expression: whether it may be empty, the places it begins and ends with. */
    record Part(boolean nullable, BitSet first, BitSet last) {

        static Part empty() {
            return new Part(true, new BitSet(), new BitSet());
        }
    }

    /** A new place that takes what this expression of one character takes. */
    Part place(String characterClass, int flags) {
        int place = characters.size();
        Pattern pattern = Pattern.compile(characterClass, flags);
        BitSet taken = new BitSet();
        for (int index = 0; index < REPRESENTATIVES.length; index++) {
            taken.set(
                    index,
                    pattern.matcher(Character.toString(REPRESENTATIVES[index])).matches());
        }
        characters.add(taken);
        following.add(new BitSet());
        BitSet only = new BitSet();
        only.set(place);
        return new Part(false, only, only);
    }

    Part sequence(Part one, Part next) {
        follow(one.last(), next.first());
        return new Part(
                one.nullable() && next.nullable(),
                one.nullable() ? union(one.first(), next.first()) : one.first(),
                next.nullable() ? union(one.last(), next.last()) : next.last());
    }

    Part either(Part one, Part other) {
        return new Part(
                one.nullable() || other.nullable(), union(one.first(), other.first()), union(one.last(), other.last()));
    }

    Part optional(Part part) {
        return new Part(true, part.first(), part.last());
    }

    Part repeated(Part part) {
        doubled |= part.nullable(); // an empty round may come between any two
        follow(part.last(), part.first());
        return part;
    }

    void begin(Part whole) {
        BitSet start = new BitSet();
        start.set(0);
        follow(start, whole.first());
    }

    int size() {
        return characters.size();
    }

    /** Whether nothing has been read before what comes next in the expression. */
    boolean isEmpty() {
        return size() == 1;
    }

    /** Whether a place follows another in more than one way. */
    boolean isDoubled() {
        return doubled;
    }

    BitSet following(int place) {
        return following.get(place);
    }

    boolean shareACharacter(int... places) {
        BitSet shared = (BitSet) characters.get(places[0]).clone();
        for (int place : places) {
            shared.and(characters.get(place));
        }
        return !shared.isEmpty();
    }

    private void follow(BitSet earlier, BitSet later) {
        earlier.stream().forEach(place -> {
            doubled |= following.get(place).intersects(later);
            following.get(place).or(later);
        });
    }

    private static BitSet union(BitSet one, BitSet other) {
        BitSet both = (BitSet) one.clone();
        both.or(other);
        return both;
    }
}
