package io.attestore.proof.bench.figure;

import java.util.Optional;

/**
 * One line of the table of figures.
 *
 * @param against what it is measured against, in the same rounds
 * @param goal of the ratio if there is one, else of the figure
 */
public record Row(String what, Figure figure, Optional<Against> against, Goal goal) {

    /** The other side of a ratio, with words that say what it is. */
    public record Against(String what, Figure figure) {}

    public static final String HEADER = """
            | what | figure | range | against | ratio | must | aim |
            |---|---:|---:|---|---:|---:|---:|""";

    public static Row shown(String what, Figure figure) {
        return new Row(what, figure, Optional.empty(), Goal.NONE);
    }

    public static Row withGoal(String what, Figure figure, Goal goal) {
        return new Row(what, figure, Optional.empty(), goal);
    }

    public static Row against(String what, Figure figure, String otherWhat, Figure other, Goal goal) {
        return new Row(what, figure, Optional.of(new Against(otherWhat, other)), goal);
    }

    public String markdown() {
        return "| " + what + " | " + figure.text() + " | " + figure.range() + " | "
                + against.map(other -> other.figure().text() + " " + other.what())
                        .orElse("–") + " | " + ratioText()
                + " | " + goal.cells(ratio().orElse(figure).median()) + " |";
    }

    private Optional<Figure> ratio() {
        return against.map(other -> figure.over(other.figure()));
    }

    private String ratioText() {
        return ratio().map(
                        ratio -> ratio.rounds().size() == 1 ? ratio.text() : ratio.text() + " (" + ratio.range() + ")")
                .orElse("–");
    }
}
