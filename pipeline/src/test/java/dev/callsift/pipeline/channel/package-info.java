@NullMarked
package dev.callsift.pipeline.channel;

import org.jspecify.annotations.NullMarked;
