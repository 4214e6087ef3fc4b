package dev.callsift.pipeline.job;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Keeps two runs from working on the same store at once. Held by this process alone and let go by the system when it dies, so
 * that a killed run leaves nothing to clean up: a lock on a file in callsift's folder, and on PostgreSQL, which several
 * machines may share, an advisory lock of the session besides.
 */
final class RunLock implements AutoCloseable {

    private static final int MOST_TRIES = 5;
    private static final Duration BETWEEN_TRIES = Duration.ofMillis(200);

    private final FileChannel file;
    private final @Nullable Connection session;

    private RunLock(FileChannel file, @Nullable Connection session) {
        this.file = file;
        this.session = session;
    }

    /**
     * Waits a moment for a verdict that is being indexed, see {@link ReviewedCalls}, and for nothing longer.
     *
     * @throws AnotherRunException when another run holds the lock
     */
    static RunLock acquire(Path lockFile, DataSource database, String store) {
        for (int tries = MOST_TRIES; ; tries--) {
            try {
                return acquireNow(lockFile, database, store);
            } catch (AnotherRunException e) {
                if (tries <= 1 || !pause()) {
                    throw e;
                }
            }
        }
    }

    private static boolean pause() {
        try {
            Thread.sleep(BETWEEN_TRIES);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** @throws AnotherRunException when anybody holds the lock */
    static RunLock acquireNow(Path lockFile, DataSource database, String store) {
        FileChannel file = lockFile(lockFile);
        try {
            return new RunLock(file, lockSession(database, store));
        } catch (RuntimeException e) {
            closeQuietly(file);
            throw e;
        }
    }

    @Override
    public void close() {
        closeQuietly(file);
        if (session != null) {
            closeQuietly(() -> unlock(session));
            closeQuietly(session);
        }
    }

    private static FileChannel lockFile(Path path) {
        try {
            Files.createDirectories(path.toAbsolutePath().getParent());
            FileChannel channel = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            try {
                FileLock lock = channel.tryLock();
                if (lock != null) {
                    return channel;
                }
            } catch (OverlappingFileLockException e) {
                // held by this very process: refused like any other holder, below
            }
            channel.close();
        } catch (IOException e) {
            throw new JobStoppedException(
                    path + ": cannot be locked (" + e.getMessage()
                            + "); make its folder writable or set callsift.job.home to another one",
                    e);
        }
        throw new AnotherRunException("another run is working in "
                + path.toAbsolutePath().getParent() + "; wait until it ends, or look at it with: callsift status");
    }

    private static @Nullable Connection lockSession(DataSource database, String store) {
        try {
            Connection session = database.getConnection();
            if (!session.getMetaData().getURL().startsWith("jdbc:postgresql:")) {
                session.close();
                return null;
            }
            if (advisoryLock(session, store)) {
                return session;
            }
            session.close();
        } catch (SQLException e) {
            throw new JobStoppedException(
                    "the database cannot be reached (" + e.getMessage()
                            + "); check spring.datasource.url and that the server runs",
                    e);
        }
        throw new AnotherRunException(
                "another run is working on " + store + " with the same database; wait until it ends");
    }

    private static boolean advisoryLock(Connection session, String store) throws SQLException {
        try (PreparedStatement statement =
                session.prepareStatement("select pg_try_advisory_lock(hashtext('callsift'), hashtext(?))")) {
            statement.setString(1, store);
            try (ResultSet result = statement.executeQuery()) {
                return result.next() && result.getBoolean(1);
            }
        }
    }

    /** Closing gives the session back to the pool, where it would go on holding the lock. */
    private static void unlock(Connection session) throws SQLException {
        try (PreparedStatement statement = session.prepareStatement("select pg_advisory_unlock_all()")) {
            statement.execute();
        }
    }

    private static void closeQuietly(AutoCloseable resource) {
        try {
            resource.close();
        } catch (Exception e) {
            // a lock that cannot be closed is let go when the process ends
        }
    }
}
