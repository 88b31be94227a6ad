package io.attestore.audit.trail;

import io.attestore.audit.trail.posting.Block;
import io.attestore.audit.trail.posting.BlockCursor;
import io.attestore.audit.trail.posting.BlockPlace;
import io.attestore.audit.trail.posting.PostingRun;
import io.attestore.audit.trail.posting.Span;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.springframework.jdbc.core.JdbcTemplate;

/** The tables of runs and of their blocks, as they are. All within the current transaction; safe for many of them. */
final class TrailRuns {

    /** What is null, as only a stranger leaves it, bears no seal. */
    private static final String NEWEST_FIRST = """
            select run_id, first_position, last_position, earliest, latest, disorder_millis, bytes,
                   start_key, start_latest, start_position,
                   coalesce(encode(nonce, 'hex'), ''), coalesce(last_event_id, ''), coalesce(encode(tag, 'hex'), '')
            from trail_run
            order by first_position desc
            """;

    private static final String INSERT_RUN =
            // 1 run, 2 first position, 3 last position, 4 earliest, 5 latest, 6 disorder, 7 bytes,
            // 8 to 10 the start, 11 nonce, 12 last event, 13 tag
            """
            insert into trail_run (run_id, first_position, last_position, earliest, latest, disorder_millis, bytes,
                                   start_key, start_latest, start_position, nonce, last_event_id, tag)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, decode(?, 'hex'), ?, decode(?, 'hex'))
            """;

    private static final String INSERT_BLOCKS =
            // 1 run, 2 keys, 3 latest times, 4 positions, 5 to 7 the places of the next ones, 8 contents, 9 tags
            """
            insert into trail_block (run_id, first_key, latest, first_position,
                                     next_key, next_latest, next_position, content, tag)
            select ?, * from unnest(?::bigint[], ?::bigint[], ?::bigint[],
                                    ?::bigint[], ?::bigint[], ?::bigint[], ?::bytea[], ?::bytea[])
            """;

    private static final String BLOCKS_ABOVE =
            // 1 run, 2 to 4 the cursor, 5 limit
            """
            select first_key, latest, first_position, next_key, next_latest, next_position,
                   coalesce(content, ''), coalesce(tag, '')
            from trail_block
            where run_id = ? and (first_key, latest, first_position) > (?, ?, ?)
            order by first_key, latest, first_position
            limit ?
            """;

    private static final String BLOCKS_BELOW =
            // 1 runs, 2 keys, 3 latest times, 4 positions: the cursors
            """
            select b.*, c.ordinality
            from unnest(?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[])
                with ordinality as c(run_id, key, latest, position, ordinality)
            cross join lateral (
                select b.first_key, b.latest, b.first_position, b.next_key, b.next_latest, b.next_position,
                       coalesce(b.content, ''), coalesce(b.tag, '')
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

    List<SealedRun> newestFirst() {
        return jdbc.query(
                NEWEST_FIRST,
                (row, _) -> new SealedRun(
                        new PostingRun(
                                row.getLong(1),
                                new Span(
                                        row.getLong(2), row.getLong(3), row.getLong(4), row.getLong(5), row.getLong(6)),
                                row.getLong(7)),
                        place(row, 8),
                        row.getString(11),
                        row.getString(12),
                        row.getString(13)));
    }

    /** A number for a run that is going to be written. */
    long nextNumber() {
        Long number = jdbc.queryForObject("select nextval('trail_run_number')", Long.class);
        return number == null ? 0 : number;
    }

    void insert(SealedRun run) {
        Span span = run.span();
        jdbc.update(
                INSERT_RUN,
                run.id(),
                span.firstPosition(),
                span.lastPosition(),
                span.earliest(),
                span.latest(),
                span.disorderMillis(),
                run.run().bytes(),
                run.start().key(),
                run.start().latest(),
                run.start().position(),
                run.nonce(),
                run.lastEventId(),
                run.tag());
    }

    void insertBlocks(long runId, List<SealedBlock> blocks) {
        jdbc.update(INSERT_BLOCKS, statement -> {
            statement.setLong(1, runId);
            setLongs(statement, 2, blocks, block -> block.place().key());
            setLongs(statement, 3, blocks, block -> block.place().latest());
            setLongs(statement, 4, blocks, block -> block.place().position());
            setLongs(statement, 5, blocks, block -> block.next().key());
            setLongs(statement, 6, blocks, block -> block.next().latest());
            setLongs(statement, 7, blocks, block -> block.next().position());
            setBytes(statement, 8, blocks, block -> block.block().content());
            setBytes(statement, 9, blocks, SealedBlock::tag);
        });
    }

    void delete(List<SealedRun> runs) {
        long[] ids = runs.stream().mapToLong(run -> run.id()).toArray();
        jdbc.update("delete from trail_block where run_id = any(?)", statement -> statement.setObject(1, ids));
        jdbc.update("delete from trail_run where run_id = any(?)", statement -> statement.setObject(1, ids));
    }

    /** The next blocks of a run in its order, at most {@code limit}. */
    List<SealedBlock> above(BlockCursor cursor, int limit) {
        return jdbc.query(
                BLOCKS_ABOVE,
                (row, _) -> block(row),
                cursor.runId(),
                cursor.key(),
                cursor.latest(),
                cursor.position(),
                limit);
    }

    /** For each cursor the last block below it in its run, if there is one. */
    List<Optional<SealedBlock>> below(List<BlockCursor> cursors) {
        List<Optional<SealedBlock>> found = new ArrayList<>(Collections.nCopies(cursors.size(), Optional.empty()));
        jdbc.query(
                BLOCKS_BELOW,
                statement -> {
                    setLongs(statement, 1, cursors, BlockCursor::runId);
                    setLongs(statement, 2, cursors, BlockCursor::key);
                    setLongs(statement, 3, cursors, BlockCursor::latest);
                    setLongs(statement, 4, cursors, BlockCursor::position);
                },
                row -> {
                    found.set(row.getInt(9) - 1, Optional.of(block(row)));
                });
        return found;
    }

    private static SealedBlock block(ResultSet row) throws SQLException {
        Block block = new Block(row.getLong(1), row.getLong(2), row.getLong(3), row.getBytes(7));
        return new SealedBlock(block, place(row, 4), row.getBytes(8));
    }

    /** @param column the first of its three */
    private static BlockPlace place(ResultSet row, int column) throws SQLException {
        return new BlockPlace(row.getLong(column), row.getLong(column + 1), row.getLong(column + 2));
    }

    private static <T> void setBytes(PreparedStatement statement, int index, List<T> items, Function<T, byte[]> part)
            throws SQLException {
        byte[][] bytes = items.stream().map(part).toArray(byte[][]::new);
        statement.setArray(index, statement.getConnection().createArrayOf("bytea", bytes));
    }

    private static <T> void setLongs(PreparedStatement statement, int index, List<T> items, ToLongFunction<T> part)
            throws SQLException {
        statement.setObject(index, items.stream().mapToLong(part).toArray());
    }
}
