package eu.perron.house;

import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientConnectionException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;

/**
 * Tells a failure of what was being done from the loss of the database under it: then nobody is the
 * culprit, nothing is set aside, and all of it is done again when the server is back.
 */
public final class DatabaseGone {
  /** SQLSTATE class 08 of ISO/IEC 9075: connection exception. */
  private static final String CONNECTION_EXCEPTION = "08";

  /** ER_CONNECTION_KILLED of MariaDB: the server goes down, or an administrator ended it. */
  private static final int KILLED = 1927;

  /** What HikariCP says, without a state or a code, of one that it has taken away as broken. */
  private static final String TAKEN_AWAY = "Connection is closed";

  private DatabaseGone() {}

  public static boolean explains(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof CannotCreateTransactionException
          || isLostConnection(cause)
          || isHiddenByItsRollback(cause)) {
        return true;
      }
    }
    return false;
  }

  /** Nothing can be rolled back on a lost connection, and that failure is told first. */
  private static boolean isHiddenByItsRollback(Throwable cause) {
    return cause instanceof TransactionSystemException unended
        && explains(unended.getApplicationException());
  }

  private static boolean isLostConnection(Throwable cause) {
    return cause instanceof SQLNonTransientConnectionException
        || cause instanceof SQLTransientConnectionException
        || cause instanceof SQLRecoverableException
        || cause instanceof SQLException said
            && (said.getErrorCode() == KILLED
                || TAKEN_AWAY.equals(said.getMessage())
                || said.getSQLState() != null
                    && said.getSQLState().startsWith(CONNECTION_EXCEPTION));
  }
}
