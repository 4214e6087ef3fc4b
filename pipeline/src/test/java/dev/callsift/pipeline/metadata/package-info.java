@NullMarked
package dev.callsift.pipeline.metadata;

import org.jspecify.annotations.NullMarked;
