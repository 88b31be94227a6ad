package io.attestore.proof.bench.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** The two tables of a run, in Markdown, and what has to be known to read them. Not safe for many threads. */
public final class Report {

    private final List<Row> rows = new ArrayList<>();
    private final List<CostRow> costs = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    public void add(Row row) {
        rows.add(row);
    }

    public void addCosts(List<CostRow> more) {
        costs.addAll(more);
    }

    public void note(String note) {
        notes.add(note);
    }

    public void print(Consumer<String> out) {
        out.accept("");
        out.accept(Row.HEADER);
        rows.forEach(row -> out.accept(row.markdown()));
        out.accept("");
        out.accept(CostRow.HEADER);
        costs.forEach(cost -> out.accept(cost.markdown()));
        out.accept("");
        notes.forEach(out);
    }
}
