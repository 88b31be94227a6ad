package io.attestore.eventlog.table;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;

/** What a roll of key groups asks and changes in the database, on a connection and in transactions of its caller's. */
public final class KeyGroupRolls {

    private static final long ROLLER = 0x41545445_53544b47L;

    private static final String TRY_ALONE = "select pg_try_advisory_lock(" + ROLLER + ")";
    private static final String NOT_ALONE = "select pg_advisory_unlock(" + ROLLER + ")";

    private static final String SINCE = "extract(epoch from clock_timestamp() - %s)";

    /** What no server has written is no group: it stays due, and is nobody's to roll. */
    private static final String IS_GROUP = " group_no between 0 and 65535 and generation between %d and 2147483646 ";

    /** Parameters: least age in seconds, groups that are left out, how many. */
    private static final String DUE = "select group_no, generation, " + SINCE.formatted("roll_due_since")
            + " from key_group where roll_due_since <= clock_timestamp() - make_interval(secs => ?)"
            + " and group_no <> all (?) and" + IS_GROUP.formatted(1) + "order by roll_due_since, group_no limit ?";

    private static final String ROLLED = "select group_no, generation, " + SINCE.formatted("rolled_due_since")
            + ", rolled_through from key_group where rolled_due_since is not null and" + IS_GROUP.formatted(2)
            + "order by group_no";

    private static final String OPEN =
            "select group_no from key_group where roll_due_since is not null or rolled_due_since is not null";

    private static final String BACKLOG =
            "select count(*), coalesce(max(" + SINCE.formatted("least(roll_due_since, rolled_due_since)")
                    + "), 0), count(rolled_due_since) from key_group"
                    + " where roll_due_since is not null or rolled_due_since is not null";

    private static final String GENERATION = "select generation from key_group where group_no = ? for update";

    private static final String ROWS = "select id, wrapped from key_row where group_no = ? and generation = ?";

    private static final String REWRAP = "update key_row set wrapped = u.w from unnest(?, ?) as u(i, w) where id = u.i";

    private static final String MOVE = """
            update key_group
            set generation = ?, rolled_through = ?,
                rolled_due_since = least(rolled_due_since, roll_due_since), roll_due_since = null
            where group_no = ?""";

    /** Parameters: group, twice; generation, if no row tells; since when. */
    private static final String DUE_AGAIN = """
            insert into key_group as g (group_no, generation, roll_due_since)
            values (?, coalesce((select max(generation) from key_row where group_no = ?), ?), ?)
            on conflict (group_no) do update set roll_due_since = excluded.roll_due_since
            where g.roll_due_since is null and g.rolled_due_since is null""";

    private static final String LEFT_BEHIND = "select r.group_no, count(*) from key_row r"
            + " join unnest(?, ?) as u(g, n) on r.group_no = u.g and r.generation = u.n group by r.group_no";

    /** By their numbers, as the triggers of an append do, which may be under way: nobody waits for one who waits. */
    private static final String LOCK_GROUPS =
            "select group_no from key_group where group_no = any (?) order by group_no for update";

    /** A roll that came after, and that has not come to its end, keeps its own. */
    private static final String COMPLETED = """
            update key_group k set rolled_due_since = null, rolled_through = null
            from unnest(?, ?) as u(g, n) where k.group_no = u.g and k.generation = u.n""";

    private KeyGroupRolls() {}

    /** A group with destroyed rows. */
    public record Due(int group, int generation, Duration since) {}

    /**
     * A group whose rows have moved and whose key of before is not yet known to be overwritten.
     *
     * @param generation that its rows are under
     */
    public record Rolled(int group, int generation, Duration dueSince, long throughPosition) {}

    /** How much there is to be done, and for how long the oldest of it has been due. */
    public record Backlog(long groups, Duration oldest, long waiting) {}

    /** A row of the key table. */
    @SuppressWarnings("ArrayRecordComponent")
    public record Row(String id, byte[] wrapped) {}

