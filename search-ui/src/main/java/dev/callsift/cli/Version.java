package dev.callsift.cli;

import java.util.Optional;
import picocli.CommandLine.IVersionProvider;

/** The version in the jar's manifest. */
final class Version implements IVersionProvider {

    @Override
    public String[] getVersion() {
        String version = Optional.ofNullable(Callsift.class.getPackage().getImplementationVersion())
                .orElse("(built from sources)");
        return new String[] {"callsift " + version};
    }
}
