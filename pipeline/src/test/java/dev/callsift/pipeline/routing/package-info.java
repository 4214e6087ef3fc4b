@NullMarked
package dev.callsift.pipeline.routing;

import org.jspecify.annotations.NullMarked;
