package io.attestore.audit.trail;

import io.attestore.audit.trail.posting.Block;
import io.attestore.audit.trail.posting.BlockCursor;
import io.attestore.audit.trail.posting.BlockPlace;
import io.attestore.audit.trail.posting.RunSearch;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The blocks of genuine runs for a search: each as it was written, and none passed over. For one transaction. */
final class CheckedBlocks implements RunSearch.Blocks {

    private final TrailRuns table;
    private final TrailSeal seal;
    private final Map<Long, SealedRun> runs;

    CheckedBlocks(TrailRuns table, TrailSeal seal, List<SealedRun> runs) {
        this.table = table;
        this.seal = seal;
        // Two of one number, which only a stranger brings about, do not share a nonce: the blocks of one will not do.
        this.runs = runs.stream().collect(Collectors.toMap(SealedRun::id, Function.identity(), (one, other) -> one));
    }

    @Override
    public List<Optional<Block>> below(List<BlockCursor> cursors) {
        List<Optional<SealedBlock>> found = table.below(cursors);
        List<Optional<Block>> checked = new ArrayList<>();
        for (int i = 0; i < cursors.size(); i++) {
            BlockPlace wanted = cursors.get(i).place();
            SealedRun run = runOf(cursors.get(i));
            checked.add(found.get(i).map(block -> lastBelow(wanted, run, block)));
            if (found.get(i).isEmpty() && run.start().compareTo(wanted) < 0) {
                throw new DamagedIndexException("the first block of run " + run.id() + " is missing");
            }
        }
        return checked;
    }

    private Block lastBelow(BlockPlace wanted, SealedRun run, SealedBlock found) {
        if (!seal.isGenuine(run.nonce(), found)) {
            throw new DamagedIndexException("a block of run " + run.id() + " is not as it was written");
        }
        if (found.place().compareTo(wanted) >= 0 || found.next().compareTo(wanted) < 0) {
            throw new DamagedIndexException("a block of run " + run.id() + " is missing");
        }
        return found.block();
    }

    private SealedRun runOf(BlockCursor cursor) {
        SealedRun run = runs.get(cursor.runId());
        if (run == null) {
            throw new IllegalArgumentException("Run " + cursor.runId() + " is none of these");
        }
        return run;
    }
}
