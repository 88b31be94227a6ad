package io.attestore.events.log;

import java.util.ArrayList;
import java.util.List;

/** What a check has found, in sentences: the first ones are listed, all are counted. For one thread. */
public final class Findings {

    /** How many are listed of one check. */
    public static final int LISTED_MAX = 100;

    private final List<String> listed = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private long count;

    /** Something is not as the log says. */
    public void add(String sentence) {
        count++;
        if (listed.size() < LISTED_MAX) {
            listed.add(sentence);
        }
    }

    /** Something that is no finding, but ought to be known: what was compared, or why it was not. */
    public void note(String sentence) {
        notes.add(sentence);
    }

    /** Takes up another's. */
    public void addAll(Findings others) {
        others.listed.stream().limit(LISTED_MAX - (long) listed.size()).forEach(listed::add);
        count += others.count;
        notes.addAll(others.notes);
    }

    public List<String> listed() {
        return List.copyOf(listed);
    }

    /** Those that are not listed, too. */
    public long count() {
        return count;
    }

    public List<String> notes() {
        return List.copyOf(notes);
    }
}
