@NullMarked
package dev.callsift.pipeline.orders;

import org.jspecify.annotations.NullMarked;
