package dev.callsift.pipeline.job;

import java.nio.file.Path;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;

/** The default database: a file in callsift's folder, which the first process opens and serves to the others of this machine. */
record H2File(Path home) implements JdbcConnectionDetails {

    @Override
    public String getUsername() {
        return "callsift";
    }

    @Override
    public String getPassword() {
        return "";
    }

    @Override
    public String getJdbcUrl() {
        // written at every commit: by default H2 waits half a second, and a process killed in between loses what it
        // committed
        return "jdbc:h2:file:" + home.resolve("database").resolve("callsift") + ";AUTO_SERVER=TRUE;WRITE_DELAY=0";
    }
}
