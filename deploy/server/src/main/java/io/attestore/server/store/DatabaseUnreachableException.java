package io.attestore.server.store;

import java.sql.SQLException;

/** The operator's database does not let us in. */
public final class DatabaseUnreachableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    DatabaseUnreachableException(String jdbcUrl, SQLException cause) {
        super("The database " + jdbcUrl + " cannot be reached: " + cause.getMessage(), cause);
    }
}
