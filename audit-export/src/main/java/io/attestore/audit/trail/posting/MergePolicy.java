package io.attestore.audit.trail.posting;

import java.util.List;

/**
 * When runs are merged. Runs have levels by size: up to 16 KiB, then up to eight times as much a level. As soon as eight
 * runs of one level are among the newest, these and all newer ones become one. A run of more than 8 MiB is left alone
 * for ever.
 *
 * <p>Each posting is thus written about as often as there are levels, but for tiny batches, which share some kilobytes a
 * batch; there are seven or a few more runs a level beside those that are left alone; and no merge writes much more than 64 MiB.
 */
public final class MergePolicy {

    static final int RUNS_PER_LEVEL = 8;
    static final int FINAL_LEVEL = 4;
    private static final long LEVEL_ZERO_BYTES_MAX = 16 * 1024;

    private MergePolicy() {}

    /** How many of the newest runs are to become one; 0 if none are. */
    public static int due(List<PostingRun> newestFirst) {
        int runs = 0;
        for (int level = 0; level < FINAL_LEVEL; level++) {
            int ofLevel = 0;
            int upToLevel = 0;
            for (PostingRun run : newestFirst) {
                int its = level(run.bytes());
                if (its > level) {
                    break;
                }
                upToLevel++;
                ofLevel += its == level ? 1 : 0;
            }
            if (ofLevel >= RUNS_PER_LEVEL) {
                runs = upToLevel;
            }
        }
        return runs;
    }

    static int level(long bytes) {
        long max = LEVEL_ZERO_BYTES_MAX;
        int level = 0;
        while (level < FINAL_LEVEL && bytes > max) {
            max *= RUNS_PER_LEVEL;
            level++;
        }
        return level;
    }
}
