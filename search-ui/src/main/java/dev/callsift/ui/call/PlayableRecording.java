package dev.callsift.ui.call;

import java.nio.file.Path;
import org.springframework.http.MediaType;

/**
 * A recording on this machine that a browser plays.
 *
 * @param version the same as long as the bytes are the same, safe in a header
 */
record PlayableRecording(Path file, MediaType type, String version) {}
