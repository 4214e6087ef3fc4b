@NullMarked
package dev.callsift.pipeline.recording;

import org.jspecify.annotations.NullMarked;
