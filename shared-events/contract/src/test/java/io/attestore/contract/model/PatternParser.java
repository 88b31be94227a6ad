package io.attestore.contract.model;

import io.attestore.contract.model.PatternAutomaton.Part;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the regular expressions that service models have, and refuses what it does not know. A repetition between two
 * bounds is taken for one without: that can only make it look worse than it is.
 */
final class PatternParser {

    private static final Pattern CLASS = Pattern.compile("\\[(?:\\\\.|[^\\]\\[\\\\])+]");
    private static final Pattern ESCAPE = Pattern.compile("\\\\(?:u[0-9A-Fa-f]{4}|p\\{\\w+}|[dDsSwW]|[^a-zA-Z0-9])");
    private static final Pattern COUNTED = Pattern.compile("\\{(\\d+)(,?)(\\d*)}");

    private final String pattern;
    private final PatternAutomaton automaton = new PatternAutomaton();
    private int at;
    private int flags;

    private PatternParser(String pattern) {
        this.pattern = pattern;
    }

    static PatternAutomaton read(String pattern) {
        PatternParser parser = new PatternParser(pattern);
        parser.automaton.begin(parser.alternatives());
        if (parser.at < pattern.length()) {
            throw parser.unknown();
        }
        return parser.automaton;
    }

    private Part alternatives() {
        Part part = sequence();
        while (take("|")) {
            part = automaton.either(part, sequence());
        }
        return part;
    }

    private Part sequence() {
        Part part = Part.empty();
        while (at < pattern.length() && pattern.charAt(at) != '|' && pattern.charAt(at) != ')') {
            part = automaton.sequence(part, repetition());
        }
        return part;
    }

    private Part repetition() {
        int start = at;
        Part part = atom();
        if (take("*")) {
            part = automaton.optional(automaton.repeated(part));
        } else if (take("+")) {
            part = automaton.repeated(part);
        } else if (take("?")) {
            part = automaton.optional(part);
        } else {
            Matcher counted = COUNTED.matcher(pattern).region(at, pattern.length());
            if (counted.lookingAt()) {
                part = counted(part, start, counted);
            }
        }
        if (at < pattern.length() && "*+?{".indexOf(pattern.charAt(at)) >= 0) {
            throw unknown();
        }
        return part;
    }

    /** A fixed number of times it stands there so often; any other number it is repeated. */
    private Part counted(Part first, int start, Matcher counted) {
        int times = Integer.parseInt(counted.group(1));
        Part part = first;
        if (counted.group(2).isEmpty()) {
            for (int copy = 1; copy < times; copy++) {
                at = start;
                part = automaton.sequence(part, atom());
            }
        } else {
            part = automaton.repeated(part);
            part = times == 0 ? automaton.optional(part) : part;
        }
        at = counted.end();
        return part;
    }

    private Part atom() {
        if (take("^") || take("$")) {
            return Part.empty();
        }
        if (take("(?s)")) {
            flags = Pattern.DOTALL;
            return Part.empty();
        }
        if (take("(?!")) {
            return group(this::lookAhead);
        }
        if (take("(?:") || take("(")) {
            return group(this::alternatives);
        }
        for (Pattern character : new Pattern[] {CLASS, ESCAPE}) {
            Matcher matcher = character.matcher(pattern).region(at, pattern.length());
            if (matcher.lookingAt()) {
                at = matcher.end();
                return automaton.place(matcher.group(), flags);
            }
        }
        if ("[]{}\\*+?".indexOf(pattern.charAt(at)) >= 0) {
            throw unknown();
        }
        return automaton.place(pattern.substring(at, ++at), flags);
    }

    private Part group(Supplier<Part> inside) {
        Part part = inside.get();
        if (!take(")")) {
            throw unknown();
        }
        return part;
    }

    /** Where nothing is before it, it is tried once and may be of any length; elsewhere it is one character. */
    private Part lookAhead() {
        boolean once = automaton.isEmpty();
        int end = pattern.indexOf(')', at);
        String inside = pattern.substring(at, end);
        PatternAutomaton ahead = read(inside);
        if (!Ambiguity.isLinear(ahead) || !once && (inside.contains("*") || inside.contains("+"))) {
            throw unknown();
        }
        at = end;
        return Part.empty();
    }

    private boolean take(String text) {
        boolean there = pattern.startsWith(text, at);
        at += there ? text.length() : 0;
        return there;
    }

    private IllegalArgumentException unknown() {
        return new IllegalArgumentException("Not known how to judge " + pattern + " from character " + at);
    }
}
