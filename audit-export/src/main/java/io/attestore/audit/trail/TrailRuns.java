package io.attestore.audit.trail;

import io.attestore.audit.trail.posting.Block;
import io.attestore.audit.trail.posting.BlockCursor;
import io.attestore.audit.trail.posting.PostingRun;
import io.attestore.audit.trail.posting.RunSearch;
import io.attestore.audit.trail.posting.Span;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;
import org.springframework.jdbc.core.JdbcTemplate;

/** The tables of runs and of their blocks. All within the current transaction; safe for many of them. */
final class TrailRuns implements RunSearch.Blocks {

    private static final String NEWEST_FIRST = """
            select run_id, first_position, last_position, earliest, latest, disorder_millis, bytes
            from trail_run
            order by first_position desc
            """;

    private static final String INSERT_RUN =
            // 1 run, 2 first position, 3 last position, 4 earliest, 5 latest, 6 disorder, 7 bytes
            """
            insert into trail_run (run_id, first_position, last_position, earliest, latest, disorder_millis, bytes)
            values (?, ?, ?, ?, ?, ?, ?)
            """;

    private static final String INSERT_BLOCKS =
            // 1 run, 2 keys, 3 latest times, 4 positions, 5 contents
            """
            insert into trail_block (run_id, first_key, latest, first_position, content)
            select ?, * from unnest(?::bigint[], ?::bigint[], ?::bigint[], ?::bytea[])
            """;

    private static final String BLOCKS_ABOVE =
            // 1 run, 2 to 4 the cursor, 5 limit
            """
            select first_key, latest, first_position, content
            from trail_block
            where run_id = ? and (first_key, latest, first_position) > (?, ?, ?)
            order by first_key, latest, first_position
            limit ?
            """;

    private static final String BLOCKS_BELOW =
            // 1 runs, 2 keys, 3 latest times, 4 positions: the cursors
            """
            select b.first_key, b.latest, b.first_position, b.content, c.ordinality
            from unnest(?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[])
                with ordinality as c(run_id, key, latest, position, ordinality)
            cross join lateral (
                select b.first_key, b.latest, b.first_position, b.content
                from trail_block b
                where b.run_id = c.run_id and (b.first_key, b.latest, b.first_position) < (c.key, c.latest, c.position)
                order by b.first_key desc, b.latest desc, b.first_position desc
                limit 1
            ) b
            """;

    private final JdbcTemplate jdbc;

    TrailRuns(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    List<PostingRun> newestFirst() {
        return jdbc.query(
                NEWEST_FIRST,
                (row, _) -> new PostingRun(
                        row.getLong(1),
                        new Span(row.getLong(2), row.getLong(3), row.getLong(4), row.getLong(5), row.getLong(6)),
                        row.getLong(7)));
    }

    /** A number for a run that is going to be written. */
    long nextNumber() {
        Long number = jdbc.queryForObject("select nextval('trail_run_number')", Long.class);
        return number == null ? 0 : number;
    }

    void insert(PostingRun run) {
        Span span = run.span();
        jdbc.update(
                INSERT_RUN,
                run.id(),
                span.firstPosition(),
                span.lastPosition(),
                span.earliest(),
                span.latest(),
                span.disorderMillis(),
                run.bytes());
    }

    void insertBlocks(long runId, List<Block> blocks) {
        jdbc.update(INSERT_BLOCKS, statement -> {
            statement.setLong(1, runId);
            setLongs(statement, 2, blocks, Block::firstKey);
            setLongs(statement, 3, blocks, Block::latest);
            setLongs(statement, 4, blocks, Block::firstPosition);
            byte[][] contents = blocks.stream().map(Block::content).toArray(byte[][]::new);
            statement.setArray(5, statement.getConnection().createArrayOf("bytea", contents));
        });
    }

    void delete(List<PostingRun> runs) {
        long[] ids = runs.stream().mapToLong(PostingRun::id).toArray();
        jdbc.update("delete from trail_block where run_id = any(?)", statement -> statement.setObject(1, ids));
        jdbc.update("delete from trail_run where run_id = any(?)", statement -> statement.setObject(1, ids));
    }

    /** The next blocks of a run in its order, at most {@code limit}. */
    List<Block> above(BlockCursor cursor, int limit) {
        return jdbc.query(
                BLOCKS_ABOVE,
                (row, _) -> block(row),
                cursor.runId(),
                cursor.key(),
                cursor.latest(),
                cursor.position(),
                limit);
    }

    @Override
    public List<Optional<Block>> below(List<BlockCursor> cursors) {
        List<Optional<Block>> found = new ArrayList<>(Collections.nCopies(cursors.size(), Optional.empty()));
        jdbc.query(
                BLOCKS_BELOW,
                statement -> {
                    setLongs(statement, 1, cursors, BlockCursor::runId);
                    setLongs(statement, 2, cursors, BlockCursor::key);
                    setLongs(statement, 3, cursors, BlockCursor::latest);
                    setLongs(statement, 4, cursors, BlockCursor::position);
                },
                row -> {
                    found.set(row.getInt(5) - 1, Optional.of(block(row)));
                });
        return found;
    }

    private static Block block(ResultSet row) throws SQLException {
        return new Block(row.getLong(1), row.getLong(2), row.getLong(3), row.getBytes(4));
    }

    private static <T> void setLongs(PreparedStatement statement, int index, List<T> items, ToLongFunction<T> part)
            throws SQLException {
        statement.setObject(index, items.stream().mapToLong(part).toArray());
    }
}
