package io.attestore.proof.bench.figure;

/** What a figure, or its ratio to another, has to reach and is meant to reach. */
public sealed interface Goal {

    Goal NONE = new Shown();

    static Goal atLeast(double must, double aim) {
        return new AtLeast(must, aim);
    }

    static Goal atMost(double must, double aim) {
        return new AtMost(must, aim);
    }

    /** The cells "must" and "aim" for a value. */
    String cells(double value);

    /** Nothing to reach. */
    record Shown() implements Goal {

        @Override
        public String cells(double value) {
            return "– | –";
        }
    }

    record AtLeast(double must, double aim) implements Goal {

        @Override
        public String cells(double value) {
            return "≥ " + Figure.number(must) + mark(value >= must) + " | ≥ " + Figure.number(aim) + mark(value >= aim);
        }
    }

    record AtMost(double must, double aim) implements Goal {

        @Override
        public String cells(double value) {
            return "≤ " + Figure.number(must) + mark(value <= must) + " | ≤ " + Figure.number(aim) + mark(value <= aim);
        }
    }

    private static String mark(boolean reached) {
        return reached ? " ✓" : " ✗";
    }
}