    /** Whether this connection, as long as it lives, is now the only one that rolls groups. */
    public static boolean tryAlone(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(TRY_ALONE);
                ResultSet result = statement.executeQuery()) {
            return result.next() && result.getBoolean(1);
        }
    }

    public static void notAlone(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(NOT_ALONE)) {
            statement.execute();
        }
    }

    /** The groups that have been due for this long, the oldest first, but for some. */
    public static List<Due> due(Connection connection, Duration least, int limit, Collection<Integer> leftOut)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(DUE)) {
            statement.setDouble(1, least.toMillis() / 1000.0);
            statement.setArray(2, connection.createArrayOf("int4", leftOut.toArray()));
            statement.setInt(3, limit);
            List<Due> due = new ArrayList<>();
            try (ResultSet result = statement.executeQuery()) {
                while (result.next()) {
                    due.add(new Due(result.getInt(1), result.getInt(2), seconds(result.getDouble(3))));
                }
            }
            return due;
        }
    }

    public static List<Rolled> rolled(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(ROLLED);
                ResultSet result = statement.executeQuery()) {
            List<Rolled> rolled = new ArrayList<>();
            while (result.next()) {
                rolled.add(new Rolled(
                        result.getInt(1), result.getInt(2), seconds(result.getDouble(3)), result.getLong(4)));
            }
            return rolled;
        }
    }

    public static Backlog backlog(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(BACKLOG);
                ResultSet result = statement.executeQuery()) {
            result.next();
            return new Backlog(result.getLong(1), seconds(result.getDouble(2)), result.getLong(3));
        }
    }

    /** The generation that is in force, kept so until the transaction ends; empty if the group has none. */
    public static OptionalLong generation(Connection connection, int group) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(GENERATION)) {
            statement.setInt(1, group);
            try (ResultSet result = statement.executeQuery()) {
                return result.next() ? OptionalLong.of(result.getLong(1)) : OptionalLong.empty();
            }
        }
    }

    /** The rows that are under this generation of a group's key. */
    public static List<Row> rows(Connection connection, int group, long generation) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(ROWS)) {
            statement.setInt(1, group);
            statement.setLong(2, generation);
            List<Row> rows = new ArrayList<>();
            try (ResultSet result = statement.executeQuery()) {
                while (result.next()) {
                    rows.add(new Row(result.getString(1), result.getBytes(2)));
                }
            }
            return rows;
        }
    }

    /** Puts other bytes into rows; answers how many there were. */
    public static int rewrap(Connection connection, List<Row> rows) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(REWRAP)) {
            statement.setArray(
                    1,
                    connection.createArrayOf("text", rows.stream().map(Row::id).toArray()));
            statement.setArray(
                    2,
                    connection.createArrayOf(
                            "bytea", rows.stream().map(Row::wrapped).toArray(byte[][]::new)));
            return statement.executeUpdate();
        }
    }

    /** Puts a generation in force, under which all rows of the group are. */
    public static void move(Connection connection, int group, int generation, long through) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(MOVE)) {
            statement.setInt(1, generation);
            statement.setLong(2, through);
            statement.setInt(3, group);
            statement.executeUpdate();
        }
    }

    /** Of the groups that have rows under one of these keys, how many. */
    public static Map<Integer, Long> leftBehind(Connection connection, List<Integer> groups, List<Integer> generations)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(LEFT_BEHIND)) {
            setPairs(connection, statement, groups, generations);
            Map<Integer, Long> left = new TreeMap<>();
            try (ResultSet result = statement.executeQuery()) {
                while (result.next()) {
                    left.put(result.getInt(1), result.getLong(2));
                }
            }
            return left;
        }
    }

    /** The groups with something left to be done. */
    public static List<Integer> open(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(OPEN);
                ResultSet result = statement.executeQuery()) {
            List<Integer> open = new ArrayList<>();
            while (result.next()) {
                open.add(result.getInt(1));
            }
            return open;
        }
    }

    /** Notes that a group is due, unless that is noted. */
    public static void dueAgain(Connection connection, int group, int newestGeneration, Instant since)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(DUE_AGAIN)) {
            statement.setInt(1, group);
            statement.setInt(2, group);
            statement.setInt(3, newestGeneration);
            statement.setObject(4, since.atOffset(ZoneOffset.UTC));
            statement.executeUpdate();
        }
    }

    /** The key before the one in force has been overwritten. */
    public static void completed(Connection connection, Collection<Rolled> rolled) throws SQLException {
        List<Integer> groups = rolled.stream().map(Rolled::group).toList();
        connection.setAutoCommit(false);
        try (PreparedStatement lock = connection.prepareStatement(LOCK_GROUPS);
                PreparedStatement completed = connection.prepareStatement(COMPLETED)) {
            lock.setArray(1, connection.createArrayOf("int4", groups.toArray()));
            lock.execute();
            setPairs(
                    connection,
                    completed,
                    groups,
                    rolled.stream().map(Rolled::generation).toList());
            completed.executeUpdate();
            connection.commit();
        } finally {
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }

    private static void setPairs(
            Connection connection, PreparedStatement statement, List<Integer> groups, List<Integer> generations)
            throws SQLException {
        statement.setArray(1, connection.createArrayOf("int4", groups.toArray()));
        statement.setArray(2, connection.createArrayOf("int4", generations.toArray()));
    }

    private static Duration seconds(double seconds) {
        return Duration.ofMillis(Math.round(Math.max(0, seconds) * 1000));
    }
}
