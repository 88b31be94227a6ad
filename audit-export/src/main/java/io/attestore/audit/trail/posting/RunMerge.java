package io.attestore.audit.trail.posting;

import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

/** Makes one run of several that follow each other in the log: of each list, their parts in order of the runs. */
public final class RunMerge {

    private RunMerge() {}

    /**
     * Reads all runs side by side and writes as it reads.
     *
     * @param oldestFirst the blocks of each run, in order
     */
    public static void merge(List<? extends Iterator<Block>> oldestFirst, BlockWriter writer) {
        List<Reading> readings = oldestFirst.stream().map(Reading::new).toList();
        while (true) {
            long next = Long.MAX_VALUE;
            boolean more = false;
            for (Reading reading : readings) {
                if (reading.hasNext()) {
                    next = Math.min(next, reading.key());
                    more = true;
                }
            }
            if (!more) {
                return;
            }
            for (Reading reading : readings) {
                while (reading.hasNext() && reading.key() == next) {
                    writer.add(next, reading.take());
                }
            }
        }
    }

    /** The postings of one run, with a look at the next. */
    private static final class Reading {

        private final Iterator<Block> blocks;
        private BlockReader block = new BlockReader(new Block(0, 0, 0, new byte[0]));
        private Posting next = new Posting(0, 1, 0);
        private boolean more;

        Reading(Iterator<Block> blocks) {
            this.blocks = blocks;
            advance();
        }

        boolean hasNext() {
            return more;
        }

        long key() {
            return block.key();
        }

        Posting take() {
            if (!more) {
                throw new NoSuchElementException();
            }
            Posting taken = next;
            advance();
            return taken;
        }

        private void advance() {
            while (!block.hasNext() && blocks.hasNext()) {
                block = new BlockReader(blocks.next());
            }
            more = block.hasNext();
            if (more) {
                next = block.next();
            }
        }
    }
}
