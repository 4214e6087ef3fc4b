@NullMarked
package dev.callsift.pipeline.outbox;

import org.jspecify.annotations.NullMarked;
