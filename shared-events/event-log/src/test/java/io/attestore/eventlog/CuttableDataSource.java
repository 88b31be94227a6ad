package io.attestore.eventlog;

import java.io.PrintWriter;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.logging.Logger;
import javax.sql.DataSource;

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
        /** COMMIT never reaches the server, because this process has run out of memory. */
        OUT_OF_MEMORY,
        /** No connection can be had. */
        ALL
    }

    private final DataSource target;
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
        return (Connection) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("commit") && next.get() != Cut.NONE) {
                        commit(connection);
                    }
                    try {
                        return method.invoke(connection, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    private void commit(Connection connection) throws SQLException {
        Cut cut = next.getAndSet(Cut.NONE);
        if (cut == Cut.AFTER_COMMIT || cut == Cut.AFTER_COMMIT_FOR_LONG) {
            connection.commit();
        }
        if (cut == Cut.AFTER_COMMIT_FOR_LONG || cut == Cut.ALL) {
            next.set(Cut.ALL);
        }
        if (cut == Cut.OUT_OF_MEMORY) {
            throw new OutOfMemoryError("as a test wants it");
        }
        connection.abort(Runnable::run);
        throw lost();
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
