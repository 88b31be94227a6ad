package io.attestore.eventlog;

import java.io.PrintWriter;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicReference;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** A data source whose connections break when and where a test wants it. */
final class CuttableDataSource implements DataSource {

    enum Cut {
        NONE,
        /** The connection is lost, and COMMIT never reaches the server. */
        BEFORE_COMMIT,
        /** The server commits, and the connection is lost before it can say so. */
        AFTER_COMMIT,
        /** Like AFTER_COMMIT, and no new connection can be had from then on. */
        AFTER_COMMIT_FOR_LONG,
        /** The server commits, and the driver fails over its answer. */
        DRIVER_FAILS_AFTER_COMMIT,
        /** COMMIT never reaches the server, because this process has run out of memory. */
        OUT_OF_MEMORY,
        /** No connection can be had. */
        ALL
    }

    private final DataSource target;
    private final Queue<Connection> connections = new ConcurrentLinkedQueue<>();
    final AtomicReference<Cut> next = new AtomicReference<>(Cut.NONE);

    CuttableDataSource(DataSource target) {
        this.target = target;
    }

    @Override
    public Connection getConnection() throws SQLException {
        if (next.get() == Cut.ALL) {
            throw lost();
        }
        Connection connection = target.getConnection();
        connections.add(connection);
        return proxy(Connection.class, (method, arguments) -> switch (method.getName()) {
            case "commit" -> {
                endTransaction(connection, connection::commit);
                yield null;
            }
            case "prepareStatement" -> {
                PreparedStatement statement = (PreparedStatement) invoke(connection, method, arguments);
                boolean appends = ((String) arguments[0]).contains("event_log_append");
                yield appends && connection.getAutoCommit() ? cuttable(connection, statement) : statement;
            }
            default -> invoke(connection, method, arguments);
        });
    }

    /**
     * All connections are lost at once, whatever is under way on them. The server does not hear of it before it
     * answers.
     */
    void cutAll() throws SQLException {
        for (Connection connection : connections) {
            connection.abort(Runnable::run);
        }
    }

    /** A statement that is a transaction of its own. */
    private PreparedStatement cuttable(Connection connection, PreparedStatement statement) {
        return proxy(PreparedStatement.class, (method, arguments) -> {
            if (!method.getName().equals("execute")) {
                return invoke(statement, method, arguments);
            }
            AtomicReference<Object> result = new AtomicReference<>();
            endTransaction(connection, () -> result.set(statement.execute()));
            return result.get();
        });
    }

    private interface Ending {
        void run() throws SQLException;
    }

    private void endTransaction(Connection connection, Ending ending) throws SQLException {
        Cut cut = next.get();
        if (cut == Cut.NONE) {
            ending.run();
            return;
        }
        next.set(cut == Cut.AFTER_COMMIT_FOR_LONG || cut == Cut.ALL ? Cut.ALL : Cut.NONE);
        if (cut == Cut.AFTER_COMMIT || cut == Cut.AFTER_COMMIT_FOR_LONG || cut == Cut.DRIVER_FAILS_AFTER_COMMIT) {
            ending.run();
        }
        if (cut == Cut.DRIVER_FAILS_AFTER_COMMIT) {
            throw new IllegalStateException("The driver failed");
        }
        if (cut == Cut.OUT_OF_MEMORY) {
            throw new OutOfMemoryError("as a test wants it");
        }
        connection.abort(Runnable::run);
        throw lost();
    }

    private interface Call {
        @Nullable
        Object answer(Method method, Object[] arguments) throws Throwable;
    }

    private static <T> T proxy(Class<T> type, Call call) {
        ClassLoader loader = CuttableDataSource.class.getClassLoader();
        return type.cast(Proxy.newProxyInstance(
                loader, new Class<?>[] {type}, (proxy, method, arguments) -> call.answer(method, arguments)));
    }

    private static @Nullable Object invoke(Object target, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private static SQLException lost() {
        return new SQLException("The connection was lost", "08006");
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        throw new SQLException("Not with a user");
    }

    @Override
    public PrintWriter getLogWriter() throws SQLException {
        return target.getLogWriter();
    }

    @Override
    public void setLogWriter(PrintWriter out) throws SQLException {
        target.setLogWriter(out);
    }

    @Override
    public void setLoginTimeout(int seconds) throws SQLException {
        target.setLoginTimeout(seconds);
    }

    @Override
    public int getLoginTimeout() throws SQLException {
        return target.getLoginTimeout();
    }

    @Override
    public Logger getParentLogger() {
        return Logger.getGlobal();
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        return target.unwrap(type);
    }

    @Override
    public boolean isWrapperFor(Class<?> type) throws SQLException {
        return target.isWrapperFor(type);
    }
}
